"""The repository of promising practice: entries curated from findings, searched, asked about, adopted, withdrawn."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st

from arms_analytics.access import Right
from arms_analytics.findings.sentences import listed
from arms_analytics.store.records import Adoption, PromisingPractice
from arms_analytics.ui import page, records, selection
from arms_analytics.ui.editing import close, edit
from arms_analytics.ui.fold import fold
from arms_analytics.ui.words import plain
from arms_analytics.vocabulary import Quarter, Selection, day

LOOK_AGAIN = dt.timedelta(days=365)
NOTHING = {
    "shared": "No entry here yet. Choose a row of the register and put it into the repository.",
    "withdrawn": "Nothing was withdrawn here.",
}
STATUSES = {"asked": "asked about it", "adopted": "adopted it"}


def curate(about: Selection, quarter: Quarter) -> None:
    """Controls that turn a finding of this quarter about a force and a question into an entry, for those who may."""
    force, question_id = about.force, about.question_id
    if not records.allowed(Right.RECORD, force):
        return
    new = PromisingPractice(
        title="", force=force, questions=(question_id,) if question_id else (), quarter_index=quarter.index,
        review_by=dt.date.today() + LOOK_AGAIN,
    )  # fmt: skip

    shared = f"curate_{force}_{question_id}"

    def ask() -> None:
        so_far = st.session_state.get(shared, 0)  # an empty form follows what was stored, and that alone
        if filled := _fields(new, "Share it", key=f"{shared}_{so_far}"):
            entry = replace(new, **filled)
            if records.write(Right.RECORD, (force,), lambda book, who: book.practices.add(entry, who), "Shared."):
                st.session_state[shared] = so_far + 1
            st.rerun()

    fold("Put it into the repository", "curate", ask)


def repository(force: str | None, question_id: str | None) -> None:
    """The entries that are shared, or were, searched by words; the choices of the sidebar narrow them."""
    typed, which = st.columns([3, 1], vertical_alignment="bottom")
    words = typed.text_input("Search the repository", key="practice_words").casefold().split()
    status = "withdrawn" if which.toggle("Show what was withdrawn", key="practice_withdrawn") else "shared"
    adoptions = records.kept(lambda book: book.adoptions.find())
    entries = [
        entry
        for entry in records.kept(lambda book: book.practices.find(status=status))
        if force in (None, entry.force)
        and (question_id is None or question_id in entry.questions)
        and all(word in _searched(entry) for word in words)
    ]
    if not entries:
        page.notice(NOTHING[status])
    for entry in entries:
        with st.container(border=True, key=f"practice_{entry.id}", gap="small"):
            st.html(_entry(entry, [a for a in adoptions if a.practice_id == entry.id]))
            if status == "shared":
                _respond(entry, adoptions)
            else:
                _share_again(entry)


def _searched(entry: PromisingPractice) -> str:
    return " ".join([entry.title, entry.what, entry.why, entry.contact, _about(entry)]).casefold()


def _about(entry: PromisingPractice) -> str:
    """The force and the questions, by number and short label."""
    questions = [f"{q.id} {q.short}" for key in entry.questions if (q := selection.choices().question(key))]
    return ", ".join(part for part in (entry.force or "", *questions) if part)


def _entry(entry: PromisingPractice, adoptions: list[Adoption]) -> str:
    late = entry.review_by is not None and entry.review_by < dt.date.today()
    until = f"To be looked at again by {day(entry.review_by)}." if entry.review_by else ""
    said = [
        f"{listed([a.force for a in adoptions if a.status == status])} {words}."
        for status, words in STATUSES.items()
        if any(a.status == status for a in adoptions)
    ]
    return (
        f'<div class="arms-practice"><h2>{escape(entry.title)}</h2><p class="origin">{escape(_about(entry))}</p>'
        f"<p>{escape(entry.what)}</p><p>{escape('Why it works: ' + entry.why) if entry.why else ''}</p>"
        f"<p>Ask: {escape(entry.contact)}. {escape(' '.join(said))}</p>"
        f'<p class="origin">{escape(until)}{" <strong>That day has passed.</strong>" if late else ""}</p></div>'
    )


def _respond(entry: PromisingPractice, adoptions: list[Adoption]) -> None:
    """Which force asked or took it up; and what stands in the entry, put right or withdrawn."""
    about = plain(entry.title)  # several entries stand on the page: each control says whose it is
    mine = [f for f in selection.choices().forces if f != entry.force and records.allowed(Right.RECORD, f)]
    if mine:
        ask, take, note, _ = st.columns([3, 4, 2, 3], vertical_alignment="center")
        ask.selectbox(f"Force that answers {about}", mine, key=f"adopts_{entry.id}", label_visibility="collapsed")
        take.radio(
            f"What it did about {about}",
            list(STATUSES),
            format_func=STATUSES.get,
            horizontal=True,
            key=f"how_{entry.id}",
            label_visibility="collapsed",
        )
        note.button("Note it", key=f"note_{entry.id}", on_click=_note, args=(entry, adoptions))
    if records.allowed(Right.RECORD, entry.force):
        with st.expander(f"Look at {about} again: put right, keep longer or withdraw"):
            _put_right(entry)
            st.button("Withdraw", key=f"withdraw_{entry.id}", on_click=_turn, args=(entry, "withdrawn"))


def _put_right(now: PromisingPractice) -> None:
    name = f"edit_{now.id}"
    told = {
        "title": now.title, "what they do": now.what, "why it works": now.why, "whom to ask": now.contact,
        "look at it again by": day(now.review_by) if now.review_by else "no day",
    }  # fmt: skip
    editing = edit(now, name, told)
    if filled := _fields(editing.opened, "Store", key=editing.form):
        changes = editing.changes(filled)
        if editing.may_store() and records.write(
            Right.RECORD, (now.force,), lambda book, who: book.practices.change(now, who, **changes), "Stored."
        ):
            close(name)
        st.rerun()


def _share_again(entry: PromisingPractice) -> None:
    if records.allowed(Right.RECORD, entry.force):
        st.button("Share it again", key=f"again_{entry.id}", on_click=_turn, args=(entry, "shared"))


def _fields(entry: PromisingPractice, label: str, *, key: str) -> dict[str, Any] | None:
    """A form over what an entry says; what was filled in, once its button is pressed and nothing needed is missing."""
    with st.form(f"form_{key}", border=False):
        title = st.text_input("Title", entry.title, max_chars=120, key=key)
        what = st.text_area("What they do", entry.what, max_chars=1000)
        why = st.text_area("Why it works", entry.why, max_chars=1000)
        contact = st.text_input("Whom to ask (a role, not a name)", entry.contact, max_chars=100)
        review_by = st.date_input("Look at it again by", entry.review_by, format="DD/MM/YYYY")
        if not st.form_submit_button(label):
            return None
    said = {"title": title.strip(), "what": what.strip(), "contact": contact.strip()}
    if not all(said.values()):
        st.error("An entry needs a title, what they do, and whom to ask. Nothing was stored.")
        return None
    return {**said, "why": why.strip(), "review_by": review_by}


def _note(entry: PromisingPractice, adoptions: list[Adoption]) -> None:
    """What is chosen is read now: whoever chooses and presses at once would be taken at an earlier choice."""
    force, status = st.session_state[f"adopts_{entry.id}"], st.session_state[f"how_{entry.id}"]
    known = next((a for a in adoptions if a.practice_id == entry.id and a.force == force), None)
    if known:
        records.write(
            Right.RECORD, (force,), lambda book, who: book.adoptions.change(known, who, status=status), "Noted."
        )
    else:
        row = Adoption(practice_id=entry.id, force=force, status=status)
        records.write(Right.RECORD, (force,), lambda book, who: book.adoptions.add(row, who), "Noted.")


def _turn(entry: PromisingPractice, status: str) -> None:
    """Withdraw an entry, or share it again."""
    done = f"{entry.title} is {'withdrawn; it stays in the records' if status == 'withdrawn' else 'shared again'}."
    records.write(
        Right.RECORD, (entry.force,), lambda book, who: book.practices.change(entry, who, status=status), done
    )
