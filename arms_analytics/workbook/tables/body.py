"""The part of a tab below the heads of its reviews, and the questions found in it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, field

from arms_analytics.workbook.cells import Cell, Place
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.natures import Natures

ROLES = {"grade", "feedback", "grade and feedback"}
MOST_QUESTIONS = 400
"""The national tool asks some thirty: what would ask more than this is a list, or no review."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A part of a grid, ends included, and the places in it that belong to a key."""

    top: int
    left: int
    bottom: int
    right: int
    without: frozenset[Place] = frozenset()

    def __contains__(self, place: Place) -> bool:
        return self.top <= place[0] <= self.bottom and self.left <= place[1] <= self.right and place not in self.without


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: its lines (first and last), number and wording, and the column in which it is worded."""

    line: int
    last: int
    number: str
    text: str
    column: int


Again = dict[int, int]
"""The line of a question, and the line on which it stands again."""

LineTest = Callable[["Body", int], bool]
"""Something that holds of a line of a body, or does not."""


@dataclass(slots=True)
class Body:
    """The lines below the heads of a table. `groups` are the columns of each review; `first` is the first body line.

    `labelled` says that "Grade" or "Feedback" stand right above it, so that nothing in it can be a head. `echoes` are
    the lines on which questions stand a second time, for their feedback, by the line of their first. `own` are the
    cells but for those that a merged area covers or a key holds, `judged` is what was told of lines so far.
    """

    grid: Grid
    natures: Natures
    bounds: Bounds
    groups: list[list[int]]
    first: int
    question: int = 0
    numbers: int = 0
    questions: list[Asked] = field(default_factory=list)
    echoes: Again = field(default_factory=dict)
    labelled: bool = False
    columns: list[int] = field(init=False)
    labels: range = field(init=False)
    judged: dict[tuple[LineTest, int], bool] = field(default_factory=dict)
    own: dict[Place, Cell] = field(init=False)
    _cells: dict[int, list[Cell]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find all columns of reviews, those before them, and the cells that belong to no key."""
        self.columns = [column for group in self.groups for column in group]
        self.labels = range(self.bounds.left, min(self.columns))
        own, without = self.grid.own, self.bounds.without
        self.own = {place: cell for place, cell in own.items() if place not in without} if without else own

    def cells(self, line: int) -> list[Cell]:
        """The cells of a line in the reviews' columns."""
        if line not in self._cells:
            own = self.own
            self._cells[line] = [cell for column in self.columns if (cell := own.get((line, column))) is not None]
        return self._cells[line]

    def beside(self, line: int) -> list[str]:
        """The texts of a line before the reviews' columns."""
        without = self.bounds.without
        columns = [column for column in self.labels if (line, column) not in without]
        return [text for text in self.grid.texts(line, columns) if text]


def once_a_line(test: LineTest) -> LineTest:
    """What a line holds is asked again and again while the questions are found: it is told once."""

    @functools.wraps(test)
    def told(body: Body, line: int) -> bool:
        known = body.judged.get((test, line))
        if known is None:
            known = body.judged[test, line] = test(body, line)
        return known

    return told
