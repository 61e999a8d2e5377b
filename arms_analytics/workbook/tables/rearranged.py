"""A tab whose questions stand right of the grades, or between them, seen with the questions in front."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from arms_analytics.workbook.cells import Area, Place, Sheet
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.texts.grade_words import GradeWords
from arms_analytics.workbook.texts.labels import label
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.shapes import PROSE, split_number

FEWEST = 3


class Rearranged(Grid):
    """A grid with one column of the tab set before all others."""

    def __init__(self, sheet: Sheet, words: GradeWords, column: int) -> None:
        self._column = column
        cells = {(line, self.seen(c)): cell for (line, c), cell in sheet.cells.items()}
        merged = [Area(a.top, self.seen(a.left), a.bottom, self.seen(a.right)) for a in sheet.merged]
        super().__init__(
            replace(sheet, cells=cells, merged=[area for area in merged if area.left <= area.right]), words
        )

    def seen(self, column: int) -> int:
        """Where a column of the tab stands here."""
        return 1 if column == self._column else column + (column < self._column)

    def back(self, line: int, column: int) -> Place:
        """The place on the tab itself."""
        return line, self._column if column == 1 else column - (column <= self._column)


def question_column(sheet: Sheet, natures: Natures) -> int:
    """The column of the questions where boxes stand left of it; 0 where the questions stand in front as usual."""
    boxes: dict[int, set[int]] = defaultdict(set)
    asked: dict[int, set[int]] = defaultdict(set)
    headed = {column for (_, column), cell in sheet.cells.items() if label(cell.text) == "question"}
    for (line, column), cell in sheet.cells.items():
        if natures.is_box(cell):
            boxes[column].add(line)
        elif (cell.text and column in headed) or _asks(cell.text, natures):
            asked[column].add(line)
    for column, lines in sorted(asked.items(), key=lambda told: -len(told[1])):
        before = [c for c, graded in boxes.items() if c < column and len(graded & lines) > 0.5 * len(lines)]
        if len(lines) >= FEWEST and before and not any(len(asked[c]) >= len(lines) for c in asked if c < min(before)):
            return column
    return 0


def _asks(text: str, natures: Natures) -> bool:
    return len(text) > PROSE and bool(split_number(text)[0] or plain(text) in natures.shared)
