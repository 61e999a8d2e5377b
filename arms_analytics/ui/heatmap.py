"""The sides from which the cube of forces, questions and quarters is looked at, and the reviews behind its cells."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from arms_analytics.charts import heads
from arms_analytics.charts import heatmap as charts
from arms_analytics.charts.grid import Grid, Head
from arms_analytics.findings.evidence import reviews_behind
from arms_analytics.findings.heatmap import count_by
from arms_analytics.findings.sentences import listed
from arms_analytics.network import network
from arms_analytics.ui import actions, data, evidence, moderation, selection
from arms_analytics.ui.choosing import Chosen
from arms_analytics.ui.sidebar import HowMany
from arms_analytics.vocabulary import Selection


@dataclass(frozen=True, slots=True)
class Side:
    """One way to look: what lies along the rows and the columns, and what the sidebar asks for."""

    key: str
    label: str
    rows: str
    columns: str
    asks: dict[str, HowMany]


SIDES = {
    side.key: side
    for side in (
        Side("forces", "All forces, one quarter", "question", "force", {"force": "all", "question": "all"}),
        Side(
            "time", "One force over time", "question", "quarter", {"quarter": "all", "force": "one", "question": "all"}
        ),
        Side(
            "question",
            "One question over time",
            "force",
            "quarter",
            {"quarter": "all", "force": "all", "question": "one"},
        ),
        Side("sheet", "Collated sheet", "question", "review", {"force": "one", "question": "all"}),
    )
}


def choose_side() -> Side:
    """The control that turns the cube; kept in the address."""
    key = "choose_side"
    now = selection.parameter("side", SIDES, "forces")
    st.radio(
        "Look at",
        list(SIDES),
        index=selection.follow(key, now, list(SIDES)),
        key=key,
        format_func=lambda side: SIDES[side].label,
        horizontal=True,
        label_visibility="collapsed",
        on_change=lambda: selection.change(side=st.session_state[key], cell=None),
    )
    return SIDES[now]


def said(side: Side, chosen: Selection) -> tuple[str, ...]:
    """What is being looked at, and what a cell counts: the sidebar may be hidden where a screen is shared."""
    if side.key == "sheet":
        return _where(chosen), _collated(_answers(chosen)), _risk(chosen)
    each = f"each cell: {_counted()}"
    question = selection.choices().question(chosen.question_id)
    if side.key == "question" and question:
        return f"{question.id} {question.short}", question.wording, each, _risk(chosen)
    return _where(chosen), each, _risk(chosen)


def _collated(answers: pd.DataFrame) -> str:
    """Which grades a sheet shows: those of the workbook, unless a meeting has clarified some."""
    clarified = int(answers["is_clarified"].fillna(False).astype(bool).sum())
    return f"grades as collated, but for {clarified} clarified at the meeting" if clarified else "grades as collated"


def _counted() -> str:
    """What a cell counts."""
    return f"how many reviews fell below {network().grade_scale.pass_name}"


def grid(side: Side, chosen: Selection) -> Grid:
    """The cube from this side."""
    if side.key == "sheet":
        answers = _answers(chosen)
        return charts.of_answers(answers, _heads("question"), f"{_where(chosen)}: {_collated(answers)}")
    counts = data.find(count_by, side.rows, side.columns, chosen)
    if side.columns == "force":
        counts = counts[counts["column"].isin(selection.group_shown())]
    caption = f"{side.label}. Each cell: {_counted()}"
    return charts.of_counts(
        counts,
        _heads(side.rows, down=True),
        _heads(side.columns),
        caption,
        side.rows.capitalize(),
        total=side.key == "forces",
        newest_last=side.columns == "quarter",
    )


def behind(side: Side, chosen: Selection, row: Head, column: Head) -> pd.DataFrame:
    """The answers behind one cell."""
    answers = data.find(reviews_behind, _narrowed_to(side, chosen, row, column))
    if side.columns == "review":
        return answers[answers["review_id"] == charts.review_at(_answers(chosen), column.key)]
    return answers


def show_evidence(side: Side, chosen: Selection, cell: Chosen) -> None:
    """The panel beside the table: the reviews of the chosen cell, or what to do."""
    if cell is None:
        return evidence.empty(
            "Choose a cell of the table to read its reviews here: grade, feedback, who reviewed it "
            "and the cell of the workbook it came from. With the keyboard: Tab into the table, arrow keys, Enter."
        )
    row, column, what = cell
    answers = behind(side, chosen, row, column)
    narrowed = _narrowed_to(side, chosen, row, column)
    evidence.panel(
        answers,
        selection.choices().question(narrowed.question_id),
        _where(narrowed),
        "" if side.key == "sheet" else what.said,
        below=lambda: _act(answers, narrowed),
    )


def _act(answers: pd.DataFrame, about: Selection) -> None:
    moderation.offer(answers)
    actions.record(about)


def _answers(chosen: Selection) -> pd.DataFrame:
    return data.find(reviews_behind, chosen)


def _heads(dimension: str, *, down: bool = False) -> tuple[Head, ...]:
    """The heads of a dimension, `down` for rows."""
    offered = selection.choices()
    if dimension == "question":
        return heads.question_heads(offered.questions)
    if dimension == "quarter":
        return heads.quarter_heads(offered.quarters)
    forces = selection.group_shown()
    return heads.force_rows(forces) if down else heads.force_heads(forces)


def _narrowed_to(side: Side, chosen: Selection, row: Head, column: Head) -> Selection:
    return _narrowed(_narrowed(chosen, side.rows, row), side.columns, column)


def _narrowed(chosen: Selection, dimension: str, head: Head) -> Selection:
    if head.total or dimension == "review":
        return chosen
    if dimension == "question":
        return replace(chosen, question_id=head.key)
    return (
        replace(chosen, force=head.key)
        if dimension == "force"
        else replace(chosen, quarter=network().quarter(head.key))
    )


def _risk(chosen: Selection) -> str:
    """The risk levels that are shown alone; empty where all are."""
    levels = listed([level.label.lower() for level in chosen.risk_levels or ()])
    return f"plans of {levels} risk alone" if levels else ""


def _where(chosen: Selection) -> str:
    return ", ".join((chosen.force or "All forces", chosen.quarter.label if chosen.quarter else "all quarters"))
