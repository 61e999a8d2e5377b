"""What a line of a table holds: boxes, a bar over a section, heads once more, counts."""

from __future__ import annotations

import re

from arms_analytics.workbook.cells import Cell
from arms_analytics.workbook.tables.body import ROLES, Body, once_a_line
from arms_analytics.workbook.texts import hues
from arms_analytics.workbook.texts.labels import label
from arms_analytics.workbook.texts.shapes import is_number, is_section, split_number
from arms_analytics.workbook.texts.sums import is_count, is_overall


@once_a_line
def has_box(body: Body, line: int) -> bool:
    """Whether a grade shows on it."""
    return any(map(body.natures.is_box, body.cells(line))) and not is_bar(body, line)


def is_bar(body: Body, line: int) -> bool:
    """A section's heading with its fill drawn over the whole line, or merged over the reviews: no boxes."""
    cells = body.cells(line)
    if len(cells) == 1 < len(body.groups) and any(map(is_section, body.beside(line))):
        return body.grid.merged(line, body.columns[0]) is not None and not body.natures.is_word(cells[0])
    if any(cell.text for cell in cells) or len(cells) < 2 or len({cell.colour for cell in cells}) > 1:
        return False
    if cells[0].colour is None:
        return False  # notes of a question that nobody graded
    labels = (body.grid.at(line, column) for column in body.labels)
    return any(cell is not None and cell.text and cell.colour == cells[0].colour for cell in labels)


@once_a_line
def is_head_again(body: Body, line: int) -> bool:
    """Heads that stand again in the middle: after a page break, over a section."""
    told = [text for text in body.grid.texts(line, body.columns) if label(text) in ROLES]
    return len(told) >= 2 and not any(map(body.natures.is_word, body.cells(line)))


def without_counts(body: Body, lines: list[int]) -> list[int]:
    """The lines without those at the end that count: numbers in them may look like grades."""
    lines = [line for line in lines if not sums_up(body, line)]
    while lines and counts(body, lines[-1]):
        lines.pop()
    return lines


@once_a_line
def sums_up(body: Body, line: int) -> bool:
    """A line under a table that sums up: "Inadequate | 2 | 0", "Overall grade"; but "22 | Overall plan" asks."""
    texts = body.beside(line)
    asks = any(is_number(text) or split_number(text)[0] for text in texts)
    return any(body.natures.words.named(text) or (is_overall(text) and not asks) for text in texts)


def counts(body: Body, line: int) -> bool:
    """A line that counts: "No. below good | 3 | 4 | 3". "Score" beside a question, or merged over many, is a head."""
    values = [cell.value for cell in body.cells(line) if cell.text]
    if not values or not all(isinstance(value, int | float) for value in values):
        return False
    areas = [body.grid.area(line, column) for column in body.labels if (line, column) not in body.bounds.without]
    beside = [text for area in areas if area.top == area.bottom and (text := body.grid.text(line, area.left))]
    told = [text for text in beside if label(text) not in ROLES] or beside
    return bool(told) and is_count(told[0])


def speaks(cell: Cell) -> bool:
    """Whether a cell holds words or a note, or the grey of what does not apply; no count, share or date."""
    if cell.note or (cell.colour and hues.is_grey(cell.colour)):
        return True
    return bool(cell.text) and isinstance(cell.value, str) and re.fullmatch(r"[\d.,/%\s]+", cell.text) is None
