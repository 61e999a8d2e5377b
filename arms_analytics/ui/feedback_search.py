"""Searching feedback: the box for words, what narrows beside it, and the texts that were found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from arms_analytics.finding_rows import lines
from arms_analytics.findings.sentences import listed
from arms_analytics.network import network
from arms_analytics.ui import evidence, page, selection, words
from arms_analytics.ui.controls import pick
from arms_analytics.vocabulary import Selection

PAGE_KEY = "search_page"


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: the words as typed, where, with which grade (None: any), and which page of results."""

    text: str
    selection: Selection
    grade: str | None
    page: int


def choose(chosen: Selection) -> Sought:
    """The controls over the results. The words stay out of the address: they may say too much."""
    offered = selection.choices()
    grades = {grade.key: grade.name for grade in reversed(network().grade_scale.grades)}
    typed, graded, reviewed = st.columns([3, 1, 1])
    with typed:
        text = st.text_input(
            "Words to find",
            key="search_words",
            type="search",
            placeholder='home visit, or "home visit" for the two words together',
            persist_state="session",
            on_change=_first_page,
        )
    with graded:
        grade = pick("Grade", "grade", grades, selection.named("grade"), everything="All grades")
    with reviewed:
        forces = {name: name for name in offered.reviewing_forces}
        by = pick(
            "Reviewing force", "reviewing", forces, selection.named("reviewing"), everything="All reviewing forces"
        )
    narrowed = replace(chosen, reviewing_force=by)
    selection.show(narrowed)
    return Sought(text, narrowed, grade, _page(narrowed, grade))


def show(answers: pd.DataFrame, looked_for: Sequence[str], *, per_page: int) -> None:
    """The texts found, those words marked, with the way to the next page; or what to do when there is none."""
    if answers.empty:
        sought = f"No feedback holds {listed([f'“{word}”' for word in looked_for])}" if looked_for else "No feedback"
        page.notice(f"{sought} here. Try fewer words, or widen the selection.")
        return
    found = int(answers["found"].iloc[0])
    first = (st.session_state[PAGE_KEY] - 1) * per_page + 1
    page.line(words.count(found, "feedback text"), f"showing {first} to {first + len(answers) - 1}, newest first")
    offered = selection.choices()
    st.html(
        "".join(evidence.found(answer, offered.question(answer.question_id), looked_for) for answer in lines(answers))
    )
    pages = -(-found // per_page)
    if pages > 1:
        st.pagination(pages, key=PAGE_KEY)


def _first_page() -> None:
    st.session_state[PAGE_KEY] = 1


def _page(narrowed: Selection, grade: str | None) -> int:
    """The page of results to show: the first again whenever something else is looked for."""
    if st.session_state.get("searched") != (narrowed, grade):
        st.session_state["searched"] = (narrowed, grade)
        _first_page()
    return int(st.session_state.setdefault(PAGE_KEY, 1))
