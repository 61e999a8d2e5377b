"""A tab that names the risk levels below its boxes (right of them, where reviews go down), seen with them first."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from arms_analytics.workbook.cells import Area, Place
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.texts.labels import label


class LevelsFirst(Grid):
    """A grid with its `line` of risk levels set before all others."""

    def __init__(self, grid: Grid, line: int) -> None:
        self._line, self.turned = line, grid.turned
        cells = {self.seen_at(place): cell for place, cell in grid.sheet.cells.items()}
        merged = [Area(*self.seen_at((a.top, a.left)), *self.seen_at((a.bottom, a.right))) for a in grid.sheet.merged]
        super().__init__(replace(grid.sheet, cells=cells, merged=merged), grid.words, grid.turned)

    def seen_at(self, place: Place) -> Place:
        """Where a place of the tab stands on the tab with that line first."""
        row, column = place
        return (row, self._seen_line(column)) if self.turned else (self._seen_line(row), column)

    def seen(self, places: frozenset[Place]) -> frozenset[Place]:
        """Where places of the tab stand in this grid."""
        moved = map(self.seen_at, places)
        return frozenset((column, row) if self.turned else (row, column) for row, column in moved)

    def _seen_line(self, line: int) -> int:
        return 1 if line == self._line else line + (line < self._line)

    def back(self, line: int, column: int) -> Place:
        """The place on the tab itself."""
        return super().back(self._line if line == 1 else line - (line <= self._line), column)


def level_line(grid: Grid, natures: Natures, key: frozenset[Place]) -> int:
    """The line that is labelled and names two levels or more behind all boxes; 0 where no such line stands there.

    Two questions at least have boxes for most of the reviews: a list of actions has a column of levels too.
    """
    places = (place for place, cell in grid.cells.items() if natures.is_box(cell) and grid.back(*place) not in key)
    boxes = Counter(line for line, _ in places)
    levels = {
        line: [risk for c in columns if (risk := grid.said(line, c).risk)] for line, columns in grid.lines.items()
    }
    told = [line for line, risks in levels.items() if len(risks) > 1]
    if len(told) != 1 or told[0] <= max(boxes, default=told[0]) or len(set(levels[told[0]])) == 1:
        return 0
    labels = {line: label(grid.text(line, min(grid.lines[line]))) for line in (*boxes, *told)}
    asked = sum(count > 0.5 * len(levels[told[0]]) and not labels[line] for line, count in boxes.items())
    return told[0] if asked > 1 and labels[told[0]] == "risk" else 0
