"""A tab while it is being read, and how it becomes a Sheet: merged areas, formats of absent cells, notes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from arms_analytics.workbook.cells import Area, Cell, Sheet, Value
from arms_analytics.workbook.files.budgets import CellBudget
from arms_analytics.workbook.files.container import too_large
from arms_analytics.workbook.files.fills import NO_FILL, Fill
from arms_analytics.workbook.files.merging import covered
from arms_analytics.workbook.files.places import Place

MOST_MERGED = 50_000
TAIL = 200
"""Painted blanks this many rows below, or columns right of, the last words are stray formatting, not boxes."""
WHITE = "FFFFFF"
UNPAINTED = -1
"""The format of a cell that is present and bare, so that its row or column does not paint it; the last of `fills`."""


@dataclass(slots=True)
class Content:
    """What stands in a cell: its value, how it reads, and whether it is a formula without its result."""

    value: Value
    text: str
    formula_without_value: bool = False


@dataclass(slots=True)
class Draft:
    """One tab as its file has it. Ranges stay ranges: rows and columns as (first, last) or (first, last, format).

    `formats` holds the cells present in the file that either paint or stand in a painted row or column.
    """

    name: str
    hidden: bool = False
    contents: dict[Place, Content] = field(default_factory=dict)
    formats: dict[Place, int] = field(default_factory=dict)
    row_formats: dict[int, int] = field(default_factory=dict)
    column_formats: list[tuple[int, int, int]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    notes: dict[Place, str] = field(default_factory=dict)
    tables: dict[str, Area] = field(default_factory=dict)
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)


def finished(draft: Draft, fills: Sequence[Fill], budget: CellBudget) -> Sheet:
    """The tab as a person sees it, conditional formats apart."""
    if len(draft.merged) > MOST_MERGED:
        raise too_large(f"tab {draft.name!r} has more than {MOST_MERGED:,} merged areas")
    formats = _formats(draft, fills, budget)
    _uncover(draft, formats)
    cells = {place: cell for place in sorted({*draft.contents, *formats, *draft.notes})
             if (cell := _cell(place, draft, fills[formats[place]] if place in formats else NO_FILL))}  # fmt: skip
    budget.spend(len(cells))
    last_row = max((row for row, _ in cells), default=0)
    last_column = max((column for _, column in cells), default=0)
    return Sheet(
        draft.name,
        draft.hidden,
        cells,
        draft.merged,
        set(_within(draft.hidden_rows, last_row)),
        set(_within(draft.hidden_columns, last_column)),
        draft.tables,
    )


def _cell(place: Place, draft: Draft, fill: Fill) -> Cell | None:
    """The cell, or None when it says nothing."""
    content, note = draft.contents.get(place), draft.notes.get(place, "")
    if content is None:
        if fill is NO_FILL and not note:
            return None
        return Cell(*place, colour=fill.colour, unsettled=fill.unsettled, note=note)
    return Cell(*place, content.value, content.text, fill.colour, fill.unsettled, note, content.formula_without_value)


def _formats(draft: Draft, fills: Sequence[Fill], budget: CellBudget) -> dict[Place, int]:
    """The formats that paint, by place: of the cells present, then of absent ones by their row, then column."""
    last_row = max((row for row, _ in draft.contents), default=0) + TAIL
    last_column = max((column for _, column in draft.contents), default=0) + TAIL
    present = {place: form for place, form in draft.formats.items() if place[0] <= last_row and place[1] <= last_column}
    if draft.row_formats or draft.column_formats:
        present |= _absent(draft, present, fills, budget)
    return {place: form for place, form in present.items() if fills[form].paints}


def _absent(draft: Draft, present: dict[Place, int], fills: Sequence[Fill], budget: CellBudget) -> dict[Place, int]:
    """Formats of the cells absent from the file, where a row and a column that say something cross.

    White is left out: sheets painted white as a whole are common, and an absent white cell says nothing.
    """
    places = draft.contents.keys() | present.keys()
    rows, columns = {row for row, _ in places}, sorted({column for _, column in places})
    by_column: dict[int, int] = {}
    for first, last, form in draft.column_formats:
        by_column |= dict.fromkeys(columns[bisect_left(columns, first) : bisect_right(columns, last)], form)
    absent = {}
    for row in rows:
        of_row = draft.row_formats.get(row)
        formats = by_column if of_row is None else dict.fromkeys(columns, of_row)
        for column, form in formats.items():
            if (row, column) not in places and fills[form].paints and fills[form].colour != WHITE:
                absent[row, column] = form
        if len(absent) > budget.left:
            budget.spend(len(absent))
    return absent


def _uncover(draft: Draft, formats: dict[Place, int]) -> None:
    """What lies under a merged area is not seen; a note there belongs to the anchor."""
    if not draft.merged:
        return
    for place, area in list(covered(sorted({*draft.contents, *formats, *draft.notes}), draft.merged)):
        draft.contents.pop(place, None)
        formats.pop(place, None)
        if place in draft.notes:
            draft.notes.setdefault((area.top, area.left), draft.notes.pop(place))


def _within(spans: list[tuple[int, int]], last: int) -> Iterator[int]:
    for first, end in spans:
        yield from range(first, min(end, last) + 1)
