"""The repository of promising practice: entries curated from findings, searched, asked about, adopted, withdrawn."""

from __future__ import annotations

import datetime as dt
from html import escape

import streamlit as st

from arms_analytics.access import Right
from arms_analytics.store.records import Adoption, PromisingPractice
from arms_analytics.ui import records, selection
from arms_analytics.ui.words import day, listed

LOOK_AGAIN = dt.timedelta(days=365)
STATUSES = {"asked": "asked about it", "adopted": "adopted it"}


def curate(force: str | None, question_id: str | None, quarter_index: int) -> None:
    """Controls that turn a finding into an entry, for those who may."""
    if not records.allowed(Right.RECORD, force):
        return
    with st.expander("Put it into the repository"), st.form(f"curate_{force}_{question_id}", border=False):
        title = st.text_input("Title", max_chars=120)
        what = st.text_area("What they do", max_chars=1000)
        why = st.text_area("Why it works", max_chars=1000)
        contact = st.text_input("Whom to ask (a role, not a name)", max_chars=100)
        review_by = st.date_input("Look at it again by", dt.date.today() + LOOK_AGAIN, format="DD/MM/YYYY")
        if st.form_submit_button("Share it"):
            entry = PromisingPractice(
                title=title.strip(), what=what.strip(), why=why.strip(), contact=contact.strip(), force=force,
                questions=(question_id,) if question_id else (), quarter_index=quarter_index, review_by=review_by,
            )  # fmt: skip
            if not (entry.title and entry.what and entry.contact):
                records.say("An entry needs a title, what they do, and whom to ask. Nothing was stored.", good=False)
            else:
                records.write(Right.RECORD, (force,), lambda book, who: book.practices.add(entry, who), "Shared.")
            st.rerun()


def repository(force: str | None, question_id: str | None) -> None:
    """The entries that are shared, searched by words; the choices of the sidebar narrow them."""
    words = st.text_input("Search the repository", key="practice_words").casefold().split()
    entries = [
        entry
        for entry in records.kept(lambda book: book.practices.find(status="shared"))
        if force in (None, entry.force)
        and (question_id is None or question_id in entry.questions)
        and all(word in f"{entry.title} {entry.what} {entry.why} {entry.force}".casefold() for word in words)
    ]
    if not entries:
        st.html(
            '<p class="arms-empty">No entry here yet. Choose a row of the register and put it into the repository.</p>'
        )
    adoptions = records.kept(lambda book: book.adoptions.find())
    for entry in entries:
        with st.container(border=True):
            st.html(_entry(entry, [a for a in adoptions if a.practice_id == entry.id]))
            _respond(entry, adoptions)


def _entry(entry: PromisingPractice, adoptions: list[Adoption]) -> str:
    questions = [q.short for key in entry.questions if (q := selection.choices().question(key))]
    about = ", ".join(part for part in (entry.force or "", *questions) if part)
    late = " Its date to look at it again has passed." if entry.review_by and entry.review_by < dt.date.today() else ""
    until = f"To be looked at again by {day(entry.review_by)}.{late}" if entry.review_by else ""
    said = [
        f"{listed([a.force for a in adoptions if a.status == status])} {words}."
        for status, words in STATUSES.items()
        if any(a.status == status for a in adoptions)
    ]
    return (
        f"<h3>{escape(entry.title)}</h3><p>{escape(about)}</p><p>{escape(entry.what)}</p>"
        f"<p>{escape('Why it works: ' + entry.why) if entry.why else ''}</p>"
        f"<p>Ask: {escape(entry.contact)}. {escape(until)} {escape(' '.join(said))}</p>"
    )


def _respond(entry: PromisingPractice, adoptions: list[Adoption]) -> None:
    mine = [f for f in selection.choices().forces if f != entry.force and records.allowed(Right.RECORD, f)]
    ask, take, withdraw = st.columns([2, 2, 1])
    if mine:
        force = ask.selectbox("Force", mine, key=f"adopts_{entry.id}", label_visibility="collapsed")
        status = take.radio(
            "What it did", list(STATUSES), format_func=STATUSES.get, horizontal=True, key=f"how_{entry.id}",
            label_visibility="collapsed",
        )  # fmt: skip
        take.button("Note it", key=f"note_{entry.id}", on_click=_note, args=(entry, force, status, adoptions))
    if records.allowed(Right.RECORD, entry.force):
        withdraw.button("Withdraw", key=f"withdraw_{entry.id}", on_click=_withdraw, args=(entry,))


def _note(entry: PromisingPractice, force: str, status: str, adoptions: list[Adoption]) -> None:
    known = next((a for a in adoptions if a.practice_id == entry.id and a.force == force), None)
    if known:
        records.write(
            Right.RECORD, (force,), lambda book, who: book.adoptions.change(known, who, status=status), "Noted."
        )
    else:
        row = Adoption(practice_id=entry.id, force=force, status=status)
        records.write(Right.RECORD, (force,), lambda book, who: book.adoptions.add(row, who), "Noted.")


def _withdraw(entry: PromisingPractice) -> None:
    records.write(
        Right.RECORD,
        (entry.force,),
        lambda book, who: book.practices.change(entry, who, status="withdrawn"),
        f"{entry.title} is withdrawn; it stays in the records.",
    )
