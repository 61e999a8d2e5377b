"""What a reading of a tab leaves over: grades and feedback in or around the table that belong to none of its boxes."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from arms_analytics.workbook.cells import Area, Cell, Place, Sheet
from arms_analytics.workbook.tables.anchors import heads_a_review
from arms_analytics.workbook.tables.explained import unexplained
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.roles import LONGEST_MARK
from arms_analytics.workbook.tables.table import Table
from arms_analytics.workbook.texts.labels import said
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.shapes import PROSE, is_code, is_number, is_section, split_number

MOST_SWATCHES = 8
"""A key shows its colours once or twice."""
OFTEN = 0.2
"""A person may highlight some of the feedback, not more than this, in a colour that is also a grade's."""


WIDEST_HEAD = 64
"""So many columns, at most, the fill of a head is drawn on over blank ones."""
SHORTEST_END = 12
"""The end of a wording in a line of its own is longer: no grade, no level."""


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a table stands: the rows and columns of its boxes and feedback, all around these, and with the questions.

    `colours` are those of its grades.
    """

    rows: frozenset[int]
    columns: frozenset[int]
    boxes: Area
    around: Area
    colours: frozenset[str]


class Worded:
    """The wordings of a table's questions, to be found whole or by how they end."""

    def __init__(self, wordings: Iterable[str]) -> None:
        self.whole = set(map(plain, wordings))
        self._backwards = sorted(word[::-1] for word in self.whole)

    def has(self, text: str) -> bool:
        """Whether a text is a question's wording, or the end of one that goes on in a second line."""
        said = plain(split_number(text)[1])
        if said in self.whole or len(said) <= SHORTEST_END:
            return said in self.whole
        end = f" {said}"[::-1]
        at = bisect_left(self._backwards, end)
        return at < len(self._backwards) and self._backwards[at].startswith(end)


def left_over(sheet: Sheet, table: Table, natures: Natures, key: frozenset[Place]) -> list[Cell]:
    """Grade words, filled boxes and prose that nothing explains: neither the table, nor the key, nor a line of sums."""
    wordings = {box.wording.place: box.wording.text for review in table.reviews for box in review.boxes}
    again = {box.again for review in table.reviews for box in review.boxes if box.again}
    known = table.used | key | wordings.keys() | again
    extent = _extent(table, set(wordings), natures)
    rest = [cell for place, cell in sheet.cells.items() if place not in known and not _spills(sheet, cell)]
    found = [cell for cell in rest if _is_missed(cell, extent, natures)] + _more_above(rest, table, extent, natures)
    worded = Worded(wordings.values())  # a question that nobody has answered stands where no box was found
    found = [cell for cell in found if not cell.text or not worded.has(cell.text)]
    found += _column_beyond(rest, extent, natures) + _boxes_beyond(rest, extent)
    found += [] if table.turned else _right_below(rest, table, extent)
    found += [cell for cell in _told_again(sheet, rest, worded, extent, natures) if cell not in found]
    missed = unexplained(sheet, found, natures, extent.boxes, turned=table.turned)
    return missed + _graded_feedback(sheet, table, extent)


def _told_again(sheet: Sheet, rest: list[Cell], worded: Worded, extent: Extent, natures: Natures) -> list[Cell]:
    """Prose beside a question that stands once more, or a grade's word where that is above the first boxes.

    Below, it is feedback in a table of its own; above, a review whose heading was not understood.
    """
    graded = {cell.row for cell in rest if cell.row < extent.boxes.top and _is_word(cell, natures)}
    rest = [cell for cell in rest if cell.row >= extent.boxes.top or cell.row in graded]
    told = [c for c in rest if (c.row in graded and _is_word(c, natures)) or _tells(c, worded)]
    rows = (
        {cell.row for cell in rest if cell.text and plain(split_number(cell.text)[1]) in worded.whole}
        if told
        else set()
    )
    return [c for c in told if c.row in rows and any(b.column < c.column for b in sheet.rows[c.row] if b.text)]


def _tells(cell: Cell, worded: Worded) -> bool:
    return len(cell.text) > PROSE and not worded.has(cell.text)


def _column_beyond(rest: list[Cell], extent: Extent, natures: Natures) -> list[Cell]:
    """Prose right of the table, in most of its rows: feedback under a head that names no review."""
    found: dict[int, list[Cell]] = defaultdict(list)
    for cell in rest:
        written = len(cell.text) > PROSE and plain(cell.text) not in natures.shared
        if written and cell.row in extent.rows and cell.column > extent.around.right:
            found[cell.column].append(cell)
    return [c for cells in found.values() if len(cells) > 2 and len(cells) > 0.5 * len(extent.rows) for c in cells]


def _right_below(rest: list[Cell], table: Table, extent: Extent) -> list[Cell]:
    """Prose right below the last feedback, in its column and beside no label: it may be the end of it, or a note."""
    columns = {cell.column for review in table.reviews for box in review.boxes for cell in box.feedback}
    row = [cell for cell in rest if cell.row == extent.boxes.bottom + 1 and cell.text]
    alone = all(cell.column in columns for cell in row)
    return [cell for cell in row if len(cell.text) > PROSE] if alone else []


def _boxes_beyond(rest: list[Cell], extent: Extent) -> list[Cell]:
    """Cells filled like the grades, in line with the boxes below or right of all of them, when no key has so many."""
    found = [
        cell
        for cell in rest
        if not cell.text
        and cell.colour in extent.colours
        and (cell.row > extent.boxes.bottom or cell.column > extent.boxes.right)
        and (cell.row in extent.rows or cell.column in extent.columns)
    ]
    return found if len(found) > MOST_SWATCHES else []


def _more_above(rest: list[Cell], table: Table, extent: Extent, natures: Natures) -> list[Cell]:
    """Grade words above the boxes, in line with them, when they are more than the boxes: no key stands so."""
    above = [
        cell for cell in rest if cell.row < extent.boxes.top and cell.column in extent.columns and natures.is_word(cell)
    ]
    return above if len(above) > sum(len(review.boxes) for review in table.reviews) else []


def _graded_feedback(sheet: Sheet, table: Table, extent: Extent) -> list[Cell]:
    """Feedback filled with another grade's colour than its box, time and again: these are boxes of other reviews."""
    told, other = 0, []
    for review in table.reviews:
        for box in review.boxes:
            if box.grade is not None and (colour := box.grade.colour):
                cells = [*box.feedback, *(sheet.cells[place] for place in box.unsaid)]
                told += len(cells)
                other += [cell for cell in cells if cell.colour != colour and cell.colour in extent.colours]
    return other if len(other) > 2 and len(other) > OFTEN * told else []


def _extent(table: Table, wordings: set[Place], natures: Natures) -> Extent:
    grades = (box.grade for review in table.reviews for box in review.boxes)
    rows, columns = _rows_and_columns(table.used)
    asked_rows, asked_columns = _rows_and_columns(wordings)
    return Extent(
        rows,
        columns,
        _around(rows, columns),
        _around(rows | asked_rows, columns | asked_columns),
        frozenset(cell.colour for cell in grades if cell is not None and cell.colour and natures.boxy(cell.colour)),
    )


def _rows_and_columns(places: set[Place]) -> tuple[frozenset[int], frozenset[int]]:
    return frozenset([row for row, _ in places]), frozenset([column for _, column in places])


def _around(rows: frozenset[int], columns: frozenset[int]) -> Area:
    return Area(min(rows, default=0), min(columns, default=0), max(rows, default=0), max(columns, default=0))


def _spills(sheet: Sheet, cell: Cell) -> bool:
    """Whether an empty cell merely continues the fill of a text left of it: a head painted wider than its cell."""
    for column in range(cell.column - 1, cell.column - 1 - WIDEST_HEAD, -1) if not cell.text else ():
        beside = sheet.cells.get((cell.row, column))
        if beside is None or beside.colour != cell.colour:
            return False
        if beside.text:
            return bool(said(beside.text)) or (len(beside.text) > LONGEST_MARK and is_code(beside.text))
    return False


def _is_missed(cell: Cell, extent: Extent, natures: Natures) -> bool:
    """Whether it may belong to the table: in line with its boxes by fill or prose, or a grade's word below its top."""
    in_line = cell.row in extent.rows or cell.column in extent.columns
    if in_line and len(cell.text) > PROSE:
        if plain(cell.text) in natures.shared:
            return False  # guidance that stands on every tab
        beyond = cell.row >= extent.boxes.top and cell.column >= extent.boxes.left
        if (cell.row, cell.column) in extent.around or (beyond and cell.colour in extent.colours):
            return not is_section(cell.text) and not heads_a_review(said(cell.text))
    if cell.row < extent.boxes.top:
        return cell.column in extent.columns and not cell.text and cell.colour in extent.colours
    return _is_word(cell, natures) or (in_line and _is_marked(cell, extent, natures))


def _is_word(cell: Cell, natures: Natures) -> bool:
    text = cell.text.strip()
    return len(text) > 1 and not is_number(text) and natures.is_word(cell)


def _is_marked(cell: Cell, extent: Extent, natures: Natures) -> bool:
    """Whether a cell in line with boxes looks like one: a grade's fill or letter among them, or both at once."""
    filled = bool(cell.unsettled or (cell.colour and natures.boxy(cell.colour)))
    among = extent.boxes.left <= cell.column <= extent.boxes.right and cell.row <= extent.boxes.bottom
    if not cell.text:
        return filled and (among or bool(cell.note))
    if among and cell.colour in extent.colours and not said(cell.text) and not natures.is_name(cell.text):
        return True
    return natures.is_word(cell) and (filled or (among and not is_number(cell.text)))
