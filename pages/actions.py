"""Actions: who does what by when, carried from meeting to meeting, and whether the grades moved."""

import datetime as dt

import streamlit as st

from arms_analytics.ui import action_list, actions, page, records, selection, sidebar, take_away

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
    still_open = [action for action in shown if action.status == "open"]
    over = sum(action_list.carried(action, latest) > 0 for action in still_open)
    late = [action for action in still_open if action.overdue(today)]
    top, away = page.top()
    with top:
        page.line(
            chosen.force or "All forces", f"{len(still_open)} open", f"{len(late)} overdue", f"{over} carried over"
        )
    with away:
        take_away.meeting(chosen.one_quarter)
    table, beside = page.split(once_chosen=False)
    with table:
        if shown:
            action_list.show(shown, latest, today)
        else:
            st.info("No action is recorded here yet. Record one beside this, or from the reviews behind any cell.")
    with beside, st.container(key="noprint_update"):
        actions.record(chosen)
        st.header("Bring one up to date", anchor=False)
        actions.update(shown)
