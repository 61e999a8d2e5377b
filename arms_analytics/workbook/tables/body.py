"""The part of a tab below the heads of its reviews, and the questions found in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from arms_analytics.workbook.cells import Cell
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.table import Place

ROLES = {"grade", "feedback", "grade and feedback"}


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a grid, ends included, and the places in it that belong to a key."""

    top: int
    left: int
    bottom: int
    right: int
    without: frozenset[Place] = frozenset()

    def __contains__(self, place: Place) -> bool:
        return self.top <= place[0] <= self.bottom and self.left <= place[1] <= self.right and place not in self.without


@dataclass(frozen=True, slots=True)
class Entry:
    """One question: its lines (first and last), number and wording, and the column in which it is worded."""

    line: int
    last: int
    number: str
    text: str
    column: int


@dataclass(slots=True)
class Body:
    """The lines below the heads of a table. `groups` are the columns of each review; `first` is the first body line.

    `labelled` says that "Grade" or "Feedback" stand right above it, so that nothing in it can be a head. `echoes` are
    the lines on which the questions stand a second time, for their feedback, in the order of `entries`.
    """

    grid: Grid
    natures: Natures
    region: Region
    groups: list[list[int]]
    first: int
    question: int = 0
    numbers: int = 0
    entries: list[Entry] = field(default_factory=list)
    echoes: list[int] = field(default_factory=list)
    labelled: bool = False
    _cells: dict[int, list[Cell]] = field(default_factory=dict)

    @property
    def columns(self) -> list[int]:
        """All columns of reviews."""
        return [column for group in self.groups for column in group]

    @property
    def labels(self) -> range:
        """The columns before the reviews'."""
        return range(self.region.left, min(self.columns))

    def cell(self, line: int, column: int) -> Cell | None:
        """The cell at a place, unless it is the covered part of a merged area or belongs to a key."""
        place = line, column
        return None if place in self.region.without else self.grid.own.get(place)

    def cells(self, line: int) -> list[Cell]:
        """The cells of a line in the reviews' columns."""
        if line not in self._cells:
            own, without = self.grid.own, self.region.without
            places = [(line, column) for group in self.groups for column in group]
            self._cells[line] = [cell for p in places if (cell := own.get(p)) is not None and p not in without]
        return self._cells[line]

    def beside(self, line: int) -> list[str]:
        """The texts of a line before the reviews' columns."""
        columns = (column for column in self.labels if (line, column) not in self.region.without)
        return [text for column in columns if (text := self.grid.text(line, column))]
