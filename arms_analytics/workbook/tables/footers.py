"""The lines below a table that count its grades: "Outstanding 8 5 1 4", "No. below good 9". They are no boxes."""

from __future__ import annotations

import re
from collections import defaultdict

from arms_analytics.workbook.cells import Cell, Sheet
from arms_analytics.workbook.tables.natures import Natures, is_count
from arms_analytics.workbook.tables.table import Place

_FIGURE = re.compile(r"\s*\d+(?:\.\d+)?\s*%?\s*")


def find(sheet: Sheet, natures: Natures) -> set[Place]:
    """The places on such lines: a grade's name with figures after it, or "Total" and the like below a blank line."""
    by_line: dict[int, list[Cell]] = defaultdict(list)
    for place in sorted(sheet.cells):
        by_line[place[0]].append(sheet.cells[place])
    found: set[int] = set()
    for line, cells in sorted(by_line.items()):
        texts = [cell for cell in cells if cell.text or cell.formula_without_value]
        if len(texts) < 2 or not all(map(_is_figure, texts[1:])):
            continue
        detached = line - 1 not in by_line or line - 1 in found
        if natures.words.named(texts[0].text) or (detached and is_count(texts[0].text)):
            found.add(line)
    return {(line, cell.column) for line in found for cell in by_line[line]}


def _is_figure(cell: Cell) -> bool:
    figure = isinstance(cell.value, int | float) or bool(_FIGURE.fullmatch(cell.text))
    return figure or cell.formula_without_value
