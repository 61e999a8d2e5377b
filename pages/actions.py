"""Actions: who does what by when, carried from meeting to meeting, and whether the grades moved."""

import datetime as dt

import streamlit as st

from arms_analytics.charts.lines import lines
from arms_analytics.findings import action_outcomes
from arms_analytics.ui import actions, data, page, records, selection, sidebar, take_away

with page.frame("Actions", "Who does what by when, carried from meeting to meeting until it is done."):
    chosen = sidebar.choose()
    today = dt.date.today()
    shown = actions.sorted_for_a_meeting(
        [
            action
            for action in records.kept(lambda book: book.actions.find())
            if chosen.force in (None, action.force) and chosen.question_id in (None, action.question_id)
        ],
        today,
    )
    latest = selection.choices().quarters[-1]
    agreed = [(a.id, a.force, a.question_id, a.quarter_index) for a in shown if a.quarter_index is not None]
    moved = {row.id: action_outcomes.sentence(row) for row in lines(data.find(action_outcomes.find, agreed, latest))}
    still_open = [action for action in shown if action.status == "open"]
    late = [action for action in still_open if actions.overdue(action, today)]
    top, away = page.top()
    with top:
        page.line(chosen.force or "All forces", f"{len(still_open)} open", f"{len(late)} overdue")
    with away:
        take_away.meeting(chosen.quarter)
    table, beside = page.split()
    with table:
        if shown:
            st.html(actions.table(shown, moved, today))
        else:
            st.info("No action is recorded here yet. Record one beside this, or from the reviews behind any cell.")
    with beside:
        actions.record(chosen)
        st.header("Bring one up to date")
        actions.update(shown, today)
