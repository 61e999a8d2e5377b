"""From the claims of a signed-in person to a Viewer, by the rules in data/access.json."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from arms_analytics.access.rights import Role, Viewer
from arms_analytics.network import DATA, network


@dataclass(frozen=True, slots=True)
class AccessRules:
    """How claims become roles.

    `issuers` says which identity providers are believed, and for which e-mail domains ({issuer: domains}; empty: the
    one that is configured, for all). `roles` maps values of `role_claims` (application roles, groups) to roles,
    `people` maps e-mail addresses to roles, `forces` maps e-mail domains to the forces they belong to.
    """

    issuers: Mapping[str, frozenset[str]]
    email_claims: tuple[str, ...]
    role_claims: tuple[str, ...]
    roles: Mapping[str, Role]
    forces: Mapping[str, str]
    people: Mapping[str, frozenset[Role]]


def read_access_rules(path: Path) -> AccessRules:
    """Read a file of rules. ValueError says what in it is wrong: no JSON, or a role or force that does not exist."""
    try:
        rules = _rules(json.loads(path.read_text(encoding="utf-8")), path)
    except (TypeError, AttributeError) as fault:
        raise ValueError(f"{path.name} is not laid out as docs/deployment.md says: {fault}.") from fault
    known = {force.name for force in network().known_forces}
    if strangers := sorted(set(rules.forces.values()) - known):
        raise ValueError(f"{path.name}: {', '.join(strangers)} is no force that is known here.")
    return rules


def _rules(said: dict[str, Any], path: Path) -> AccessRules:
    return AccessRules(
        issuers={issuer: _folded(domains) for issuer, domains in said.get("issuers", {}).items()},
        email_claims=tuple(said.get("email_claims", ("email",))),
        role_claims=tuple(said.get("role_claims", ("roles",))),
        roles={value: _role(role, path) for value, role in said.get("roles", {}).items()},
        forces={domain.casefold(): force for domain, force in said.get("forces", {}).items()},
        people={
            email.casefold(): frozenset(_role(role, path) for role in roles)
            for email, roles in said.get("people", {}).items()
        },
    )


def _role(name: str, path: Path) -> Role:
    given = [role.value for role in Role if role is not Role.OPERATOR]
    if name not in given:
        raise ValueError(f"{path.name}: {name!r} is no role. A role is one of {', '.join(given)}.")
    return Role(name)


def _folded(values: list[str]) -> frozenset[str]:
    return frozenset(value.casefold() for value in values)


def access_rules() -> AccessRules:
    """The rules in force now: `ARMS_ACCESS` names their file, otherwise data/access.json. A change holds at once."""
    path = Path(os.environ.get("ARMS_ACCESS") or DATA / "access.json")
    now = path.stat()
    return _read_once(path, now.st_mtime_ns, now.st_size)


@functools.lru_cache(maxsize=4)
def _read_once(path: Path, changed: int, size: int) -> AccessRules:
    """`changed` and `size` make it another file."""
    return read_access_rules(path)


def viewer_of(claims: Mapping[str, Any], rules: AccessRules) -> Viewer:
    """The person these verified claims of an ID token describe; without any role when the rules give none."""
    email = _email(claims, rules)
    roles = (_claimed(claims, rules) | rules.people.get(email, frozenset())) if _believed(claims, rules) else set()
    subject = str(claims.get("sub") or "")
    return Viewer(
        name=str(claims.get("name") or email or subject),
        email=email or subject,
        roles=frozenset(roles),
        force=rules.forces.get(email.rpartition("@")[2]),
    )


def _believed(claims: Mapping[str, Any], rules: AccessRules) -> bool:
    return not rules.issuers or claims.get("iss") in rules.issuers


def _claimed(claims: Mapping[str, Any], rules: AccessRules) -> set[Role]:
    values = {value for claim in rules.role_claims for value in _listed(claims.get(claim))}
    return {rules.roles[value] for value in values & rules.roles.keys()}


def _email(claims: Mapping[str, Any], rules: AccessRules) -> str:
    """The e-mail address the provider may vouch for, in lower case; otherwise empty."""
    if claims.get("email_verified") in (False, "false"):
        return ""
    email = next((str(claims[claim]).casefold() for claim in rules.email_claims if claims.get(claim)), "")
    domains = rules.issuers.get(str(claims.get("iss")), frozenset()) if rules.issuers else {email.rpartition("@")[2]}
    return email if email.rpartition("@")[2] in domains else ""


def _listed(value: Any) -> list[str]:
    """A claim's values: providers give one as a string, several as a list."""
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
