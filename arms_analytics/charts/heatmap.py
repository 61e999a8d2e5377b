"""The cube of grades as a table of cells, from each of its three sides, and the collated sheet itself."""

from __future__ import annotations

from collections.abc import Sequence
from numbers import Integral
from typing import Any

import pandas as pd

from arms_analytics.charts.grid import Cell, Grid, Head, added_cells, cells_by_key, count_cell, grade_cell
from arms_analytics.charts.heads import TOTAL, review_heads
from arms_analytics.finding_rows import lines
from arms_analytics.network import network


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
