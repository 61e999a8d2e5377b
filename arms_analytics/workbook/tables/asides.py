"""What answers no question, by its label: of whole reviews ("Overall grade", "General comments"), or earlier.

It is not read, and that is said.
"""

from __future__ import annotations

from collections import defaultdict

from arms_analytics.workbook.cells import Cell, Place, Sheet
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.table import Box, Table, TabledReview
from arms_analytics.workbook.texts.earlier import is_earlier, is_quarter_before, says_before
from arms_analytics.workbook.texts.labels import LONGEST_LABEL
from arms_analytics.workbook.texts.shapes import is_prose
from arms_analytics.workbook.texts.sums import heads_sums, is_of_all, is_overall


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
    return found + [cell for place, cell in rest.items() if cell not in found and _comments(cell, place, short)]


def _comments(cell: Cell, place: Place, short: dict[Place, str]) -> bool:
    """Whether it comments on all reviews, by the label in the cell, before it or above it."""
    row, column = place
    beside = (short.get((row, column - 1), ""), short.get((row - 1, column), ""))
    label, colon, words = cell.text.partition(":")
    return (bool(colon and words.strip()) and is_of_all(label)) or (is_prose(cell) and any(map(is_of_all, beside)))


def take_comments(reviews: list[TabledReview], natures: Natures) -> list[Cell]:
    """Take "General comments", neither numbered nor graded, out of the reviews; return the cells that held them."""
    said = [box for review in reviews for box in review.boxes if not box.wording.number and is_of_all(box.wording.text)]
    graded = {box.wording.text for box in said if box.grade is not None and natures.is_box(box.grade)}
    taken = [box for box in said if box.wording.text not in graded]
    for review in reviews if taken else ():
        review.boxes = [box for box in review.boxes if box not in taken]
    return list(dict.fromkeys(cell for box in taken for cell in _worded(box)))


def _worded(box: Box) -> list[Cell]:
    return [cell for cell in (box.grade, *box.feedback) if cell is not None and (cell.text or cell.note)]
