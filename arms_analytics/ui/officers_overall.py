"""Officers over all questions, on the page Training needs: each for their force's lead, counts for who may count."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from arms_analytics.charts.officers_overall import of_officers
from arms_analytics.findings import officers_overall
from arms_analytics.findings.evidence import failing, reviews_behind
from arms_analytics.findings.fit import Fit
from arms_analytics.network import network
from arms_analytics.ui import choosing, data, evidence, officers, page
from arms_analytics.ui.choosing import Chosen
from arms_analytics.ui.table import table
from arms_analytics.vocabulary import Quarter, Selection

ABOUT = (
    "A description, not a flag: plans differ, and of officers for whom it is more likely than not that they do clearly "
    "worse than colleagues, about one in three does not. In the order of their references."
)
NOT_FOR_ALL = (
    "Of officers, the lead of their own force may read, and planners may see how many; you have neither right here."
)


def show(quarter: Quarter, fit: Fit | None, forces: Sequence[str]) -> None:
    """How many officers of these forces may be spoken of; where those of one alone may be seen, each of them."""
    told = [force for force in forces if officers.may_count(force)]
    if not told:
        page.notice(NOT_FOR_ALL)
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
            page.notice("No plan names its officer.")


def _each(fit: Fit, shown: frozenset[str]) -> None:
    """Each officer of the one force shown, beside what failed on their plans; of several, one is to be chosen first."""
    if len(shown) > 1:
        page.note("Choose a force to read of each of its officers.")
    if len(shown) != 1:
        return
    [force] = shown
    found = data.find(officers_overall.find, fit)
    found = found[found["reviewed_force"] == force].reset_index(drop=True)
    table, beside = page.split()
    with table:
        choosing.show(
            of_officers(found, f"Each officer of {force}"),
            "officers",
            beside,
            lambda chosen: _behind(found, fit, chosen),
        )
        page.note(ABOUT)


def _behind(found: pd.DataFrame, fit: Fit, chosen: Chosen) -> None:
    if chosen is None:
        return evidence.empty("Choose an officer to read what their plans say, and the reviews that fell short.")
    row = found.iloc[int(chosen[0].key.rpartition(":")[2])]
    about = Selection(network().quarter_at(fit.quarter), row["reviewed_force"])
    answers = data.find(reviews_behind, about, quarters=None, officer_ref=row["officer_ref"])
    evidence.panel(
        failing(answers),
        None,
        f"{row['reviewed_force']}, officer {row['officer_ref']}: what failed on all plans",
        officers_overall.explain(row, network()),
    )
