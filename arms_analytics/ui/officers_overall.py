"""Officers over all questions, on the page Training needs: each for their force's lead, counts for who may count."""

from __future__ import annotations

import streamlit as st

from arms_analytics.access import Right
from arms_analytics.findings import officers_overall
from arms_analytics.findings.fit import Fit
from arms_analytics.network import network
from arms_analytics.ui import data, officers, page, records
from arms_analytics.ui.fold import fold

ABOUT = (
    "A description, not a flag: plans differ, and of officers for whom it is more likely than not that they do clearly "
    "worse than colleagues, about one in three does not. In the order of their references."
)


def show(fit: Fit | None, force: str | None) -> None:
    """How many officers may be spoken of, force by force; of the chosen force, or the only one shown, each officer."""
    if fit is None:
        return
    counted = officers_overall.count(fit)
    counted = counted[
        counted["reviewed_force"].map(lambda each: force in (None, each) and _may_count(each)).astype(bool)
    ]
    if counted.empty:
        return
    st.header("Officers over all questions", anchor=False)
    for _, row in counted.iterrows():
        st.text(officers_overall.explain_count(row))
    shown = officers.shown() & set(counted["reviewed_force"])
    if len(shown) == 1:
        fold(f"Each officer of {min(shown)}", "officers", lambda: _each(fit, min(shown)))
    elif shown:
        page.note("Choose a force to read of each of its officers.")


def _each(fit: Fit, force: str) -> None:
    found = data.find(officers_overall.find, fit)
    for _, row in found[found["reviewed_force"] == force].iterrows():
        st.text(officers_overall.explain(row, network()))
    page.note(ABOUT)


def _may_count(force: str) -> bool:
    return records.allowed(Right.COUNT_OFFICERS, force)
