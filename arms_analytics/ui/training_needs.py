"""Training topics: which there are, what stands behind one, who needs it, whom to ask, the sheet for the trainer."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from arms_analytics.charts.training_needs import of_topics
from arms_analytics.findings import (
    officer_needs,
    repeat_failures,
    runs,
    telling_words,
    training_needs,
    whom_to_ask,
)
from arms_analytics.findings.evidence import failing, reviews_behind
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
    selection,
    source,
    take_away,
    training_forces,
)
from arms_analytics.ui.choosing import Chosen
from arms_analytics.ui.fold import fold
from arms_analytics.ui.words import count
from arms_analytics.vocabulary import FLAGGED, WHOLE_REGION, YEAR, Quarter, Selection


def topics(found: pd.DataFrame, quarter: Quarter, fit: Fit | None, forces: Sequence[str]) -> None:
    """The topics as a table beside what stands behind the chosen one; `found` are rows of `findings.training_needs`."""
    columns, year = training_forces.columns(forces), data.find(runs.find, quarter, YEAR)
    together = "choose a group to see its forces"
    many = training_forces.many(forces)
    page.line(f"The year up to {quarter.label}", _how_many_fail(found) if fit else "", together if many else "")
    grid = of_topics(found, year, columns, f"Training topics as of {quarter.label}")
    table, beside = page.split()

    def named(question_id: str, concerned: Sequence[str]) -> str:
        if fit is None or not many:
            return ""
        return training_forces.named(training_forces.failing(fit, question_id, concerned), year, question_id, quarter)

    def behind(chosen: Chosen) -> None:
        held = columns.get(chosen[1].key) if chosen else None
        show_topic(found, quarter, fit, chosen, held, named(chosen[0].key, held or forces) if chosen else "")

    with table:
        choosing.show(grid, "topics", beside, behind)


def _how_many_fail(found: pd.DataFrame) -> str:
    if found["probability"].isna().all():
        return "too few quarters or reviews to say how sure one may be that a topic fails over the whole region"
    likely = int((found["probability"] >= FLAGGED).sum())
    return (
        f"{count(likely, 'topic')} of {len(found)} probably {'fails' if likely == 1 else 'fail'} over the whole region"
    )


def show_topic(
    topics: pd.DataFrame, quarter: Quarter, fit: Fit | None, chosen: Chosen, held: Sequence[str] | None, named: str
) -> None:
    """The panel beside the topics: the sentence, who needs it, the failing feedback, an action.

    `held` are the forces of the chosen column, None where it is of them all; `named` is markup of those in need.
    """
    if chosen is None:
        evidence.empty(
            "Choose a topic to read what reviewers wrote where it failed, who needs it and how sure one may be. "
            "The cell of a force, or of a group of them, shows its reviews."
        )
        return
    question_id, column = chosen[0].key, chosen[1].key
    row = topics[topics["question_id"] == question_id].iloc[0]
    about = Selection(quarter=quarter, force=held[0] if held and len(held) == 1 else None, question_id=question_id)
    answers = data.find(reviews_behind, about, quarters=YEAR)
    answers = failing(answers[answers["reviewed_force"].isin(held)] if held else answers)
    said = " ".join(
        [*_of_one(quarter, fit, about), training_needs.explain(row, network()), *_officers(fit, question_id, held)]
    )
    where = f"{column if held else WHOLE_REGION}: where it failed in the year up to {quarter.label}"
    question = selection.choices().question(question_id)

    def act() -> None:
        telling(about)
        ask_whom(quarter, fit, question_id, about.force)
        moderation.offer(answers)
        actions.record(about, "training_need")
        take_away.topic(quarter, question_id)

    sheet = source.Source.for_viewer() is not None
    step = "The topic sheet for whoever trains on it stands at the end of these reviews." if sheet else ""
    evidence.panel(answers, question, where, said, below=act, next_step=step, named=named)


def _of_one(quarter: Quarter, fit: Fit | None, about: Selection) -> list[str]:
    """How sure one may be of the one force whose cell was chosen. What is new there is said by Repeat failures."""
    if about.force is None:
        return []
    cells = data.find(repeat_failures.find, network(), quarter, fit).assign(status="")
    mine = cells[(cells["reviewed_force"] == about.force) & (cells["question_id"] == about.question_id)]
    return [repeat_failures.explain(row, network()) for _, row in mine.iterrows()]


def telling(about: Selection) -> None:
    """The words that tell failing feedback from the rest."""

    def told() -> None:
        found = data.find(telling_words.find, about)
        found = found[found["tells_failing"].astype(bool)].head(6)
        for _, row in found.iterrows():
            st.text(telling_words.explain(row))
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


def _officers(fit: Fit | None, question_id: str, held: Sequence[str] | None) -> list[str]:
    """How many officers of these forces (None: of all) a topic concerns, for those who may know; their references only
    where they may be seen.
    """
    if fit is None or not officers.may_count(*selection.choices().forces):
        return []
    counted = officer_needs.count(fit)
    told = counted["reviewed_force"].map(officers.may_count).astype(bool)
    number = int(_mine(counted[told], question_id, held)["officers"].sum())
    said = [f"{count(number, 'officer')} would need it for themselves."] if number else []
    if officers.shown():
        found = _mine(data.find(officer_needs.find, fit), question_id, held)
        said += [officer_needs.explain(row, network()) for _, row in found.iterrows()]
    return said


def _mine(found: pd.DataFrame, question_id: str, held: Sequence[str] | None) -> pd.DataFrame:
    mine = found[found["question_id"] == question_id]
    return mine[mine["reviewed_force"].isin(held)] if held else mine
