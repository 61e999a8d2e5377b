"""What a reading of a tab leaves over: grades and feedback in or around the table that belong to none of its boxes."""

from __future__ import annotations

from collections.abc import Iterable

from arms_analytics.workbook.cells import Cell, Sheet
from arms_analytics.workbook.labels import said
from arms_analytics.workbook.layouts.natures import PROSE, Natures, is_count, is_overall
from arms_analytics.workbook.layouts.table import Place, Table


def left_over(sheet: Sheet, table: Table, natures: Natures, key: frozenset[Place]) -> list[Cell]:
    """Grade words, filled boxes and prose that nothing explains: neither the table, nor the key, nor a line of sums."""
    boxes = [box for review in table.reviews for box in review.boxes]
    known = table.used | key | {box.wording.place for box in boxes}
    rows, columns = {row for row, _ in table.used}, {column for _, column in table.used}
    colours = {box.grade.colour for box in boxes if box.grade is not None and box.grade.colour}
    first = min(rows)
    found = []
    for place, cell in sheet.cells.items():
        if place in known:
            continue
        in_line = place[0] in rows or place[1] in columns
        among = place[0] in rows and place[1] in columns
        if place[0] < first:
            missed = place[1] in columns and not cell.text and cell.colour in colours
        else:
            missed = (
                _is_word(cell, natures) or (in_line and _is_fill(cell, natures)) or (among and len(cell.text) > PROSE)
            )
        if missed:
            found.append(cell)
    return [cell for cell in found if not _is_explained(sheet, cell, natures)] if found else []


def _is_word(cell: Cell, natures: Natures) -> bool:
    text = cell.text.strip()
    return len(text) > 1 and not text.isdigit() and natures.is_word(cell)


def _is_fill(cell: Cell, natures: Natures) -> bool:
    return not cell.text and bool(cell.unsettled or (cell.colour and natures.boxy(cell.colour)))


def _is_explained(sheet: Sheet, cell: Cell, natures: Natures) -> bool:
    """A section's bar, a line that counts or sums up, a label's value; along its row or along its column."""
    row = sorted((c for place, c in sheet.cells.items() if place[0] == cell.row), key=lambda c: c.column)
    column = sorted((c for place, c in sheet.cells.items() if place[1] == cell.column), key=lambda c: c.row)
    return any(_is_bar(line, natures) or _is_sum(line, natures) for line in (row, column))


def _is_bar(line: list[Cell], natures: Natures) -> bool:
    return len(line) > 1 and len({cell.colour for cell in line}) == 1 and not any(map(natures.is_word, line))


def _is_sum(line: Iterable[Cell], natures: Natures) -> bool:
    first = next((cell.text for cell in line if cell.text), "")
    return natures.words.named(first) is not None or is_count(first) or is_overall(first) or bool(said(first))
