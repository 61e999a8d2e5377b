""".xls through xlrd, bounded before xlrd builds its cells."""

from __future__ import annotations

import io
import math
import struct
from typing import Any

import xlrd

from arms_analytics.workbook.cells import Area, Sheet, Value
from arms_analytics.workbook.files.binary.compound import SIGNATURE, CompoundFile
from arms_analytics.workbook.files.binary.records import BookRecords, TabRecords, read_records
from arms_analytics.workbook.files.budgets import CellBudget
from arms_analytics.workbook.files.colours import SYSTEM
from arms_analytics.workbook.files.conditional.painting import paint
from arms_analytics.workbook.files.conditional.rules import Rule
from arms_analytics.workbook.files.fills import NO_FILL, Fill
from arms_analytics.workbook.files.notes import own_words
from arms_analytics.workbook.files.number_formats import shown
from arms_analytics.workbook.files.raw_sheet import RawSheet, finished
from arms_analytics.workbook.files.refusals import UnreadableWorkbookError, corrupt, encrypted, no_sheets, too_large

MOST_XLS_BYTES = 16 * 2**20
"""A collation has some hundred thousand bytes; xlrd needs many times a file's size."""


def sheets(data: bytes) -> list[Sheet]:
    """All worksheets in their tabs' order.

    Raises UnreadableWorkbookError (`encrypted`, `no_sheets`, `too_large`, `corrupt`).
    """
    if len(data) > MOST_XLS_BYTES:
        raise too_large(f"the file has more than {MOST_XLS_BYTES // 2**20} MB")
    stream = _workbook_stream(data)
    try:
        more = read_records(stream)
    except struct.error as error:
        raise corrupt("its records do not fit together") from error
    if more.locked:
        raise encrypted()
    try:
        return _sheets(stream, more)
    except UnreadableWorkbookError:
        raise
    except Exception as error:  # xlrd raises whatever a broken record makes it stumble over
        raise corrupt("its records do not fit together") from error


def _workbook_stream(data: bytes) -> bytes:
    """The stream with the cells; the whole file for workbooks older than the container."""
    if not data.startswith(SIGNATURE):
        return data
    file = CompoundFile(data)
    for name in ("Workbook", "Book"):
        if name in file:
            return file.stream(name)
    raise corrupt("it holds no workbook")


def _sheets(stream: bytes, more: BookRecords) -> list[Sheet]:
    book = xlrd.open_workbook(
        file_contents=stream, formatting_info=True, on_demand=True, ragged_rows=True, logfile=io.StringIO()
    )
    palette = _Palette(book, more)
    budget = CellBudget()
    read: list[tuple[Sheet, list[Rule]]] = []
    for number in range(book.nsheets):
        tab = book.sheet_by_index(number)
        records = more.worksheets[number] if number < len(more.worksheets) else TabRecords()
        for rule, index in zip(records.rules, records.fill_indexes, strict=True):
            rule.fill = rule.fill if index is None else palette.background(index)
        read.append((finished(_raw_sheet(book, tab, palette), budget), records.rules))
        book.unload_sheet(number)
    if not read:
        raise no_sheets()
    paint(read)
    return [sheet for sheet, _ in read]


class _Palette:
    """What the workbook's cell formats paint, and how they show numbers, by format."""

    def __init__(self, book: xlrd.Book, more: BookRecords) -> None:
        self._colours = {index: bytes(rgb).hex().upper() for index, rgb in book.colour_map.items() if rgb} | SYSTEM
        self.fills = [
            more.colours.get(number) or self._fill(form.background) for number, form in enumerate(book.xf_list)
        ]
        self.codes = [
            book.format_map[form.format_key].format_str if form.format_key in book.format_map else "General"
            for form in book.xf_list
        ]

    def background(self, index: int) -> Fill:
        """The fill of a colour by its index in the palette."""
        colour = self._colours.get(index)
        return Fill(colour) if colour else Fill(unsettled="a colour that the palette does not hold")

    def _fill(self, background: Any) -> Fill:
        if background.fill_pattern == 0:
            return NO_FILL
        if background.fill_pattern != 1:
            return Fill(unsettled="a pattern of two colours")
        return self.background(background.pattern_colour_index)


def _raw_sheet(book: xlrd.Book, tab: Any, palette: _Palette) -> RawSheet:
    """xlrd counts rows and columns from 0, and ends ranges after their last."""
    raw = RawSheet(tab.name, tab.visibility != 0)
    for row in range(tab.nrows):
        cells = zip(tab.row_types(row), tab.row_values(row), tab._cell_xf_indexes[row], strict=True)
        for column, (kind, value, form) in enumerate(cells):
            if kind != xlrd.XL_CELL_EMPTY:
                content, text = _content(kind, value, palette.codes[form], bool(book.datemode))
                raw.add(row + 1, column + 1, content, text, palette.fills[form])
    for row, info in tab.rowinfo_map.items():
        if info.hidden:
            raw.hidden_rows.append((row + 1, row + 1))
        if info.has_default_xf_index:
            raw.row_fills[row + 1] = palette.fills[info.xf_index]
    for column, info in tab.colinfo_map.items():
        if info.hidden:
            raw.hidden_columns.append((column + 1, column + 1))
        if palette.fills[info.xf_index].paints:
            raw.column_fills.append((column + 1, column + 1, palette.fills[info.xf_index]))
    for top, bottom, left, right in tab.merged_cells:
        raw.merge(Area(top + 1, left + 1, bottom, right))
    for (row, column), note in tab.cell_note_map.items():
        text = own_words(note.text, {note.author.strip().casefold()})
        if text:
            raw.notes[row + 1, column + 1] = text
    return raw


def _content(kind: int, value: Any, code: str, epoch_1904: bool) -> tuple[Value, str]:
    """A cell's value and text; None and "" for a blank."""
    match kind:
        case xlrd.XL_CELL_TEXT:
            text = value.replace("\r\n", "\n").replace("\r", "\n")
            return text or None, text
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            return shown(value, code, epoch_1904) if math.isfinite(value) else (str(value), str(value))
        case xlrd.XL_CELL_BOOLEAN:
            return bool(value), "TRUE" if value else "FALSE"
        case xlrd.XL_CELL_ERROR:
            return xlrd.error_text_from_code.get(value, "#VALUE!"), xlrd.error_text_from_code.get(value, "#VALUE!")
        case _:
            return None, ""
