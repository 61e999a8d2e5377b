"""Grades that answer no question, by their labels: of whole reviews ("Overall grade"), or earlier ("Last quarter").

They are not read, and that is said.
"""

from __future__ import annotations

from collections import defaultdict

from arms_analytics.workbook.cells import Cell, Sheet
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.table import Table
from arms_analytics.workbook.texts.earlier import is_earlier, is_quarter_before, says_before
from arms_analytics.workbook.texts.labels import LONGEST_LABEL
from arms_analytics.workbook.texts.shapes import is_prose
from arms_analytics.workbook.texts.sums import heads_sums, is_overall


def find(sheet: Sheet, table: Table, natures: Natures) -> list[Cell]:
    """The grades and sentences behind such labels that belong to no box.

    A line sums up where its label stands before it; a column is aside where its head does. Turned, it is the reverse.
    """
    down = int(table.turned)
    rest = {place: cell for place, cell in sheet.cells.items() if place not in table.used}
    short = {place: cell.text for place, cell in rest.items() if 0 < len(cell.text) <= LONGEST_LABEL}
    first = min((place[1 - down] for place in table.used), default=0)
    lines = {place[down]: place for place, text in short.items() if is_overall(text) and place[1 - down] < first}
    heads: dict[int, int] = defaultdict(lambda: 10**7)
    for place, text in short.items():
        if (is_earlier(text) and says_before(text)) or is_quarter_before(text) or heads_sums(text):
            heads[place[1 - down]] = min(place[down], heads[place[1 - down]])
    found = []
    for place, cell in sorted(rest.items()) if lines or heads else ():
        label = lines.get(place[down])
        behind = label is not None and place[1 - down] > label[1 - down]
        below = place[down] > heads.get(place[1 - down], 10**7)
        if (natures.is_box(cell) and (behind or below)) or (is_prose(cell) and behind):
            found.append(cell)
    return found
