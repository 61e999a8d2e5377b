"""The table of rights, and the two questions asked of it. What it does not grant is denied."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from enum import Enum, StrEnum

from arms_analytics.network import network


class Role(StrEnum):
    """What a person is to the network. OPERATOR is whoever sits at the machine itself, without sign-in."""

    VIEWER = "viewer"
    CPD_PLANNER = "cpd_planner"
    SOMU_LEAD = "somu_lead"
    COORDINATOR = "coordinator"
    CHAIR = "chair"
    OPERATOR = "operator"

    @property
    def label(self) -> str:
        """As people write it: `SOMU lead`."""
        return {"cpd_planner": "CPD planner", "somu_lead": "SOMU lead"}.get(self.value, self.value.capitalize())


class Right(StrEnum):
    """What one may be allowed to do; a row of the table."""

    SEE = "see grades, findings and feedback"
    SEE_OFFICERS = "see officer references and officer findings"
    COUNT_OFFICERS = "see how many officers a training need concerns"
    RECORD = "record actions, training events and practice"
    CLARIFY = "clarify a grade"
    LOAD = "load, undo, answer the reader, allocate"
    EXPORT = "export"
    GOVERN = "erase, retention, audit log, backup"


class Reach(Enum):
    """How far a right goes: nowhere, to what concerns the own force, everywhere."""

    NO = 0
    OWN = 1
    ALL = 2


NO, OWN, ALL = Reach.NO, Reach.OWN, Reach.ALL
COLUMNS = (Role.VIEWER, Role.CPD_PLANNER, Role.SOMU_LEAD, Role.COORDINATOR, Role.CHAIR, Role.OPERATOR)
RIGHTS = {
    #                     viewer planner lead coordinator chair operator
    Right.SEE:            (ALL,  ALL,    ALL, ALL,        ALL,  ALL),
    Right.SEE_OFFICERS:   (NO,   NO,     OWN, NO,         NO,   ALL),
    Right.COUNT_OFFICERS: (NO,   ALL,    OWN, NO,         NO,   ALL),
    Right.RECORD:         (NO,   ALL,    OWN, ALL,        ALL,  ALL),
    Right.CLARIFY:        (NO,   NO,     OWN, ALL,        ALL,  ALL),
    Right.LOAD:           (NO,   NO,     NO,  ALL,        ALL,  ALL),
    Right.EXPORT:         (ALL,  ALL,    ALL, ALL,        ALL,  ALL),
    Right.GOVERN:         (NO,   NO,     NO,  NO,         ALL,  ALL),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is looking. `force` is the own force, None where it is not known; `signed_in` is `operator` or `oidc`."""

    name: str
    email: str
    roles: frozenset[Role]
    force: str | None = None
    signed_in: str = "oidc"

    @property
    def who(self) -> str:
        """As the audit log names this person: the e-mail address, or the account at this machine."""
        return self.email or f"{self.name} (at this machine)"

    @property
    def described(self) -> str:
        """For the navigation: `Jo Bloggs, SOMU lead (Cheshire)`."""
        roles = ", ".join(role.label for role in Role if role in self.roles) or "no role"
        return f"{self.name}, {roles}" + (f" ({self.force})" if self.force else "")


OPERATOR_NAME = "operator"
"""Who acts where the machine does not say whose account it is."""


def operator() -> Viewer:
    """Whoever sits at this machine: its account's name, no sign-in, every right."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):
        name = OPERATOR_NAME
    return Viewer(name, "", frozenset({Role.OPERATOR}), signed_in="operator")


def reach(viewer: Viewer, right: Right) -> Reach:
    """How far this right goes for this viewer: the furthest that one of the roles gives."""
    given = dict.fromkeys(COLUMNS, NO) | dict(zip(COLUMNS, RIGHTS[right], strict=True))
    return max((given[role] for role in viewer.roles), key=lambda far: far.value, default=NO)


def may(viewer: Viewer, right: Right, *forces: str | None) -> bool:
    """Whether the viewer may do this to what concerns these forces (a review: its force and its reviewing force).

    Where the right goes as far as the own force only, one of `forces` must be it; without any the answer is no.
    """
    far = reach(viewer, right)
    return far is ALL or (far is OWN and viewer.force is not None and viewer.force in forces)


def officers_shown(viewer: Viewer, *, chosen: bool = True, presenting: bool = False) -> frozenset[str]:
    """The forces whose officer references this viewer sees.

    The operator, who has every right, sees them only when that was `chosen`; nobody does while `presenting`.
    """
    if presenting or (Role.OPERATOR in viewer.roles and not chosen):
        return frozenset()
    forces = (force.name for force in network().known_forces)
    return frozenset(force for force in forces if may(viewer, Right.SEE_OFFICERS, force))
