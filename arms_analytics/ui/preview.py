"""What the reader understood of a workbook, drawn before anything is stored: counts, problems, questions, the tab."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from arms_analytics.access import Right
from arms_analytics.findings.sentences import listed
from arms_analytics.network import network
from arms_analytics.ui import dropped, records
from arms_analytics.ui.dropped import Dropped
from arms_analytics.ui.key import badge
from arms_analytics.ui.table import Markup, table
from arms_analytics.ui.words import count, plain, unbroken, where
from arms_analytics.vocabulary import NOT_APPLICABLE, Answer, OpenQuestion, Reading, Review, Severity, said_risk
from arms_analytics.workbook.grading.colour_meanings import NOT_GRADED

WEIGHT = {Severity.ERROR: "Stands in the way", Severity.WARNING: "To look at", Severity.INFO: "Good to know"}
EXCERPT = 90
STORED = "It is stored, without what it asks below. Answer it to store it again, or clear it away."


def show(waiting: Dropped) -> None:
    """One workbook: what it is, what it asks, what was unsure, and each tab as it was understood."""
    reading = waiting.reading
    with st.container(border=True):
        st.header(plain(waiting.path.name), anchor=False)
        st.write(STORED if waiting.stored else in_words(reading))
        if reading.open_questions:
            ask(waiting)
        if reading.reviews:
            st.html(_forces(reading))
        if reading.problems and not _only_reason(reading):
            st.html(_problems(reading))
        if reading.reviews:
            _tab(reading, waiting.path.name)
        if new := [seen for seen in reading.questions if seen.how != "same"]:
            with st.expander(f"How its questions were recognised ({count(len(new), 'difference')})"):
                rows = [(seen.question_id, seen.number, seen.wording, seen.how) for seen in new]
                st.html(
                    table("Questions that differ from the set", ["Question", "Number there", "Wording", "How"], rows)
                )


def in_words(reading: Reading) -> str:
    """Whether it can be stored, and what it holds."""
    held = listed([quarter.label for quarter in reading.quarters])
    graded = count(reading.grades, "box", "boxes")
    what = f"{count(len(reading.reviews), 'review')} of {count(len(reading.forces), 'force')}, {graded} graded"
    if reading.open_questions and reading.refused:
        asked = len(reading.open_questions)
        return f"It cannot be stored before {count(asked, 'question')} {'is' if asked == 1 else 'are'} answered below."
    if reading.refused:
        return (
            f"It cannot be stored. {plain(_only_reason(reading)) or 'The reasons stand below.'} Nothing of it was kept."
        )
    return f"It can be stored: {held}, {what}."


def _only_reason(reading: Reading) -> str:
    """Why a workbook as a whole cannot be stored, where that is all that there is to say of it; otherwise empty."""
    if not reading.refused or reading.open_questions or len(reading.problems) != 1:
        return ""
    [problem] = reading.problems
    return "" if problem.sheet else problem.message


def left_out(waiting: Sequence[Dropped]) -> str:
    """How many of several a load would leave out; empty where that is none or all."""
    out = sum(each.reading.refused for each in waiting)
    some = 0 < out < len(waiting)
    return f"{out} of {len(waiting)} cannot be stored as they stand; each says why." if some else ""


def ask(waiting: Dropped) -> None:
    """The reader's questions, each with its choices; nothing is applied before a person says so."""
    questions = waiting.reading.open_questions
    given = {question.key: _answer(question, _control(waiting, question)) for question in questions}
    may_answer = records.allowed(Right.LOAD)
    if st.button("Use these answers", key=f"use_{waiting.path.parent.name}", disabled=not may_answer):
        dropped.remember(questions, given)
        st.rerun()


def not_used_yet(waiting: Iterable[Dropped]) -> dict[OpenQuestion, str]:
    """The answers that stand chosen on the page and of which nobody has said yet that they be used."""
    chosen = {
        question: str(st.session_state.get(_control(each, question)) or "").strip()
        for each in waiting
        for question in each.reading.open_questions
    }
    return {question: answer for question, answer in chosen.items() if answer not in ("", question.suggestion)}


def _control(waiting: Dropped, question: OpenQuestion) -> str:
    """Its key: two workbooks may ask the same."""
    return f"answer_{waiting.path.parent.name}_{question.key}"


def _answer(question: OpenQuestion, control: str) -> str:
    where = " ".join(part for part in (question.sheet, question.cell) if part)
    boxes = f", {count(question.boxes, 'box', 'boxes')}" if question.boxes else ""
    if question.colour:
        st.html(
            f'<p><span class="grade" style="background:#{escape(question.colour)};color:#111">'
            f"{escape(question.colour)}</span> {escape(where + boxes)}</p>"
        )
    label = plain(question.text if question.colour or not where else f"{question.text} ({where}{boxes})")
    if not question.choices:
        return st.text_input(label, question.suggestion, key=control).strip()
    options = ["", *question.choices]
    suggested = options.index(question.suggestion) if question.suggestion in options else 0
    return str(st.selectbox(label, options, suggested, format_func=lambda o: _choice(o), key=control))


def _choice(option: str) -> str:
    if option in network().grade_scale:
        return network().grade_scale[option].name
    words = {"": "Not answered", NOT_APPLICABLE: "Not applicable", NOT_GRADED: "No grade: leave it not graded"}
    return words.get(option, option)


def _forces(reading: Reading) -> str:
    rows = []
    for force in reading.forces:
        reviews = [review for review in reading.reviews if review.force == force]
        answers = [answer for review in reviews for answer in review.answers]
        by = listed(sorted({review.reviewing_force or "not stated" for review in reviews}))
        grades = Counter(answer.grade for answer in answers)
        steps = [str(grades[grade.key]) for grade in reversed(network().grade_scale.grades)]
        rows.append((force, by, len(reviews), *steps, grades[NOT_APPLICABLE], grades[None]))
    names = [grade.name for grade in reversed(network().grade_scale.grades)]
    return table(
        "What was understood", ["Force", "Reviewed by", "Reviews", *names, "Not applicable", "Not graded"], rows
    )


def _problems(reading: Reading) -> str:
    rows = [
        (unbroken(WEIGHT[problem.severity]), *where(problem.sheet, problem.cell), problem.message)
        for problem in sorted(reading.problems, key=lambda problem: list(WEIGHT).index(problem.severity))
    ]
    return table("What was not certain", ["Weight", "Tab", "Cell", "What it says, and what to do"], rows)


def _tab(reading: Reading, name: str) -> None:
    """One tab drawn back: question by review, each grade beside the cell it was read from."""
    sheets = list(dict.fromkeys(review.sheet for review in reading.reviews))
    with st.expander("Look at a tab as it was understood"):
        sheet = st.selectbox("Tab", sheets, key=f"tab_{name}_{reading.sha256[:8]}")
        st.html(drawn_back([review for review in reading.reviews if review.sheet == sheet], f"{sheet} as understood"))


def drawn_back(reviews: Iterable[Review], caption: str) -> str:
    """Markup: a row a question, a column a review; in each box the grade, its cell, and the feedback's first words."""
    reviews = list(reviews)
    wordings: dict[str, str] = {}
    for review in reviews:
        for answer in review.answers:
            wordings.setdefault(answer.question_id, answer.question)
    heads = ["Question", *(_head(review) for review in reviews)]
    boxes = [{answer.question_id: answer for answer in review.answers} for review in reviews]
    rows = [
        [f"{number} {wording}", *(_box(answers[number]) if number in answers else "not asked" for answers in boxes)]
        for number, wording in wordings.items()
    ]
    return table(caption, heads, rows)


def _box(answer: Answer) -> Markup:
    words = answer.feedback if len(answer.feedback) <= EXCERPT else answer.feedback[:EXCERPT] + " …"
    return Markup(f"{badge(answer.grade)} <small>{escape(answer.cell)}</small><br>{escape(words)}")


def _head(review: Review) -> str:
    by = f"by {review.reviewing_force}" if review.reviewing_force else "reviewing force not stated"
    return ", ".join(part for part in (said_risk(review.risk_level), review.review_ref, by) if part)
