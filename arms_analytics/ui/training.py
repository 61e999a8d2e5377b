"""Training topics: which there are, what stands behind one, who needs it, whom to ask, the sheet for the trainer."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from arms_analytics.access import Right
from arms_analytics.charts.topics import of_topics
from arms_analytics.findings import (
    officer_needs,
    runs,
    training_needs,
    whom_to_ask,
    words,
)
from arms_analytics.findings.evidence import reviews_behind
from arms_analytics.findings.fit import Fit
from arms_analytics.network import network
from arms_analytics.ui import (
    actions,
    choosing,
    data,
    evidence,
    moderation,
    officers,
    page,
    records,
    selection,
    source,
    take_away,
)
from arms_analytics.ui.choosing import Chosen
from arms_analytics.ui.fold import fold
from arms_analytics.ui.words import count
from arms_analytics.vocabulary import FLAGGED, WHOLE_REGION, YEAR, Quarter, Selection


def topics(found: pd.DataFrame, quarter: Quarter, fit: Fit | None, forces: Sequence[str]) -> None:
    """The topics as a table beside what stands behind the chosen one; `found` are rows of `findings.training_needs`."""
    ordered = ""
    if fit and len(forces) > selection.SIDE_BY_SIDE:
        forces, ordered = neediest_first(forces, fit), "the forces that probably fail most topics stand first"
    page.line(f"The year up to {quarter.label}", _how_many_fail(found) if fit else "", ordered)
    grid = of_topics(found, data.find(runs.find, quarter, YEAR), forces, f"Training topics as of {quarter.label}")
    table, beside = page.split()
    with table:
        choosing.show(grid, "topics", beside, lambda chosen: show_topic(found, quarter, fit, chosen))


def neediest_first(forces: Sequence[str], fit: Fit) -> list[str]:
    """Where not all have room beside one another: by how many topics each probably fails, otherwise as they were."""
    topics = fit.cells[fit.cells["fails_probability"] >= FLAGGED].groupby("reviewed_force").size()
    return sorted(forces, key=lambda force: -topics.get(force, 0))


def _how_many_fail(found: pd.DataFrame) -> str:
    if found["probability"].isna().all():
        return "too few quarters or reviews to say how sure one may be that a topic fails over the whole region"
    likely = int((found["probability"] >= FLAGGED).sum())
    return (
        f"{count(likely, 'topic')} of {len(found)} probably {'fails' if likely == 1 else 'fail'} over the whole region"
    )


def show_topic(topics: pd.DataFrame, quarter: Quarter, fit: Fit | None, chosen: Chosen) -> None:
    """The panel beside the topics: the sentence, who needs it, the failing feedback, an action."""
    if chosen is None:
        evidence.empty(
            "Choose a topic to read what reviewers wrote where it failed, who needs it and how sure one may be. "
            "A force's cell shows that force's reviews."
        )
        return
    question_id, column = chosen[0].key, chosen[1].key
    force = column if column in selection.choices().forces else None
    row = topics[topics["question_id"] == question_id].iloc[0]
    about = Selection(quarter=quarter, force=force, question_id=question_id)
    answers = data.find(reviews_behind, about, quarters=YEAR)
    failing = answers[answers["failure"].fillna(False).astype(bool)]
    said = " ".join([training_needs.explain(row, network()), *_officers(fit, question_id, force)])
    where = f"{force or WHOLE_REGION}: where it failed in the year up to {quarter.label}"
    question = selection.choices().question(question_id)

    def act() -> None:
        telling(about)
        ask_whom(quarter, fit, question_id)
        moderation.offer(failing)
        actions.record(about, "training_need")
        take_away.topic(quarter, question_id)

    sheet = source.Source.for_viewer() is not None
    step = "The topic sheet for whoever trains on it stands at the end of these reviews." if sheet else ""
    evidence.panel(failing, question, where, said, below=act, next_step=step)


def telling(about: Selection) -> None:
    """The words that tell failing feedback from the rest."""

    def told() -> None:
        found = data.find(words.find, about)
        found = found[found["tells_failing"].astype(bool)].head(6)
        for _, row in found.iterrows():
            st.text(words.explain(row))
        if found.empty:
            st.text("No word tells failing feedback here from the rest.")

    fold("Words of failing feedback", "telling", told)


def worth_asking(quarter: Quarter, fit: Fit | None, question_id: str, force: str | None = None) -> pd.DataFrame:
    """The rows of `findings.whom_to_ask` to offer, the best first; none before the model may speak."""
    if fit is None:
        return pd.DataFrame({"reviewed_force": []})
    found = data.find(whom_to_ask.find, quarter, fit, question_id)
    return found[found["reviewed_force"] != force].head(3)


def ask_whom(quarter: Quarter, fit: Fit | None, question_id: str, force: str | None = None) -> None:
    """Which forces could be asked about a question, and why; never the force itself."""
    found = worth_asking(quarter, fit, question_id, force)

    def asked() -> None:
        for _, row in found.iterrows():
            st.text(whom_to_ask.explain(row, network()))

    if len(found):
        fold("Whom to ask", "whom", asked)


def _officers(fit: Fit | None, question_id: str, force: str | None) -> list[str]:
    """How many officers a topic concerns, for those who may know; their references only where they may be seen."""
    if fit is None or not records.allowed(Right.COUNT_OFFICERS, *selection.choices().forces):
        return []
    counted = officer_needs.count(fit)
    told = counted["reviewed_force"].map(_counted_for).astype(bool)
    mine = counted[(counted["question_id"] == question_id) & told]
    if force:
        mine = mine[mine["reviewed_force"] == force]
    number = int(mine["officers"].sum())
    said = [f"{count(number, 'officer')} would need it for themselves."] if number else []
    if officers.shown():
        found = data.find(officer_needs.find, fit)
        found = found[found["question_id"] == question_id]
        if force:
            found = found[found["reviewed_force"] == force]
        said += [officer_needs.explain(row, network()) for _, row in found.iterrows()]
    return said


def _counted_for(force: str) -> bool:
    return records.allowed(Right.COUNT_OFFICERS, force)
