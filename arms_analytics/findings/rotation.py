"""Who reviewed whom, quarter by quarter, what was allocated, and who should be next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.model.rotation import pieces, propose


@dataclass(frozen=True, slots=True)
class Due:
    """What was allocated for one force in one quarter, and what has come: reviews received and expected."""

    force: str
    reviewing_force: str
    expected: int
    received: int
    by_others: int

    @property
    def late(self) -> bool:
        """Whether reviews are still to come, whoever wrote those that came."""
        return self.received + self.by_others < self.expected


def find(cursor: Cursor) -> pd.DataFrame:
    """One row per quarter, force and reviewing force: quarter_index, reviewed_force, reviewing_force, reviews."""
    return ask(cursor, "rotation")


def history(found: pd.DataFrame, before: int) -> list[dict[str, str]]:
    """Rotations as played, earliest first, up to the quarter before this index.

    Where several forces reviewed one force's plans, the one with the most reviews stands for the quarter.
    """
    quarters = sorted(int(index) for index in found["quarter_index"].unique() if index < before)
    return [turns for index in quarters if (turns := played(found, index))]


def played(found: pd.DataFrame, quarter_index: int) -> dict[str, str]:
    """The rotation as played in one quarter, force → reviewing force; as `history` has it."""
    known = found[(found["quarter_index"] == quarter_index) & found["reviewing_force"].notna()].sort_values("reviews")
    return dict(zip(known["reviewed_force"], known["reviewing_force"], strict=True))


def next_rotation(found: pd.DataFrame, quarter_index: int, forces: Sequence[str]) -> dict[str, str]:
    """The rotation to propose for this quarter: force → reviewing force (model/rotation.py says by what rule)."""
    return propose(forces, history(found, quarter_index))


def severity_in_words(
    found: pd.DataFrame, quarter_index: int, forces: Sequence[str], rotation: Mapping[str, str]
) -> str:
    """Whether how strict each reviewing force is can be told, with this rotation added to those played."""
    before = history(found, quarter_index)
    count = pieces(forces, [*before, rotation])
    if count == 1:
        return "With this rotation all forces are linked, so how strict each reviewing force is can be told."
    proposed = pieces(forces, [*before, propose(forces, before)])
    way = "Take the proposal" if proposed < count else "Pairs that change from quarter to quarter link them in time"
    return (
        f"With this rotation the forces still fall into {count} groups that are not linked by reviews, so how strict "
        f"each reviewing force is cannot be told yet. {way}, or let two forces grade one plan."
    )


def due(found: pd.DataFrame, quarter_index: int, allocated: Mapping[tuple[str, str], int]) -> list[Due]:
    """The allocation of a quarter against what has come; `allocated` is {(force, reviewing force): plans}."""
    came = found[found["quarter_index"] == quarter_index]
    pairs = zip(came["reviewed_force"], came["reviewing_force"], strict=True)
    counted = dict(zip(pairs, came["reviews"].tolist(), strict=True))
    lines = []
    for (force, reviewing), plans in allocated.items():
        others = [pair for pair in counted if pair[0] == force and pair not in allocated]
        lines.append(Due(force, reviewing, plans, counted.get((force, reviewing), 0), sum(counted[o] for o in others)))
    return lines
