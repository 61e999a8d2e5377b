"""Whose officer references this page run may fetch; that they were seen goes into the audit log first."""

from __future__ import annotations

import streamlit as st

from arms_analytics.access import Right, Role, may, officers_shown
from arms_analytics.store import StoreError
from arms_analytics.ui import access, records

CHOICE = "show_officers"
SCREEN = "shared_screen"


def shown() -> frozenset[str]:
    """The forces whose officer references may be fetched now: none on a shared screen, none that cannot be logged."""
    chosen, presenting = bool(st.session_state.get(CHOICE)), bool(st.session_state.get(SCREEN))
    forces = officers_shown(access.viewer(), chosen=chosen, presenting=presenting)
    if not forces:
        return forces
    try:
        records.log_once("see officer references", ", ".join(sorted(forces)) if len(forces) < 6 else "all forces")
    except StoreError:
        return frozenset()
    return forces


def may_count(*forces: str) -> bool:
    """Whether whoever is looking may be told how many officers of one of these forces need something, none named."""
    return records.allowed(Right.COUNT_OFFICERS, *forces)


def on_this_page(*, presenting: bool) -> None:
    """Say whether the page about to be drawn is one that a room looks at."""
    st.session_state[SCREEN] = presenting


def choose() -> None:
    """The operator's choice to see officer references; others have none to make."""
    person = access.viewer()
    if Role.OPERATOR in person.roles and may(person, Right.SEE_OFFICERS):
        st.toggle(
            "Show officer references", key=CHOICE, help="Never shown on the page Present. The audit log notes it."
        )
