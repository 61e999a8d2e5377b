"""The reviews behind a cell: grade, the reviewers' words, who reviewed, and the workbook cell it all came from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from arms_analytics.finding_rows import lines
from arms_analytics.network import network
from arms_analytics.ui import moderation, selection
from arms_analytics.ui.key import badge
from arms_analytics.ui.marks import marked
from arms_analytics.vocabulary import Question, said_risk

SENTENCE = 80
"""Characters from which what is said of a cell is a sentence to read rather than a count to see."""
WORDING = 240
"""Characters of a question that the panel shows at once: the finding and the reviews follow it."""


def panel(
    answers: pd.DataFrame,
    question: Question | None,
    where: str,
    said: str,
    below: Callable[[], None] | None = None,
    *,
    next_step: str = "",
    named: str = "",
) -> None:
    """Show these rows of `findings.evidence` with a button that closes the panel.

    Where they are of several forces, quarters or questions, each says of which. `below` draws what can be done about
    them, at the end of the panel. `said` is the count or the finding, `next_step` what follows from it, `named` markup
    of whom it concerns.
    """
    with st.container(key="evidence", gap="small"):
        st.button("Close", key="close_evidence", on_click=lambda: selection.change(cell=None))
        st.html(_markup(answers, question, where, _said(said, next_step) + named))
        if below:
            below()


def parted(sentence: str) -> tuple[str, str]:
    """A finding's sentence as what it is about, for a head, and what it says of that: `Cheshire`, `eight plans …`."""
    about, _, said = sentence.partition(": ")
    return about, said


def empty(words: str) -> None:
    """The panel before anything was chosen."""
    with st.container(key="evidence"):
        st.html(f'<p class="arms-empty arms-nothing">{escape(words)}</p>')


def _markup(answers: pd.DataFrame, question: Question | None, where: str, said: str) -> str:
    """`said` is markup."""
    heading = f"{question.id} {question.short}" if question else where
    place = f'<p class="where">{escape(where)}</p>' if question else ""
    wording = _wording(question.wording) if question else ""
    differ = [name for name in ("question_id", "reviewed_force", "quarter_index") if answers[name].nunique() > 1]
    doubted = moderation.disputed(answers)
    reviews = "".join(
        review(answer, question, of=_of(answer, differ), disputed=moderation.key_of(answer) in doubted)
        for answer in lines(answers)
    )
    return (
        f'<section class="arms-evidence" aria-label="Reviews behind the chosen cell"><h2>{escape(heading)}</h2>'
        f"{place}{wording}{said}{reviews}</section>"
    )


def _wording(text: str) -> str:
    """A question in full; of one that would fill the panel the beginning, and the rest when it is opened."""
    if len(text) <= WORDING:
        return f'<p class="wording">{escape(text)}</p>'
    begins = text[:WORDING].rsplit(" ", 1)[0]
    return (
        f'<details class="wording"><summary><span>{escape(begins)} … </span><u>The whole question</u></summary>'
        f"{escape(text)}</details>"
    )


def _said(said: str, next_step: str) -> str:
    """The count in strong type, a finding as a sentence, and the next step set apart; markup."""
    kind = "tally" if len(said) < SENTENCE else "sentence"
    what = f'<p class="{kind}">{escape(said[:1].upper() + said[1:])}</p>' if said else ""
    step = f'<p class="next"><strong>Next:</strong> {escape(next_step[:1].lower() + next_step[1:])}</p>'
    return what + (step if next_step else "")


def _of(answer: Any, differ: Sequence[str]) -> str:
    """What tells this answer from the others of the panel."""
    question = selection.choices().question(answer.question_id)
    said = {
        "question_id": f"{answer.question_id} {question.short if question else ''}".strip(),
        "reviewed_force": answer.reviewed_force,
        "quarter_index": network().quarter_at(answer.quarter_index).short,
    }
    return ", ".join(said[name] for name in differ)


def review(
    answer: Any, question: Question | None = None, words: Sequence[str] = (), of: str = "", *, disputed: bool = False
) -> str:
    """One answer as markup: grade (as clarified, the original beside it; or disputed), feedback, reviewers, origin."""
    feedback = marked(answer.feedback, words) if answer.feedback else "<em>No feedback was written.</em>"
    reworded = ""
    if question and answer.question and answer.question != question.wording:
        reworded = f"As asked in the workbook: {escape(answer.question)}<br>"
    about = f"<strong>{escape(of)}</strong>" if of else ""
    risk = said_risk(answer.risk_level)
    return (
        f'<article class="arms-review"><h3>{badge(answer.grade)}{about}<span>{escape(risk)}</span>'
        f"{_clarified(answer)}{'<span>disputed</span>' if disputed else ''}</h3><blockquote>{feedback}</blockquote>"
        f'<p class="origin">{reworded}{_reviewers(answer)}<br>{_origin(answer)}</p></article>'
    )


def _clarified(answer: Any) -> str:
    if not answer.is_clarified:
        return ""
    original = network().grade_scale.said(answer.original_grade)
    return f"<span>clarified at the meeting; was {escape(original)}</span>"


def found(answer: Any, question: Question | None, words: Sequence[str]) -> str:
    """One answer among those of many forces and questions: where it stands before what it says."""
    heading = f"{answer.question_id} {question.short if question else answer.question}"
    quarter = network().quarter_at(answer.quarter_index).short
    return (
        f'<div class="arms-found"><h2>{escape(heading)}'
        f"<span>{escape(answer.reviewed_force)}, {escape(quarter)}</span></h2>{review(answer, question, words)}</div>"
    )


def _reviewers(answer: Any) -> str:
    by = f"Reviewed by {answer.reviewing_force}" if answer.reviewing_force else "Reviewing force not stated"
    officer = f"officer {answer.officer_ref}" if answer.officer_ref else ""
    return escape(", ".join(part for part in (by, answer.review_ref, officer) if part))


def _origin(answer: Any) -> str:
    """`workbook › tab › cell`, and the feedback's cell where it is another."""
    cells = answer.cell
    if answer.feedback and answer.feedback_cell and answer.feedback_cell != answer.cell:
        cells = f"{answer.cell}, feedback {answer.feedback_cell}"
    return escape(f"{answer.workbook} › {answer.sheet} › {cells}")
