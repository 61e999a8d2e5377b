"""One worksheet part, streamed: cells with values and formats, rows, columns, merged areas.

The hot loop of reading: what a cell format means is looked up by the text of its `s`, so that no number is parsed
twice.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable, Iterator

from arms_analytics.workbook.cells import Cell, Place, Value
from arms_analytics.workbook.files import markup
from arms_analytics.workbook.files.budgets import MOST_CELLS, TagBudget, TextBudget
from arms_analytics.workbook.files.fills import NO_FILL, Fill
from arms_analytics.workbook.files.markup import Attributes, Ends, Starts
from arms_analytics.workbook.files.number_formats import plainly, shown
from arms_analytics.workbook.files.raw_sheet import TAIL, RawSheet
from arms_analytics.workbook.files.references import LAST_COLUMN, LAST_ROW, area_of, place_of
from arms_analytics.workbook.files.refusals import corrupt, too_many_cells
from arms_analytics.workbook.files.spreadsheetml.namespaces import MAIN
from arms_analytics.workbook.files.spreadsheetml.strings import unescaped
from arms_analytics.workbook.files.spreadsheetml.styles import Styles

BARE_ROW = re.compile(rb"<row [^<>]*(?:/>|>(?:<c [^<>]*/>)*</row>)")
DIGITS = "0123456789"
NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
TEXTUAL = frozenset({"str", "inlineStr"})
TRUE = frozenset({"1", "true", "on"})


class Book:
    """What all tabs of one workbook share: strings, formats by the text of `s`, calendar, budgets."""

    def __init__(self, strings: list[str], styles: Styles, epoch_1904: bool, tags: TagBudget, text: TextBudget) -> None:
        self.strings, self.epoch_1904, self.tags, self.text = strings, epoch_1904, tags, text
        self.codes = {str(n): code for n, code in enumerate(styles.number_formats) if code != "General"}
        self.painted = {str(n): fill for n, fill in enumerate(styles.fills) if fill.paints}
        self.differential, self.palette = styles.differential, styles.palette


def handlers(book: Book, raw: RawSheet, pieces: list[str]) -> tuple[Starts, Ends, Callable[[], bool]]:
    """What fills the raw sheet from a worksheet part, by full element name; text arrives in `pieces`.

    The third says whether reading has come to the tail: rows far below the last that had words.
    """
    inline: list[str] = []
    rows = _Rows(book, raw, pieces, inline)
    starts: Starts = {"row": rows.row_start, "c": rows.cell_start, "v": rows.value_start, "f": rows.formula_start}
    ends: Ends = {"row": rows.row_end, "c": rows.cell_end, "v": rows.value_end}
    inline_starts, inline_ends = _inline_handlers(pieces, inline)
    starts |= inline_starts | _range_handlers(raw, book.painted)
    return markup.named(starts, *MAIN), markup.named(ends | inline_ends, *MAIN), rows.in_tail


def without_tail(chunks: Iterable[bytes], in_tail: Callable[[], bool]) -> Iterator[bytes]:
    """The part's bytes; in the tail without rows of bare cells, so that a million of them cost next to nothing.

    The last row of a chunk stays, from which later rows may count.
    """
    for chunk in chunks:
        last = chunk.rfind(b"<row ")
        if last > 0 and in_tail() and not any(mark in chunk for mark in (b"<!", b"-->", b"]]>")):
            yield BARE_ROW.sub(b"", chunk[:last])
            yield chunk[last:]
        else:
            yield chunk


def _range_handlers(raw: RawSheet, painted: dict[str, Fill]) -> Starts:
    """Columns' formats and hiding; merged areas."""

    def column_span(attributes: Attributes) -> None:
        first, last = _position(attributes.get("min")), _position(attributes.get("max"))
        if attributes.get("hidden") in TRUE:
            raw.hidden_columns.append((first, last))
        if attributes.get("style") in painted:
            raw.column_fills.append((first, last, painted[attributes["style"]]))
        if len(raw.column_fills) + len(raw.hidden_columns) > 2 * LAST_COLUMN:
            raise corrupt(f"tab {raw.name!r} describes more columns than a sheet has")

    def merged(attributes: Attributes) -> None:
        area = area_of(attributes.get("ref", ""))
        if (area.top, area.left) != (area.bottom, area.right):
            raw.merge(area)

    return {"col": column_span, "mergeCell": merged}


def _position(text: str | None) -> int:
    if not text or not text.isdecimal() or len(text) > 7 or not 1 <= int(text) <= LAST_ROW:
        raise corrupt(f"it has a row or column numbered {(text or '')[:20]!r}")
    return int(text)


class _Rows:
    """Fills a raw sheet with the cells of a worksheet's rows, tag by tag.

    The text between two tags arrives in `pieces`, what a cell holds itself, run by run, in `inline`.
    """

    __slots__ = (
        "bare",
        "book",
        "cells",
        "column",
        "columns",
        "formula",
        "inline",
        "kind",
        "last_written",
        "painted",
        "pieces",
        "raw",
        "row",
        "row_digits",
        "row_fill",
        "stray",
        "strings",
        "style",
        "value",
    )  # fmt: skip

    def __init__(self, book: Book, raw: RawSheet, pieces: list[str], inline: list[str]) -> None:
        self.book, self.strings, self.painted = book, book.strings, book.painted
        self.raw, self.cells, self.bare = raw, raw.cells, raw.bare
        self.pieces, self.inline = pieces, inline
        self.columns: dict[str, int] = {}
        self.row = self.column = self.last_written = 0
        self.row_digits = ""
        self.row_fill: Fill | None = None
        self.style, self.formula = "0", False
        self.kind: str | None = None
        self.value: str | None = None
        self.stray: list[Place] = []

    def row_start(self, attributes: Attributes) -> None:
        """<row>: its number, whether it is hidden, its own fill."""
        given = attributes.get("r")
        self.row = self.row + 1 if given is None else _position(given)
        self.column, self.row_digits, self.row_fill = 0, str(self.row), None
        if "hidden" in attributes and attributes["hidden"] in TRUE:
            _extend(self.raw.hidden_rows, self.row)
        if "customFormat" in attributes and attributes["customFormat"] in TRUE:
            self.row_fill = self.painted.get(attributes.get("s", "0"), NO_FILL)

    def cell_start(self, attributes: Attributes) -> None:
        """<c>: its place, its format, the kind of its value."""
        reference = attributes.get("r")
        if reference is None:
            self.column += 1
            if self.row < 1 or self.column > LAST_COLUMN:
                raise corrupt("it has cells beyond the rows or columns of a sheet")
        else:
            letters = reference.rstrip(DIGITS)
            column = self.columns.get(letters, 0)
            if not column or reference[len(letters) :] != self.row_digits:
                column = self.columns[letters] = _column_in(self.row, reference)
            self.column = column
        self.style, self.kind = attributes.get("s", "0"), attributes.get("t")
        self.value, self.formula = None, False
        self.pieces.clear()

    def value_start(self, _: Attributes) -> None:
        """<v>."""
        self.pieces.clear()

    def value_end(self) -> None:
        """</v>."""
        self.value = "".join(self.pieces)

    def formula_start(self, _: Attributes) -> None:
        """<f>."""
        self.formula = True

    def cell_end(self) -> None:
        """</c>: the cell, if it says something."""
        row, column, value, unknown = self.row, self.column, self.value, False
        fill = self.painted.get(self.style, NO_FILL)
        content: Value = None
        text = ""
        if self.kind == "s" and value:
            content = text = self._shared(value)
        elif self.inline or self.kind in TEXTUAL:
            content = text = self._own_text()
            unknown = self.formula and value is None
        elif value:
            content, text = _typed(self.kind, value, self.book.codes.get(self.style), self.book)
        else:
            unknown = self.formula
        if text or unknown:
            self.cells[row, column] = Cell(row, column, content, text, fill.colour, fill.unsettled, "", unknown)
            if row > self.last_written:
                self.last_written = row
        elif fill is not NO_FILL or self.row_fill is not None or self.raw.column_fills:
            if fill is NO_FILL:
                self.bare.add((row, column))
            else:
                self.cells[row, column] = Cell(row, column, None, "", fill.colour, fill.unsettled)
            if row > self.last_written + TAIL:
                self.stray.append((row, column))

    def _shared(self, value: str) -> str:
        index = int(value) if value.isdecimal() and len(value) < 10 else len(self.strings)
        if index >= len(self.strings):
            raise corrupt(f"a cell of tab {self.raw.name!r} points to a text that is not there")
        return self.strings[index]

    def _own_text(self) -> str:
        text = "".join(self.inline) if self.inline else self.value or ""
        self.inline.clear()
        if "_x" in text or "\r" in text:
            text = unescaped(text)
        self.book.text.spend(text)
        return text

    def row_end(self) -> None:
        """</row>: what the row's own fill paints; in the tail, nothing of it counts."""
        if self.in_tail():
            for place in self.stray:
                self.cells.pop(place, None)
                self.bare.discard(place)
        elif self.row_fill is not None:
            self.raw.row_fills[self.row] = self.row_fill
        self.stray.clear()
        if len(self.cells) > MOST_CELLS:
            raise too_many_cells(MOST_CELLS)

    def in_tail(self) -> bool:
        """Whether this row is far below the last that had words."""
        return self.row > self.last_written + TAIL


def _inline_handlers(pieces: list[str], inline: list[str]) -> tuple[Starts, Ends]:
    """Text that a cell holds itself, run by run into `inline`; without what says how to pronounce it."""
    phonetic = False

    def text_start(_: Attributes) -> None:
        pieces.clear()

    def text_end() -> None:
        if not phonetic:
            inline.append("".join(pieces))

    def phonetic_start(_: Attributes) -> None:
        nonlocal phonetic
        phonetic = True

    def phonetic_end() -> None:
        nonlocal phonetic
        phonetic = False

    return {"t": text_start, "rPh": phonetic_start}, {"t": text_end, "rPh": phonetic_end}


def _column_in(row: int, reference: str) -> int:
    """The column of a cell's reference, which must lie in the row that holds it."""
    place = place_of(reference)
    if place[0] != row:
        raise corrupt(f"it has a cell {reference[:20]!r} in row {row}")
    return place[1]


def _extend(spans: list[tuple[int, int]], row: int) -> None:
    """Adds a row to spans of rows, which mostly come in order."""
    if spans and spans[-1][1] == row - 1:
        spans[-1] = (spans[-1][0], row)
    else:
        spans.append((row, row))


def _typed(kind: str | None, raw: str, code: str | None, book: Book) -> tuple[Value, str]:
    """The value and text of what is no string. What does not parse as its kind says stays as text."""
    raw = raw.strip()
    if kind == "b" and raw:
        return raw in TRUE, "TRUE" if raw in TRUE else "FALSE"
    number = None if kind == "e" else _serial(raw) if kind == "d" else _number(raw)
    if number is None:
        book.text.spend(raw)
        return raw, raw
    return (number, plainly(number)) if code is None else shown(number, code, book.epoch_1904)


def _number(raw: str) -> float | None:
    number = float(raw) if NUMBER.fullmatch(raw) else None
    return number if number is not None and math.isfinite(number) else None


def _serial(raw: str) -> float | None:
    """The day number of an ISO date, of the 1900 calendar."""
    try:
        moment = dt.datetime.fromisoformat(raw).replace(tzinfo=None)
    except ValueError:
        return None
    return (moment - dt.datetime(1899, 12, 30)).total_seconds() / 86_400
