"""Erasing from a page: what is to go is named, said back, confirmed, and gone for good."""

from __future__ import annotations

import streamlit as st

from arms_analytics.access import Right
from arms_analytics.store import StoreError
from arms_analytics.store.erase import Erased, Erasure, OfficerName, ReviewName, erase
from arms_analytics.ui import access, folder, records, selection

REVIEW, BEFORE, OFFICER = "One review", "Every review before a quarter", "An officer's reference"
ADVICE = (
    "Delete the backups that were made before too, and take it out of the source workbooks: loading a changed copy of "
    "one would bring it back."
)

FORM = 640
"""Pixels that the fields are wide, on any screen."""


def show() -> None:
    """The form, for those who may."""
    st.write(f"What is erased cannot be brought back. {ADVICE}")
    with st.container(width=FORM):
        kind = st.radio("What is to go", [REVIEW, BEFORE, OFFICER], key="erase_kind")
        what, said = _named(kind)
        sure = st.checkbox("Yes, erase it for good", key="erase_sure", disabled=what is None)
        st.button("Erase", on_click=_erase, args=(what, said), disabled=not (sure and what), key="erase_now")


def _named(kind: str) -> tuple[Erasure | None, str]:
    """What the fields name, and how to say it back; None while they are not filled in."""
    offered = selection.choices()
    quarters = {quarter.index: quarter.label for quarter in offered.quarters}
    if kind == BEFORE:
        before = st.selectbox(
            "Quarter from which on reviews stay", list(quarters), None, quarters.__getitem__, key="erase_before"
        )
        return (Erasure(before=before), f"every review before {quarters[before]}") if before else (None, "")
    force = st.selectbox("Force", offered.forces, None, key="erase_force")
    if kind == OFFICER:
        officer = st.text_input(
            "Officer reference", key="erase_officer", help="The reviews stay; the reference goes."
        ).strip()
        return (
            (Erasure(officer=OfficerName(force, officer)), "an officer's reference")
            if force and officer
            else (None, "")
        )
    quarter = st.selectbox("Quarter", list(quarters), None, quarters.__getitem__, key="erase_quarter")
    key = st.text_input("Review reference", key="erase_review", help="`high #1` for a review without one.").strip()
    if not (force and quarter and key):
        return None, ""
    return Erasure(reviews=[ReviewName(force, quarter, key)]), f"review {key} of {force}"


def _erase(what: Erasure, said: str) -> None:
    person = access.require(Right.GOVERN)

    def elsewhere(gone: Erased) -> None:
        keys = [(name.force, name.quarter_index, name.review_key) for name in gone.reviews]
        records.records().erase(keys, gone.references, person.who, str(gone))

    try:
        erase(folder.store(), what, elsewhere, person.who)
    except StoreError as fault:
        records.say(str(fault), good=False)
        return
    for name in [name for name in st.session_state if str(name).startswith("erase_")]:
        del st.session_state[name]
    records.say(f"Erased: {said}. {ADVICE}")
