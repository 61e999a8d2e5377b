"""Clarifying or disputing a grade at the meeting: the original stays, and it is said who, when and why."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from arms_analytics.access import Right
from arms_analytics.finding_rows import lines
from arms_analytics.network import network
from arms_analytics.store import StoreError
from arms_analytics.store.records import AnswerKey, Moderation, Records
from arms_analytics.ui import records
from arms_analytics.ui.fold import fold
from arms_analytics.ui.words import count, plain
from arms_analytics.vocabulary import NOT_APPLICABLE, day, said_risk

CLARIFY, DISPUTE, WITHDRAW = "The grade is clarified", "The grade is disputed", "Withdraw what was said"


def offer(answers: pd.DataFrame) -> None:
    """What was said of these grades, and controls for those among them that this person may clarify."""
    _standing(answers)
    open_to = {
        name_of(answer): answer
        for answer in lines(answers)
        if records.allowed(Right.CLARIFY, answer.reviewed_force, answer.reviewing_force)
    }
    if open_to:
        fold("Clarify or dispute a grade", "moderation", lambda: _choose_and_ask(open_to))


def _choose_and_ask(open_to: dict[str, Any]) -> None:
    named = st.selectbox("Review", list(open_to), format_func=lambda name: _named(open_to[name]), key="moderated")
    answer = open_to[named]
    try:
        said = records.records().moderations.history(key_of(answer))
    except StoreError as fault:
        st.error(plain(str(fault)))
        return
    _show(said)
    _ask(answer, said[-1] if said else None)


def _standing(answers: pd.DataFrame) -> None:
    """What stands of meetings about any of these answers, for everybody who sees them."""
    by_key = {key_of(answer): answer for answer in lines(answers)}
    said = [one for one in _latest() if one.key in by_key and one.kind != "withdrawn"]
    if not said:
        return
    clarified = sum(one.kind == "clarified" for one in said)
    follow = f"{count(clarified, 'grade')} clarified: counts and findings follow it." if clarified else ""
    disputed = f"{count(len(said) - clarified, 'grade')} disputed." if len(said) > clarified else ""
    st.html(f'<p class="arms-line"><strong>{" ".join(part for part in (follow, disputed) if part)}</strong></p>')
    for one in said:
        st.text(f"{_review(by_key[one.key])}: {in_words(one)}")


def disputed(answers: pd.DataFrame) -> set[AnswerKey]:
    """Those of these rows of `findings.evidence` whose grade is disputed, by natural key."""
    return {key_of(answer) for answer in lines(answers)} & {one.key for one in _latest() if one.kind == "disputed"}


def _latest() -> list[Moderation]:
    return records.kept(lambda book: book.moderations.latest())


def key_of(answer: Any) -> AnswerKey:
    """The answer by natural key, from a row of `findings.evidence`."""
    return AnswerKey(answer.reviewed_force, int(answer.quarter_index), answer.review_key, answer.question_id)


def name_of(answer: Any) -> str:
    """What the control calls this answer by."""
    return f"{answer.review_id} {answer.question_id}"


def in_words(said: Moderation) -> str:
    """One statement as a line of minutes."""
    grade = network().grade_scale.said
    became = {
        "clarified": f"clarified from {grade(said.original_grade)} to {grade(said.grade)}",
        "disputed": "disputed",
        "withdrawn": "what had been said was withdrawn",
    }[said.kind]
    return f"{day(said.at)}, {said.who}: {became}. {said.reason}"


def _named(answer: Any) -> str:
    # The grade as the workbook has it: were it the one that stands, the browser would go on showing the one before.
    return f"{_review(answer)}, {network().grade_scale.said(answer.original_grade)}"


def _review(answer: Any) -> str:
    """Which review's answer it is, and to what."""
    parts = (said_risk(answer.risk_level), answer.review_ref, answer.reviewed_force, answer.question_id)
    return ", ".join(part for part in parts if part)


def _show(said: list[Moderation]) -> None:
    for statement in said:
        st.text(in_words(statement))


def _ask(answer: Any, last: Moderation | None) -> None:
    kinds = [CLARIFY, DISPUTE] + ([WITHDRAW] if last and last.kind != "withdrawn" else [])
    kind = st.radio("What was agreed", kinds, key="moderation_kind")
    grade = None
    if kind == CLARIFY:
        steps = [grade.key for grade in reversed(network().grade_scale.grades)] + [NOT_APPLICABLE]
        others = [step for step in steps if step != answer.grade]
        grade = st.selectbox("The grade is", others, format_func=network().grade_scale.said, key="moderation_grade")
    st.text_input("Why", key="moderation_reason", max_chars=500)
    st.button("Store", key="moderation_store", on_click=_store, args=(answer, last, kind, grade))


def _store(answer: Any, last: Moderation | None, kind: str, grade: str | None) -> None:
    reason = st.session_state.get("moderation_reason", "").strip()
    if not reason:
        records.say("What was agreed says why, in a few words. Nothing was stored.", good=False)
        return
    key = key_of(answer)
    drawn = {"moderated": name_of(answer), "moderation_kind": kind, **({"moderation_grade": grade} if grade else {})}
    if any(st.session_state.get(control) != value for control, value in drawn.items()):
        records.say("The choice changed as it was being stored. Nothing was stored; look at it again.", good=False)
        return

    def work(book: Records, who: str) -> None:
        if kind == CLARIFY and grade:
            book.moderations.clarify(key, answer.original_grade, grade, reason, who, last)
        elif kind == DISPUTE:
            book.moderations.dispute(key, answer.original_grade, reason, who, last)
        elif last:
            book.moderations.withdraw(last, reason, who)

    done = "Stored. The grade stands as it is, and is marked as disputed."
    if kind != DISPUTE:
        done = "Stored. Findings follow the grade that now stands; the original stays with the review."
    if records.write(Right.CLARIFY, (answer.reviewed_force, answer.reviewing_force), work, done):
        st.session_state["moderation_reason"] = ""  # what was not stored keeps its reason
