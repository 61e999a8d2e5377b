"""What explains that cells stand outside every box: counts and sums, sections, labels with values, bars, guidance."""

from __future__ import annotations

import re

from arms_analytics.workbook.cells import Area, Cell, Sheet
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.texts.labels import label, said
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.sums import is_count, is_overall

_GUIDES = re.compile(
    r"(?:.* )?guid(?:ance|e|elines?)(?: notes?| for .*)?|(?:grade |grading )?descriptors?|prompts?|hints?|help|"
    r"(?:what|how) .*\b(?:looks? like|to look for|to consider|to check)\b.*|examples?(?: evidence)?|"
    r"(?:hmicfrs |national |expected )?standards?|(?:things|points) to consider|consider(?:ations)?|"
    r"expect(?:ed|ations?)\b.*|why (?:it|this) matters"
)
"""The heads of a column that explains the questions."""


def unexplained(sheet: Sheet, cells: list[Cell], natures: Natures, boxes: Area, *, turned: bool) -> list[Cell]:
    """These cells without those whose row, or column, explains them. `boxes` is where the table's boxes stand."""
    guidance = _guidance(sheet, boxes, turned=turned) if cells else set()
    cells = [cell for cell in cells if (cell.row if turned else cell.column) not in guidance or natures.is_box(cell)]
    rows = _rows_explained(sheet, cells, natures, turned=turned)
    columns = _columns_explained(sheet, cells, natures) if turned else set()
    return [cell for cell in cells if cell.row not in rows and cell.column not in columns]


def _guidance(sheet: Sheet, boxes: Area, *, turned: bool) -> set[int]:
    """The columns (rows, where reviews go down) whose head says that they explain the questions to whoever reviews."""
    heads = (place for place in sheet.cells if (place[1] < boxes.left if turned else place[0] < boxes.top))
    return {place[not turned] for place in heads if _GUIDES.fullmatch(plain(sheet.cells[place].text))}


def _rows_explained(sheet: Sheet, found: list[Cell], natures: Natures, turned: bool) -> set[int]:
    """Of the rows of these cells those that count or sum up, name sections, hold a label's value, or are a bar."""
    rows = {cell.row: sheet.rows[cell.row] for cell in found}
    told = {row for row, cells in rows.items() if _sums_up(cells, natures) or _is_pair(cells) or _names_sections(cells)}
    return told | {row for row, cells in rows.items() if not turned and _is_bar(cells, natures)}


def _columns_explained(sheet: Sheet, found: list[Cell], natures: Natures) -> set[int]:
    """Of the columns of these cells, lines of a turned table, those that count or sum up, or are a bar."""
    columns = {cell.column: sheet.columns[cell.column] for cell in found}
    return {column for column, cells in columns.items() if _is_bar(cells, natures) or _sums_up(cells, natures)}


def _names_sections(row: list[Cell]) -> bool:
    return any(label(cell.text) == "section" for cell in row if cell.text)


def _is_bar(line: list[Cell], natures: Natures) -> bool:
    drawn = len(line) > 1 and len({cell.colour for cell in line}) == 1 and line[0].colour is not None
    return drawn and not any(cell.text for cell in line[1:]) and not natures.is_word(line[0])


def _sums_up(line: list[Cell], natures: Natures) -> bool:
    first, *rest = [cell for cell in line if cell.text] or [Cell(1, 1, "", "")]
    if rest and natures.is_word(first) and all(cell.text.strip(" %").isdigit() for cell in rest):
        return True  # "RI | 0 | 3"
    return _names_a_sum(first.text, natures)


def _names_a_sum(first: str, natures: Natures) -> bool:
    return natures.words.named(first) is not None or is_count(first) or is_overall(first)


def _is_pair(row: list[Cell]) -> bool:
    """A label with its value; no row of boxes that differ in colour behind "Grade"."""
    texts, fills = [cell.text for cell in row if cell.text], {cell.colour for cell in row if not cell.text}
    return 1 <= len(texts) <= 2 and len(fills) < 2 and bool(said(texts[0]).label or said(texts[0]).parts)
