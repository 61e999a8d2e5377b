"""How were the plans graded: forces, questions, quarters and who reviewed, counted from any two of these sides."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from arms_analytics.findings.sql import Cursor, ask, bound
from arms_analytics.vocabulary import Selection

DIMENSIONS = ("force", "question", "quarter", "review", "reviewing_force")
COUNTED = ("quarter", "review")
"""Dimensions whose keys are whole numbers: Quarter.index and review_id; the others are names and question ids.

A review that does not say who reviewed it has a reviewing force of None."""


def count_by(cursor: Cursor, rows: str, columns: str, selection: Selection) -> pd.DataFrame:
    """Count the selected boxes for each pair of values of two of DIMENSIONS, where there is any.

    A dimension laid along an axis is not narrowed by the selection, only the others are; a quarter of None is all
    quarters. The frame has, per cell: `row`, `column` (keys of the two dimensions), `graded` (boxes with a grade
    of the scale), `failures` among them, `of_grade` (dict: grade key → boxes), `not_applicable`, `ungraded`
    (blank or unsettled), `worst_rank` (0 is the scale's worst grade; <NA> where nothing is graded). ValueError where
    the two are one, or none of DIMENSIONS.
    """
    if rows == columns or {rows, columns} - set(DIMENSIONS):
        raise ValueError(f"A heatmap has two different sides out of {', '.join(DIMENSIONS)}: {rows!r}, {columns!r}.")
    beside = _narrowed_beside({rows, columns}, selection)
    cells = ask(cursor, "heatmap", {"rows": rows, "columns": columns, **bound(beside)})
    cells = cells.rename(columns={"row_key": "row", "column_key": "column"})
    for axis, dimension in (("row", rows), ("column", columns)):
        if dimension in COUNTED:
            cells[axis] = cells[axis].astype("int64")
    return cells.astype({"worst_rank": "Int8"})


def _narrowed_beside(axes: set[str], selection: Selection) -> Selection:
    """The selection without what lies along an axis."""
    return replace(
        selection,
        force=None if "force" in axes else selection.force,
        question_id=None if "question" in axes else selection.question_id,
        quarter=None if "quarter" in axes else selection.quarter,
        reviewing_force=None if "reviewing_force" in axes else selection.reviewing_force,
    )
