"""One tab as a grid that may be read turned: rows become columns, so that one reader serves both directions.

"Reviews down with questions across" is "questions down with reviews across" on the turned grid.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from operator import itemgetter

from arms_analytics.workbook.cells import Area, Cell, Place, Sheet
from arms_analytics.workbook.texts.grade_words import GradeWords
from arms_analytics.workbook.texts.labels import NOTHING, Said, said

NO_BREAK = "\u00a0"
"""A space at which no line ends: a person sees a space, and "Q1\u00a025/26" comes so out of a web page or Word."""
MOST_COVERED = 1_000_000
"""Places under merged areas: Excel lets none overlap, so that no tab of a person has more."""


class Grid:
    """The cells of a tab by (line, column). `turned` says that lines are the tab's columns."""

    def __init__(self, sheet: Sheet, words: GradeWords, turned: bool = False) -> None:
        self.sheet = sheet
        self.words = words
        self.turned = turned
        self.cells: dict[Place, Cell] = (
            {(line, column): cell for (column, line), cell in sheet.cells.items()} if turned else sheet.cells
        )
        self.last_line = max(map(itemgetter(0), self.cells), default=0)
        self.last_column = max(map(itemgetter(1), self.cells), default=0)
        self.areas: dict[Place, Area] = {}
        self._anchor_of: dict[Place, Place] = {}
        self._left = MOST_COVERED
        for area in sheet.merged:
            if turned:
                area = Area(area.left, area.top, area.right, area.bottom)
            self._cover(area)

    def _cover(self, area: Area) -> None:
        anchor = (area.top, area.left)
        area = Area(area.top, area.left, min(area.bottom, self.last_line), min(area.right, self.last_column))
        self._left -= max(area.bottom - area.top + 1, 0) * max(area.right - area.left + 1, 0)
        if self._left < 0 or anchor in self._anchor_of:
            return
        self.areas[anchor] = area
        for line in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                self._anchor_of[line, column] = anchor

    def at(self, line: int, column: int) -> Cell | None:
        """The cell that a person sees there: a merged area shows its anchor everywhere."""
        return self._seen.get((line, column))

    def anchored(self, line: int, column: int) -> bool:
        """Whether this place is not the covered part of a merged area."""
        return self._anchor_of.get((line, column), (line, column)) == (line, column)

    def area(self, line: int, column: int) -> Area:
        """The merged area around the place, or the place alone."""
        return self.merged(line, column) or Area(line, column, line, column)

    def merged(self, line: int, column: int) -> Area | None:
        """The merged area around the place, if there is one."""
        anchor = self._anchor_of.get((line, column))
        return self.areas[anchor] if anchor else None

    def text(self, line: int, column: int) -> str:
        """The text seen there."""
        return self._texts.get((line, column), "")

    def texts(self, line: int, columns: Iterable[int]) -> list[str]:
        """The texts seen on a line in these columns."""
        texts = self._texts
        return [texts.get((line, column), "") for column in columns]

    def said(self, line: int, column: int) -> Said:
        """What the text there says to someone who looks for labels."""
        return said(self.text(line, column))

    @cached_property
    def own(self) -> dict[Place, Cell]:
        """The cells but for those that a merged area covers."""
        covered = {place for place, anchor in self._anchor_of.items() if place != anchor}
        return {place: cell for place, cell in self.cells.items() if place not in covered}

    @cached_property
    def spoken(self) -> dict[Place, Said]:
        """What those of them say that speak at all to someone who looks for labels."""
        told = ((place, said(cell.text)) for place, cell in self.own.items() if cell.text)
        return {place: words for place, words in told if words is not NOTHING}

    @cached_property
    def _seen(self) -> dict[Place, Cell]:
        covered = {place: self.cells[anchor] for place, anchor in self._anchor_of.items() if anchor in self.cells}
        return self.own | covered

    @cached_property
    def _columns_seen(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for line, column in sorted(self._seen):
            found[line].append(column)
        return found

    @cached_property
    def _texts(self) -> dict[Place, str]:
        return {place: cell.text.strip().replace(NO_BREAK, " ") for place, cell in self._seen.items() if cell.text}

    @cached_property
    def columns(self) -> dict[int, list[int]]:
        """Lines that hold a cell, by column, in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for line, column in sorted(self.cells):
            found[column].append(line)
        return found

    @cached_property
    def lines(self) -> dict[int, list[int]]:
        """Columns that hold a cell, by line, in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for line, column in sorted(self.cells):
            found[line].append(column)
        return found

    def between(self, line: int, first: int, last: int) -> list[int]:
        """The columns from the first to the last of these in which a cell is seen on the line, in order."""
        columns = self._columns_seen.get(line, [])
        return columns[bisect_left(columns, first) : bisect_right(columns, last)]

    def back(self, line: int, column: int) -> Place:
        """The place on the tab itself."""
        return (column, line) if self.turned else (line, column)
