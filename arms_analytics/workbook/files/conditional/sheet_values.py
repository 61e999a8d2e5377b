"""A sheet's cells as formulas see them."""

from __future__ import annotations

from arms_analytics.workbook.cells import Area, Place, Sheet
from arms_analytics.workbook.files.conditional.formulas import UndecidedError
from arms_analytics.workbook.files.conditional.operands import Operand, operand
from arms_analytics.workbook.files.places import Places


class SheetValues:
    """The values of one sheet by place and by area, and where they are."""

    def __init__(self, sheet: Sheet) -> None:
        self.places = Places(sheet.cells)
        self._cells = sheet.cells
        self._ranges: dict[Area, list[Operand]] = {}

    def value(self, place: Place) -> Operand:
        """A cell's value. UndecidedError where the file holds no result of its formula."""
        cell = self._cells.get(place)
        if cell is None:
            return None
        if cell.formula_without_value:
            raise UndecidedError("a conditional format over a formula that was never worked out")
        return operand(cell.value)

    def values(self, area: Area) -> list[Operand]:
        """The values in an area, blanks left out; gathered once for each area."""
        if area not in self._ranges:
            values = map(self.value, self.places.within(area))
            self._ranges[area] = [value for value in values if value is not None]
        return self._ranges[area]
