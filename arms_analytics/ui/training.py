"""Training: what stands behind a topic, who needs it, the sheet for the trainer, and the events given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from arms_analytics.access import Right
from arms_analytics.charts.topics import of_topics
from arms_analytics.findings import (
    officer_needs,
    process_needs,
    runs,
    team_needs,
    training_effect,
    training_needs,
    whom_to_ask,
    words,
)
from arms_analytics.findings.evidence import reviews_behind
from arms_analytics.findings.fit import Fit
from arms_analytics.findings.sentences import listed
from arms_analytics.network import network
from arms_analytics.store.records import TrainingEvent
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
from arms_analytics.ui.table import Markup, table
from arms_analytics.ui.words import count, day, unbroken
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
        found = found[found["failing"].astype(bool)].head(6)
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


def processes(quarter: Quarter, fit: Fit | None, force: str | None) -> None:
    """Needs by process: how often its answers failed, and the forces in which it fails most."""
    found = data.find(process_needs.find, network(), quarter, fit)
    if force:
        found = found[found["reviewed_force"] == force]
    found = found.assign(rate=found["failures"] / found["answers"])
    of_process = [(str(process), each) for process, each in found.groupby("process", sort=False)]
    worst_first = sorted(of_process, key=lambda one: -one[1]["failures"].sum() / one[1]["answers"].sum())
    rows = [
        (
            process.capitalize() if process.islower() else process,
            f"{each['failures'].sum()} of {each['answers'].sum()}",
            _most_failing(each),
        )
        for process, each in worst_first
    ]
    heads = ["Process", "Answers that failed", "Where most often, and which questions probably fail there"]
    st.html(table(f"By process, the year up to {quarter.label}", heads, rows))


def _most_failing(rows: pd.DataFrame) -> Markup:
    """The three forces in which a process fails most, a line each."""
    worst = rows[rows["failures"] > 0].sort_values("rate", ascending=False).head(3)
    said = []
    for _, row in worst.iterrows():
        failing = [question.short for key in row["failing"] if (question := selection.choices().question(key))]
        about = f": {listed(failing)}" if failing else ""
        said.append(f"<strong>{escape(row['reviewed_force'])}</strong> {row['failures']} of {row['answers']}")
        said[-1] += escape(about)
    return Markup("<br>".join(said) or "–")


def teams(quarter: Quarter, force: str | None) -> None:
    """Needs by team, where workbooks name teams."""
    found = data.find(team_needs.find, quarter)
    if force:
        found = found[found["reviewed_force"] == force]
    if found.empty:
        return
    rows = [
        (
            row["reviewed_force"],
            row["team"],
            f"{row['question_id']} {row['short']}",
            f"{row['failures']} of {row['reviews']}",
        )
        for _, row in found.head(20).iterrows()
    ]
    st.html(table("By team, most failures first", ["Force", "Team", "Question", "Failed in the year"], rows))


def record_event() -> None:
    """Controls that record training given, for those who may."""
    if not records.allowed(Right.RECORD, *selection.choices().forces):
        return
    with st.expander("Record a training event"):
        _ask_event()


def _ask_event() -> None:
    """The form of an event; what was not stored keeps what was written."""
    empty = {
        "event_topic": "",
        "event_on": dt.date.today(),
        "event_questions": [],
        "event_forces": [],
        "event_team": "",
    }
    if st.session_state.pop("event_stored", False):
        st.session_state.update(empty)
    with st.form("event", border=False):
        topic = st.text_input("Topic", max_chars=120, key="event_topic")
        on = st.date_input("Given on", dt.date.today(), format="DD/MM/YYYY", key="event_on")
        named = {question.id: f"{question.id} {question.short}" for question in selection.choices().questions}
        questions = st.multiselect("Questions", list(named), format_func=lambda key: named[key], key="event_questions")
        mine = [force for force in selection.choices().forces if records.allowed(Right.RECORD, force)]
        forces = st.multiselect("Forces (none: the whole region)", mine, key="event_forces")
        team = st.text_input("Team, if one", max_chars=80, key="event_team")
        if st.form_submit_button("Record event"):
            event = TrainingEvent(
                date=on, topic=topic.strip(), questions=tuple(questions), forces=tuple(forces), team=team.strip()
            )
            st.session_state["event_stored"] = _add(event)
            st.rerun()


def _add(event: TrainingEvent) -> bool:
    if not event.topic or not event.questions:
        records.say("A training event says its topic and its questions. Nothing was stored.", good=False)
        return False
    concerned: Sequence[str | None] = event.forces or (None,)
    if not all(records.allowed(Right.RECORD, force) for force in concerned):
        records.say("You may record training of your own force only. Name it. Nothing was stored.", good=False)
        return False
    return records.write(
        Right.RECORD, tuple(concerned), lambda book, who: book.training_events.add(event, who), "Recorded."
    )


def events(quarter: Quarter, fit: Fit | None) -> None:
    """The events given, the latest first, each with what the plans completed since then show, as of `quarter`."""
    found = records.kept(lambda book: book.training_events.find())
    given = sorted(found, key=lambda event: event.date, reverse=True)
    if not given:
        st.html('<p class="arms-empty">No training is recorded yet. Record an event to see whether it worked.</p>')
        return
    rows = [
        (
            event.topic,
            unbroken(day(event.date)),
            ", ".join(event.questions),
            listed(event.forces) or WHOLE_REGION,
            _effect(event, quarter, fit),
        )
        for event in given
    ]
    st.html(table("Training given, and what came of it", ["Topic", "Given on", "Questions", "For", "Effect"], rows))


def _effect(event: TrainingEvent, quarter: Quarter, fit: Fit | None) -> str:
    found = data.find(training_effect.find, network(), quarter, fit, event.date, event.questions, event.forces)
    return training_effect.explain(found, network())
