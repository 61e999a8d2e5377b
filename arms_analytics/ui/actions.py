"""Actions agreed at meetings: recording one from where its reason stands, listing them, bringing them up to date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from arms_analytics.access import Right
from arms_analytics.store.records import Action
from arms_analytics.ui import page, records, selection
from arms_analytics.ui.editing import close, edit
from arms_analytics.ui.fold import fold
from arms_analytics.ui.words import count
from arms_analytics.vocabulary import WHOLE_REGION, Quarter, Selection, day

STATUSES = {"open": "Open", "done": "Done", "dropped": "Dropped"}


def record(about: Selection, finding: str = "", *, key: str = "action") -> None:
    """Controls that record an action about this force, question and quarter, for those who may."""
    agreed_already(about)
    if not records.allowed(Right.RECORD, about.force):
        return
    fold("Record an action", key, lambda: _ask(about, finding, key))


def _ask(about: Selection, finding: str, key: str) -> None:
    likely = f"SOMU lead, {about.force}" if about.force else ""
    what, who, when = f"{key}_what", f"{key}_who_{about.force}", f"{key}_when"
    if st.session_state.pop(f"{key}_stored", False):  # what was not stored keeps its words
        st.session_state.update({what: "", who: likely, when: _next_meeting()})
    with st.form(f"{key}_form", border=False):
        text = st.text_area("What is to be done", max_chars=500, key=what)
        owner = st.text_input("Who (a role, not a name)", likely, max_chars=100, placeholder="CPD planner", key=who)
        due = st.date_input("By when", value=_next_meeting(), format="DD/MM/YYYY", key=when)
        if st.form_submit_button("Record action"):
            quarter = about.quarter.index if about.quarter else None
            action = Action(
                text=text.strip(), owner=owner.strip(), force=about.force, question_id=about.question_id,
                quarter_index=quarter, due=due, finding=finding,
            )  # fmt: skip
            st.session_state[f"{key}_stored"] = _add(action)
            st.rerun()


def agreed_already(about: Selection) -> None:
    """The open actions about this very force and question, so that none is agreed twice."""
    if not about.question_id:
        return
    known = records.kept(lambda book: book.actions.find(status="open", question_id=about.question_id))
    known = [action for action in known if action.force in (None, about.force)]
    if known:
        st.html(f'<p class="arms-line"><strong>{count(len(known), "action")} agreed already</strong></p>')
        for action in known:
            st.text(f"{action.text} ({action.owner}{f', by {day(action.due)}' if action.due else ''})")


def _add(action: Action) -> bool:
    if not action.text or not action.owner:
        records.say("An action says what is to be done and who does it. Nothing was stored.", good=False)
        return False
    return records.write(
        Right.RECORD, (action.force,), lambda book, who: book.actions.add(action, who), "The action is recorded."
    )


def sorted_for_a_meeting(actions: Sequence[Action], today: dt.date) -> list[Action]:
    """Overdue first, then open by date, then the closed ones, the latest first."""
    still_open = sorted((a for a in actions if a.status == "open"), key=lambda a: (a.due or dt.date.max, a.id))
    closed = sorted((a for a in actions if a.status != "open"), key=lambda a: a.changed_at, reverse=True)
    return [a for a in still_open if a.overdue(today)] + [a for a in still_open if not a.overdue(today)] + closed


def about(action: Action) -> str:
    """The force and question that an action is about."""
    question = selection.choices().question(action.question_id)
    named = f"{question.id} {question.short}" if question else action.question_id or ""
    return ", ".join(part for part in (action.force or WHOLE_REGION, named) if part)


def update(actions: Sequence[Action]) -> None:
    """Controls that change one of these actions, for those who may."""
    mine = {action.id: action for action in actions if records.allowed(Right.RECORD, action.force)}
    if not mine:
        page.notice("Choose other filters, or record an action, to have one here to update.")
        return
    named = {number: f"{about(action)}: {action.text}" for number, action in mine.items()}
    number = st.selectbox("Action", list(mine), format_func=lambda number: named[number], key="updated_action")
    _update(mine[number])


def _update(now: Action) -> None:
    """The form of one action; what another person stored meanwhile is told, and what was typed stays."""
    name = f"update_{now.id}"
    editing = edit(now, name, _told(now))
    action = editing.opened
    with st.form(f"form_{editing.form}", border=False):
        place = list(STATUSES).index(action.status)
        status = st.radio("Status", list(STATUSES), place, format_func=STATUSES.get, key=editing.form)
        outcome = st.text_area("What came of it", action.outcome, max_chars=500)
        owner = st.text_input("Who (a role, not a name)", action.owner, max_chars=100)
        due = st.date_input("By when", action.due, format="DD/MM/YYYY")
        if st.form_submit_button("Store"):
            filled = {"status": status, "outcome": outcome.strip(), "owner": owner.strip() or action.owner, "due": due}
            if editing.may_store() and records.write(
                Right.RECORD,
                (now.force,),
                lambda book, who: book.actions.change(now, who, **editing.changes(filled)),
                "The action is up to date.",
            ):
                close(name)
            st.rerun()


def _told(action: Action) -> dict[str, str]:
    due = day(action.due) if action.due else "no day"
    return {
        "status": STATUSES[action.status], "what came of it": action.outcome, "who": action.owner, "by when": due,
    }  # fmt: skip


def _next_meeting() -> dt.date:
    """The end of the quarter that has just begun: the next quarterly meeting is about then."""
    return Quarter.containing(dt.date.today()).ends
