"""Cells by their places, in order, so that those of an area are found without walking all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from arms_analytics.workbook.cells import Area, Place

"""Row and column, from 1."""


class Places:
    """Rows and columns in which something stands."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.by_row: dict[int, list[int]] = {}
        for row, column in sorted(places):
            self.by_row.setdefault(row, []).append(column)
        self.rows = list(self.by_row)
        self.columns = sorted({column for columns in self.by_row.values() for column in columns})

    def within(self, area: Area) -> Iterator[Place]:
        """The places in an area, in reading order."""
        for row in self.rows[bisect_left(self.rows, area.top) : bisect_right(self.rows, area.bottom)]:
            columns = self.by_row[row]
            for column in columns[bisect_left(columns, area.left) : bisect_right(columns, area.right)]:
                yield row, column

    def count_crossings(self, area: Area) -> int:
        """How many `crossings` the area has, without walking them."""
        rows = bisect_right(self.rows, area.bottom) - bisect_left(self.rows, area.top)
        return rows * (bisect_right(self.columns, area.right) - bisect_left(self.columns, area.left))

    def crossings(self, area: Area) -> Iterator[Place]:
        """Where a row and a column in which something stands cross in an area, in reading order."""
        columns = self.columns[bisect_left(self.columns, area.left) : bisect_right(self.columns, area.right)]
        for row in self.rows[bisect_left(self.rows, area.top) : bisect_right(self.rows, area.bottom)]:
            for column in columns:
                yield row, column
