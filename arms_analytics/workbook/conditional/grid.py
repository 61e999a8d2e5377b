"""A sheet's cells in order, so that those of an area are found without walking all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from arms_analytics.workbook.cells import Area, Sheet
from arms_analytics.workbook.conditional.formulas import UndecidedError
from arms_analytics.workbook.conditional.operands import Operand, operand

Place = tuple[int, int]


class Grid:
    """The rows and columns of one sheet that say something."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.by_row: dict[int, list[int]] = {}
        for row, column in sorted(sheet.cells):
            self.by_row.setdefault(row, []).append(column)
        self.rows = list(self.by_row)
        self.columns = sorted({column for _, column in sheet.cells})
        self.ranges: dict[Area, list[Operand]] = {}

    def places(self, area: Area) -> Iterator[Place]:
        """The cells of an area that say something, in reading order."""
        for row in self.rows[bisect_left(self.rows, area.top) : bisect_right(self.rows, area.bottom)]:
            columns = self.by_row[row]
            for column in columns[bisect_left(columns, area.left) : bisect_right(columns, area.right)]:
                yield row, column

    def crossings(self, area: Area) -> Iterator[Place]:
        """Where a row and a column that say something cross in an area, in reading order."""
        columns = self.columns[bisect_left(self.columns, area.left) : bisect_right(self.columns, area.right)]
        for row in self.rows[bisect_left(self.rows, area.top) : bisect_right(self.rows, area.bottom)]:
            for column in columns:
                yield row, column

    def value(self, place: Place) -> Operand:
        """A cell's value as formulas see it. UndecidedError where the file holds no result of its formula."""
        cell = self.sheet.cells.get(place)
        if cell is None:
            return None
        if cell.formula_without_value:
            raise UndecidedError("a conditional format over a formula that was never worked out")
        return operand(cell.value)

    def values(self, area: Area) -> list[Operand]:
        """The values in an area, blanks left out; gathered once for each area."""
        if area not in self.ranges:
            self.ranges[area] = [value for place in self.places(area) if (value := self.value(place)) is not None]
        return self.ranges[area]
