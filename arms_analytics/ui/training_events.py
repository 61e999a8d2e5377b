"""Training that was given, on the page Training needs: the form that records an event, and what came of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from arms_analytics.access import Right
from arms_analytics.findings import training_effect
from arms_analytics.findings.fit import Fit
from arms_analytics.findings.sentences import listed
from arms_analytics.network import network
from arms_analytics.store.records import TrainingEvent
from arms_analytics.ui import data, records, selection
from arms_analytics.ui.table import table
from arms_analytics.ui.words import day, unbroken
from arms_analytics.vocabulary import WHOLE_REGION, Quarter


def record() -> None:
    """Controls that record training given, for those who may."""
    if not records.allowed(Right.RECORD, *selection.choices().forces):
        return
    with st.expander("Record a training event"):
        _ask()


def _ask() -> None:
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


def given(quarter: Quarter, fit: Fit | None) -> None:
    """The events given, the latest first, each with what the plans completed since then show, as of `quarter`."""
    found = records.kept(lambda book: book.training_events.find())
    latest_first = sorted(found, key=lambda event: event.date, reverse=True)
    if not latest_first:
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
        for event in latest_first
    ]
    st.html(table("Training given, and what came of it", ["Topic", "Given on", "Questions", "For", "Effect"], rows))


def _effect(event: TrainingEvent, quarter: Quarter, fit: Fit | None) -> str:
    found = data.find(training_effect.find, network(), quarter, fit, event.date, event.questions, event.forces)
    return training_effect.explain(found, network())
