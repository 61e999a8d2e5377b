"""Rows high enough for their words, which still grow as one types."""

from __future__ import annotations

import math

from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

LINE, PADDING, TALLEST = 13.0, 4.0, 409.0
"""Points: a line of 10-point Arial, the room around it, and the most that Excel gives a row."""


class GrowingRow(RowDimension):
    """A height that Excel takes as its own measure, not as one a person fixed: typing on makes the row higher."""

    def __init__(self, sheet: Worksheet, row: int, height: float) -> None:
        super().__init__(sheet, index=row, ht=height)

    @property
    def customHeight(self) -> bool:  # noqa: N802 (openpyxl's name)
        """Never: the height is only the starting point."""
        return False


def height_for(sheet: Worksheet, row: int, width: float) -> float:
    """Points for the longest text of the row, wrapped in columns of `width` characters."""
    return min(TALLEST, max(lines(str(cell.value or ""), width) for cell in sheet[row]) * LINE + PADDING)


def lines(text: str, width: float) -> int:
    """How many lines the text takes: a column of `width` digits holds a tenth more of ordinary letters."""
    return sum(max(1, math.ceil(len(paragraph) / (1.1 * width))) for paragraph in text.split("\n"))
