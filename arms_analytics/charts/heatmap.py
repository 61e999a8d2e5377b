"""The cube of grades as a table of cells, from each of its three sides, and the collated sheet itself."""

from __future__ import annotations

from collections.abc import Sequence
from numbers import Integral
from typing import Any

import pandas as pd

from arms_analytics.charts.grid import Cell, Grid, Head, added_cells, cells_by_key, count_cell, grade_cell
from arms_analytics.charts.lines import lines
from arms_analytics.network import network
from arms_analytics.vocabulary import WHOLE_REGION, Quarter, Question, RiskLevel


def question_heads(questions: Sequence[Question]) -> tuple[Head, ...]:
    """Questions as rows, grouped by section: number, short label; the full wording as a hint."""
    return tuple(Head(q.id, q.short, f"{q.id} {q.short}", q.wording, q.section, number=q.id) for q in questions)


def force_rows(forces: Sequence[str]) -> tuple[Head, ...]:
    """Forces by their full names, where they head rows."""
    return tuple(Head(name, name, name) for name in forces)


def force_heads(forces: Sequence[str]) -> tuple[Head, ...]:
    """Forces by their short names, where they head columns; the full ones as a hint."""
    known = {force.name: force.short for force in network().known_forces}
    return tuple(Head(name, known.get(name, name), name, name) for name in forces)


def quarter_heads(quarters: Sequence[Quarter]) -> tuple[Head, ...]:
    """Quarters in the given order: `Q1` over `25/26`."""
    return tuple(Head(q.key, q.short.split()[0], q.label, q.label, under=q.short.split()[1]) for q in quarters)


def review_heads(answers: pd.DataFrame) -> tuple[Head, ...]:
    """The reviews of one force and quarter, in the order of its tab, from the rows of `findings.evidence`."""
    reviews = answers.drop_duplicates("review_id").sort_values(["ordinal", "review_id"])
    heads = []
    for place, review in enumerate(lines(reviews), start=1):
        risk = RiskLevel(review.risk_level).label if review.risk_level else "Risk level not stated"
        said = ", ".join(part for part in (f"Review {place}", risk, review.review_ref) if part)
        heads.append(Head(str(place), risk, said, said, under=review.review_ref or f"Review {place}"))
    return tuple(heads)


def of_counts(
    counts: pd.DataFrame,
    rows: Sequence[Head],
    columns: Sequence[Head],
    caption: str,
    corner: str,
    *,
    total: bool = False,
    newest_last: bool = False,
) -> Grid:
    """A grid of several reviews in each cell, from the rows of `findings.heatmap`, in the order of the heads.

    With `total` a last column adds up each row.
    """
    cells = {
        (_key(line.row), _key(line.column)): count_cell(line.of_grade, line.not_applicable, line.ungraded)
        for line in lines(counts)
    }
    if total:
        columns = (*columns, TOTAL)
        cells |= added_cells(((_key(line.row), TOTAL.key), line) for line in lines(counts))
    table = cells_by_key(rows, columns, cells)
    return Grid(caption, corner, tuple(rows), tuple(columns), table, newest_last=newest_last)


TOTAL = Head("all", "All", "All together", total=True)
REGION = Head(TOTAL.key, WHOLE_REGION, WHOLE_REGION)
"""The same where it heads a row."""


def _key(value: Any) -> str:
    """A cell's key as its head has it: a quarter comes as its index."""
    return network().quarter_at(int(value)).key if isinstance(value, Integral) else str(value)


def of_answers(answers: pd.DataFrame, rows: Sequence[Head], caption: str) -> Grid:
    """The collated sheet: questions by reviews of one force and quarter, from the rows of `findings.evidence`."""
    columns = review_heads(answers)
    places = {review: str(place) for place, review in enumerate(_review_ids(answers), start=1)}
    cells: dict[tuple[str, str], Cell] = {
        (answer.question_id, places[answer.review_id]): grade_cell(answer.grade) for answer in lines(answers)
    }
    return Grid(caption, "Question", tuple(rows), columns, cells_by_key(rows, columns, cells), kind="grades")


def review_at(answers: pd.DataFrame, place: str) -> int:
    """The review_id of the column with this key."""
    return _review_ids(answers)[int(place) - 1]


def _review_ids(answers: pd.DataFrame) -> list[int]:
    return list(answers.drop_duplicates("review_id").sort_values(["ordinal", "review_id"])["review_id"])
