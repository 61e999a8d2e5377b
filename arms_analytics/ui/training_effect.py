"""Training that was given, on the page Training needs: the form that records an event, and what came of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from arms_analytics.access import Right
from arms_analytics.charts.grid import Grid
from arms_analytics.charts.training_effect import Given, of_events
from arms_analytics.findings import training_effect
from arms_analytics.findings.evidence import reviews_behind
from arms_analytics.findings.fit import Fit
from arms_analytics.findings.training_effect import TrainingEffect
from arms_analytics.network import network
from arms_analytics.store.records import TrainingEvent
from arms_analytics.ui import choosing, data, evidence, moderation, page, records, selection
from arms_analytics.ui.choosing import Chosen
from arms_analytics.ui.fold import fold
from arms_analytics.vocabulary import Quarter, Selection


def record() -> None:
    """Controls that record training given, for those who may."""
    if not records.allowed(Right.RECORD, *selection.choices().forces):
        return
    if st.session_state.pop("event_stored", False):
        st.session_state["fold_event"] = False  # and what was written goes with the form
    fold("Record a training event", "event", _ask)


def _ask() -> None:
    """The form of an event; what was not stored keeps what was written."""
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


def given(quarter: Quarter, fit: Fit | None, forces: Sequence[str]) -> Grid | None:
    """The events given to any of these forces, the latest first, with what the plans completed since then show, as of
    `quarter`; beside them the reviews on either side of the chosen one. None where none is recorded.
    """
    kept = records.kept(lambda book: book.training_events.find())
    found = [event for event in kept if not event.forces or set(event.forces) & set(forces)]
    latest_first = sorted(found, key=lambda event: event.date, reverse=True)
    events = {str(event.id): Given(event, _effect(event, quarter, fit)) for event in latest_first}
    if not events:
        page.notice(_nothing(bool(kept)))
        return None
    grid = of_events(events, f"Training given, and what came of it as of {quarter.label}")
    table, beside = page.split()
    with table:
        choosing.show(grid, "events", beside, lambda chosen: _behind(events, quarter, chosen))
    return grid


def _nothing(elsewhere: bool) -> str:
    if elsewhere:
        return "No training of these forces is recorded: choose all forces to see the events of others."
    return "No training is recorded yet. Record an event to see whether it worked."


def _effect(event: TrainingEvent, quarter: Quarter, fit: Fit | None) -> TrainingEffect:
    return data.find(training_effect.find, network(), quarter, fit, event.date, event.questions, event.forces)


def _behind(events: Mapping[str, Given], quarter: Quarter, chosen: Chosen) -> None:
    """The panel beside the events: what can be said of the chosen one, and the reviews on both sides, or on one."""
    if chosen is None:
        return evidence.empty("Choose an event to read whether it worked, and the reviews before and after it.")
    (event, effect), side = events[chosen[0].key], chosen[1].key
    boxes = data.find(training_effect.compared, network(), quarter, event.date, event.questions, event.forces)
    one_side = side in training_effect.SIDES
    boxes = boxes[boxes["side"] == side] if one_side else boxes
    asked = (Selection(quarter, question_id=question) for question in event.questions)
    answers = pd.concat([data.find(reviews_behind, each, quarters=None) for each in asked], ignore_index=True)
    answers = answers.merge(boxes[["review_id", "question_id"]], on=["review_id", "question_id"])
    sides = f"on plans completed {side} it" if one_side else "before and after it"
    evidence.panel(
        answers,
        None,
        f"{event.topic}: the reviews {sides}",
        training_effect.explain(effect, network(), event.team),
        below=lambda: moderation.offer(answers),
    )
