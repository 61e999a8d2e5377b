"""A table of cells that people choose from: heads, cells with what they say, and how strongly they are tinted.

What `ui.cell_table` shows and what a reader of the screen hears; knows nothing of where the numbers came from.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from arms_analytics.network import network
from arms_analytics.vocabulary import NOT_APPLICABLE

Place = tuple[str, str]
"""The keys of a row and a column."""

BLANK = "blank"
"""Marks a review whose box was left empty: neither a grade nor not applicable."""

PRESENT = "present"
"""Marks a review that has arrived, where grades are not what is shown."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a row or a column. `said` is its full name for those who listen, `hint` its full wording.

    `number` stands before the label, `under` below it; rows of one `group` follow each other. `total` sets the
    column apart from the ones that it adds up. `aside` lets a column give way, where there is little room, to the
    panel beside the table, which says the same in words.
    """

    key: str
    label: str
    said: str
    hint: str = ""
    group: str = ""
    number: str = ""
    under: str = ""
    total: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `marks` are its reviews' grade keys, worst first, then NOT_APPLICABLE and BLANK.

    `heat` is 0 (none below good) to 4 (all), or "none" where there is nothing to show.
    """

    marks: tuple[str, ...]
    text: str
    said: str
    heat: int | str


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows by columns of cells. `kind` is `counts` (reviews in each cell) or `grades` (one review, one box).

    `newest_last`: where not all columns have room, the last ones are shown first. `banded`: a group's name stands in a
    line over its rows, otherwise beside them.
    """

    caption: str
    corner: str
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: tuple[tuple[Cell, ...], ...]
    kind: str = "counts"
    newest_last: bool = False
    banded: bool = False

    def at(self, key: str | None) -> tuple[Head, Head, Cell] | None:
        """The row, column and cell that a link's `Q03~Cheshire` names, None when it names none."""
        row_key, _, column_key = (key or "").partition("~")
        for row, line in zip(self.rows, self.cells, strict=True):
            for column, cell in zip(self.columns, line, strict=True):
                if (row.key, column.key) == (row_key, column_key):
                    return row, column, cell
        return None

    def payload(self) -> dict[str, Any]:
        """As the component takes it; `version` changes when anything that is drawn changes."""
        scale = network().grade_scale
        drawn = {
            "caption": self.caption,
            "corner": self.corner,
            "kind": self.kind,
            "newest_last": self.newest_last,
            "banded": self.banded,
            "letters": {grade.key: grade.letter for grade in scale} | {NOT_APPLICABLE: "–"},
            "rows": [asdict(row) for row in self.rows],
            "columns": [asdict(column) for column in self.columns],
            "cells": [[[cell.marks, cell.text, cell.said, cell.heat] for cell in line] for line in self.cells],
        }
        return drawn | {"version": hashlib.sha256(json.dumps(drawn).encode()).hexdigest()[:16]}


NO_REVIEWS = Cell((), "", "no reviews", "none")


def count_cell(grades: Mapping[str, int], not_applicable: int, blank: int) -> Cell:
    """A cell of several reviews from how many have each grade: "2 of 4", and said in full."""
    scale = network().grade_scale
    marks = [grade.key for grade in scale for _ in range(grades.get(grade.key, 0))]
    graded = len(marks)
    if not graded + not_applicable + blank:
        return NO_REVIEWS
    failures = sum(grades.get(grade.key, 0) for grade in scale if grade.failure)
    below = f"{failures:,} of {graded:,}"
    said = [f"{below} below {scale.pass_name}"] if graded else []
    said += [f"{not_applicable} not applicable"] if not_applicable else []
    said += [f"{blank} not graded"] if blank else []
    return Cell(
        (*marks, *[NOT_APPLICABLE] * not_applicable, *[BLANK] * blank),
        below if graded else ("n/a" if not_applicable else "blank"),
        ", ".join(said),
        heat(failures, graded),
    )


def added_cells(lines: Iterable[tuple[Place, Any]]) -> dict[Place, Cell]:
    """A cell for each place from all the lines that fall there: `of_grade`, not_applicable and ungraded added up."""
    added: defaultdict[Place, Counter[str]] = defaultdict(Counter)
    for place, line in lines:
        counted = added[place]
        counted.update(line.of_grade)
        counted[NOT_APPLICABLE] += line.not_applicable
        counted[BLANK] += line.ungraded
    return {place: count_cell(counted, counted[NOT_APPLICABLE], counted[BLANK]) for place, counted in added.items()}


def grade_cell(grade: str | None) -> Cell:
    """A cell that is one review's box on the collated sheet."""
    if grade is None:
        return Cell((BLANK,), "blank", "not graded", "none")
    if grade == NOT_APPLICABLE:
        return Cell((NOT_APPLICABLE,), "n/a", "not applicable", "none")
    step = network().grade_scale[grade]
    return Cell((grade,), step.short, step.name.lower(), 0)


def cells_by_key(
    rows: Sequence[Head], columns: Sequence[Head], cells: Mapping[tuple[str, str], Cell], gap: Cell = NO_REVIEWS
) -> tuple[tuple[Cell, ...], ...]:
    """The cells in the order of their heads; where there is none, `gap`."""
    return tuple(tuple(cells.get((row.key, column.key), gap) for column in columns) for row in rows)


def heat(part: int, whole: int) -> int | str:
    """A cell's heat in quarters of the whole, any part at least 1; "none" where there is no whole."""
    if not whole:
        return "none"
    return max(1, round(4 * part / whole)) if part else 0
