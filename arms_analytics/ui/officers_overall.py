"""Officers over all questions, on the page Training needs: each for their force's lead, counts for who may count."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from arms_analytics.access import Right
from arms_analytics.findings import officers_overall
from arms_analytics.findings.fit import Fit
from arms_analytics.network import network
from arms_analytics.ui import data, officers, page, records
from arms_analytics.ui.table import Markup, table
from arms_analytics.vocabulary import Quarter

ABOUT = (
    "A description, not a flag: plans differ, and of officers for whom it is more likely than not that they do clearly "
    "worse than colleagues, about one in three does not. In the order of their references."
)
NOT_FOR_ALL = (
    "Of officers, the lead of their own force may read, and planners may see how many; you have neither right here."
)


def show(quarter: Quarter, fit: Fit | None, forces: Sequence[str]) -> None:
    """How many officers of these forces may be spoken of; where those of one alone may be seen, each of them."""
    told = [force for force in forces if _may_count(force)]
    if not told:
        st.html(f'<p class="arms-empty">{NOT_FOR_ALL}</p>')
    elif fit is not None:
        counted = officers_overall.count(fit)
        counted = counted[counted["reviewed_force"].isin(told)]
        page.line(f"All plans up to {quarter.label}", "each officer beside the colleagues of the same force")
        said = {row["reviewed_force"]: officers_overall.explain_count(row) for _, row in counted.iterrows()}
        rows = [(force, said[force]) for force in told if force in said]
        if rows:
            st.html(table("Officers over all questions", ["Force", "How many there are, and what can be said"], rows))
            _each(fit, officers.shown() & set(counted["reviewed_force"]))
        else:
            st.html('<p class="arms-empty">No plan names its officer.</p>')


def _each(fit: Fit, shown: frozenset[str]) -> None:
    """Each officer of the one force shown; of several, one is to be chosen first."""
    if len(shown) > 1:
        page.note("Choose a force to read of each of its officers.")
    for force in shown if len(shown) == 1 else ():
        found = data.find(officers_overall.find, fit)
        rows = [
            (_whole(row["officer_ref"]), officers_overall.explain(row, network()))
            for _, row in found[found["reviewed_force"] == force].iterrows()
        ]
        st.html(table(f"Each officer of {force}", ["Officer", "What their plans say"], rows))
        page.note(ABOUT)


def _whole(reference: str) -> Markup:
    """A reference that is not broken at its hyphens."""
    return Markup(f'<span class="arms-whole">{escape(reference)}</span>')


def _may_count(force: str) -> bool:
    return records.allowed(Right.COUNT_OFFICERS, force)
