"""A register of findings as a table of cells: what is found, how sure, by which count, and the run of quarters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from arms_analytics.charts.grid import Cell, Grid, Head, Place, cells_by_key, count_cell
from arms_analytics.charts.heads import quarter_heads
from arms_analytics.finding_rows import lines
from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter

Says = Callable[[Any], tuple[str, str]]
"""From a finding's row: what stands in the cell, and how it is said in full."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column before the quarters. `hint` says what stands there in full, `under` in a word or two.

    `aside`: the sentence that a row opens says it too.
    """

    says: Says
    hint: str
    under: str = ""
    aside: bool = False


def _failed(row: Any) -> tuple[str, str]:
    return f"{row.failures} of {row.reviews}", f"{row.failures} of the last {row.reviews} reviews failed"


FAILED = Column(_failed, "Reviews of the last year that failed", "failed")


def said_heads(columns: Mapping[str, Column]) -> tuple[Head, ...]:
    """The heads of these columns, by their names."""
    return tuple(
        Head(name, name, name, column.hint, under=column.under, total=True, aside=column.aside)
        for name, column in columns.items()
    )


def said_cells(rows: Mapping[str, Any], columns: Mapping[str, Column]) -> dict[Place, Cell]:
    """What these columns say of each row, by the row's key: text alone, without a tint."""
    return {
        (key, name): Cell((), *column.says(row), heat=0)
        for key, row in rows.items()
        for name, column in columns.items()
    }


def of_findings(
    found: pd.DataFrame,
    runs: pd.DataFrame,
    quarters: Sequence[Quarter],
    caption: str,
    columns: Mapping[str, Column],
    group: Callable[[Any], str] = lambda row: "",
) -> Grid:
    """One row per finding in the order given, keyed `force:question`; `columns` come before the quarters.

    `found` has reviewed_force, question_id, short; `runs` are the rows of `findings.runs`.
    """
    short = {force.name: force.short for force in network().known_forces}
    rows = tuple(
        Head(
            key(row.reviewed_force, row.question_id),
            f"{row.question_id} {row.short}",
            f"{row.reviewed_force}, {row.question_id} {row.short}",
            group=group(row),
            number=short.get(row.reviewed_force, row.reviewed_force),
        )
        for row in lines(found)
    )
    across = (*said_heads(columns), *quarter_heads(quarters))
    cells = said_cells({key(row.reviewed_force, row.question_id): row for row in lines(found)}, columns)
    for line in lines(runs[_of_rows(runs, found)]):
        place = (key(line.reviewed_force, line.question_id), network().quarter_at(int(line.quarter_index)).key)
        cells[place] = count_cell(line.of_grade, line.not_applicable, line.ungraded)
    corner = f"Finding (by quarter: reviews below {network().grade_scale.pass_name})"
    return Grid(caption, corner, rows, across, cells_by_key(rows, across, cells), banded=True)


def _of_rows(runs: pd.DataFrame, found: pd.DataFrame) -> pd.Series[bool]:
    """Which of the runs belong to a row: of a country's, a tenth do."""
    names = ["reviewed_force", "question_id"]
    return pd.Series(pd.MultiIndex.from_frame(runs[names]).isin(pd.MultiIndex.from_frame(found[names])), runs.index)


def key(force: str, question_id: str) -> str:
    """The key of a row."""
    return f"{force}:{question_id}"
