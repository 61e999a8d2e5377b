"""A tab as its file has it, and how it becomes a Sheet: merged areas, formats of absent cells, notes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import itemgetter

from arms_analytics.workbook.cells import Area, Cell, Place, Sheet, Value
from arms_analytics.workbook.files.budgets import CellBudget
from arms_analytics.workbook.files.fills import Fill
from arms_analytics.workbook.files.merging import covered
from arms_analytics.workbook.files.notes import without_names
from arms_analytics.workbook.files.refusals import too_large

MOST_MERGED = 50_000
TAIL = 200
"""Painted blanks this many rows below, or columns right of, the last words are stray formatting, not boxes."""
WHITE = "FFFFFF"


@dataclass(slots=True)
class RawSheet:
    """One tab, filled while its file is read. Ranges stay ranges.

    `cells` holds those that the file has and that say something; `bare` those that it has, blank and unpainted, in a
    painted row or column. `row_fills` are the fills of whole rows, `column_fills` of columns as (first, last, fill).
    """

    name: str
    hidden: bool = False
    cells: dict[Place, Cell] = field(default_factory=dict)
    bare: set[Place] = field(default_factory=set)
    row_fills: dict[int, Fill] = field(default_factory=dict)
    column_fills: list[tuple[int, int, Fill]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    notes: dict[Place, str] = field(default_factory=dict)
    tables: dict[str, Area] = field(default_factory=dict)
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)

    def add(self, row: int, column: int, value: Value, text: str, fill: Fill, unknown: bool = False) -> None:
        """Takes in one cell of the file; `unknown` is a formula without its value."""
        if text or value is not None or unknown or fill.paints:
            self.cells[row, column] = Cell(row, column, value, text, fill.colour, fill.unsettled, "", unknown)
        else:
            self.bare.add((row, column))

    def merge(self, area: Area) -> None:
        """Takes in one merged area; UnreadableWorkbookError where there are more than people make."""
        self.merged.append(area)
        if len(self.merged) > MOST_MERGED:
            raise too_large(f"tab {self.name!r} has more than {MOST_MERGED:,} merged areas")


def is_blank(cell: Cell) -> bool:
    """Whether nothing stands in the cell, whatever its colour."""
    return not cell.text and not cell.formula_without_value


def finished(raw: RawSheet, budget: CellBudget) -> Sheet:
    """The tab as a person sees it, conditional formats apart; its cells in reading order."""
    cells = raw.cells
    _drop_stray(cells)
    if raw.row_fills or raw.column_fills:
        cells |= _absent(raw, budget)
    _uncover(raw)
    for place, note in without_names(raw.notes).items():
        cells.setdefault(place, Cell(*place)).note = note
    order = sorted(cells)
    if order != list(cells):
        cells = {place: cells[place] for place in order}
    budget.spend(len(cells))
    budget.tell(cell.text for cell in cells.values())
    last_column = max(map(itemgetter(1), cells), default=0)
    return Sheet(
        raw.name,
        raw.hidden,
        cells,
        raw.merged,
        set(_within(raw.hidden_rows, order[-1][0] if order else 0)),
        set(_within(raw.hidden_columns, last_column)),
        raw.tables,
    )


def _drop_stray(cells: dict[Place, Cell]) -> None:
    """Takes away painted blanks far below and right of the last words."""
    written = [place for place, cell in cells.items() if not is_blank(cell)]
    if len(written) < len(cells):
        last_row = max(map(itemgetter(0), written), default=0) + TAIL
        last_column = max(map(itemgetter(1), written), default=0) + TAIL
        for row, column in [place for place in cells if place[0] > last_row or place[1] > last_column]:
            del cells[row, column]


def _absent(raw: RawSheet, budget: CellBudget) -> dict[Place, Cell]:
    """The cells absent from the file, where a row and a column that say something cross: their row's fill, or column's.

    White is left out: sheets painted white as a whole are common, and an absent white cell says nothing.
    """
    columns = sorted({column for _, column in raw.cells})
    by_column: dict[int, Fill] = {}
    for first, last, fill in raw.column_fills:
        by_column |= dict.fromkeys(columns[bisect_left(columns, first) : bisect_right(columns, last)], fill)
    absent: dict[Place, Cell] = {}
    for row in {row for row, _ in raw.cells}:
        of_row = raw.row_fills.get(row)
        for column, fill in (by_column if of_row is None else dict.fromkeys(columns, of_row)).items():
            place = (row, column)
            if fill.paints and fill.colour != WHITE and place not in raw.cells and place not in raw.bare:
                absent[place] = Cell(row, column, colour=fill.colour, unsettled=fill.unsettled)
        if len(absent) > budget.left:
            budget.spend(len(absent))
    return absent


def _uncover(raw: RawSheet) -> None:
    """What lies under a merged area is not seen; a note there belongs to the anchor."""
    if not raw.merged:
        return
    for place, area in list(covered(sorted({**raw.cells, **raw.notes}), raw.merged)):
        raw.cells.pop(place, None)
        if place in raw.notes:
            raw.notes.setdefault((area.top, area.left), raw.notes.pop(place))


def _within(spans: list[tuple[int, int]], last: int) -> Iterator[int]:
    for first, end in spans:
        yield from range(first, min(end, last) + 1)
