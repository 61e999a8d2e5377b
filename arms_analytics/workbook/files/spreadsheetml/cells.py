"""One worksheet part, streamed: cells with values and formats, rows, columns, merged areas.

The hot loop of reading. Handlers are closures over local variables; what a cell format means is looked up by the
text of its `s`, so that no number is parsed twice.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable, Iterator
from sys import getsizeof

from arms_analytics.workbook.cells import Cell, Place, Value
from arms_analytics.workbook.files import markup
from arms_analytics.workbook.files.budgets import MOST_CELLS, TagBudget, TextBudget
from arms_analytics.workbook.files.drafts import TAIL, Draft
from arms_analytics.workbook.files.fills import NO_FILL, Fill
from arms_analytics.workbook.files.markup import Attributes, Ends, Starts
from arms_analytics.workbook.files.number_formats import plainly, shown
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


def handlers(book: Book, draft: Draft, pieces: list[str]) -> tuple[Starts, Ends, Callable[[], bool]]:
    """What fills the draft from a worksheet part, by full element name; text arrives in `pieces`.

    The third says whether reading has come to the tail: rows far below the last that had words.
    """
    starts, ends, in_tail = _cell_handlers(book, draft, pieces)
    starts |= _range_handlers(draft, book.painted)
    return markup.named(starts, *MAIN), markup.named(ends, *MAIN), in_tail


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


def _range_handlers(draft: Draft, painted: dict[str, Fill]) -> Starts:
    """Columns' formats and hiding; merged areas."""

    def column_span(attributes: Attributes) -> None:
        first, last = _position(attributes.get("min")), _position(attributes.get("max"))
        if attributes.get("hidden") in TRUE:
            draft.hidden_columns.append((first, last))
        if attributes.get("style") in painted:
            draft.column_fills.append((first, last, painted[attributes["style"]]))
        if len(draft.column_fills) + len(draft.hidden_columns) > 2 * LAST_COLUMN:
            raise corrupt(f"tab {draft.name!r} describes more columns than a sheet has")

    def merged(attributes: Attributes) -> None:
        area = area_of(attributes.get("ref", ""))
        if (area.top, area.left) != (area.bottom, area.right):
            draft.merge(area)

    return {"col": column_span, "mergeCell": merged}


def _position(text: str | None) -> int:
    if not text or not text.isdecimal() or len(text) > 7 or not 1 <= int(text) <= LAST_ROW:
        raise corrupt(f"it has a row or column numbered {(text or '')[:20]!r}")
    return int(text)


def _cell_handlers(book: Book, draft: Draft, pieces: list[str]) -> tuple[Starts, Ends, Callable[[], bool]]:
    cells, bare, painted, codes, text_budget = draft.cells, draft.bare, book.painted, book.codes, book.text
    strings, count = book.strings, len(book.strings)
    columns: dict[str, int] = {}
    row = column = last_written = 0
    row_digits, row_fill = "", None
    style, kind, value, formula = "0", None, None, False
    inline: list[str] = []
    inline_starts, inline_ends = _inline_handlers(pieces, inline)
    stray: list[Place] = []

    def row_start(attributes: Attributes) -> None:
        nonlocal row, column, row_digits, row_fill
        given = attributes.get("r")
        row = row + 1 if given is None else _position(given)
        column, row_digits, row_fill = 0, str(row), None
        if "hidden" in attributes and attributes["hidden"] in TRUE:
            _extend(draft.hidden_rows, row)
        if "customFormat" in attributes and attributes["customFormat"] in TRUE:
            row_fill = painted.get(attributes.get("s", "0"), NO_FILL)

    def cell_start(attributes: Attributes) -> None:
        nonlocal column, style, kind, value, formula
        reference = attributes.get("r")
        if reference is None:
            column += 1
            if row < 1 or column > LAST_COLUMN:
                raise corrupt("it has cells beyond the rows or columns of a sheet")
        else:
            letters = reference.rstrip(DIGITS)
            column = columns.get(letters, 0)
            if not column or reference[len(letters) :] != row_digits:
                column = columns[letters] = _column_in(row, reference)
        style, kind, value, formula = attributes.get("s", "0"), attributes.get("t"), None, False
        pieces.clear()

    def value_start(_: Attributes) -> None:
        pieces.clear()

    def value_end() -> None:
        nonlocal value
        value = "".join(pieces)

    def formula_start(_: Attributes) -> None:
        nonlocal formula
        formula = True

    def cell_end() -> None:
        nonlocal last_written
        fill = painted.get(style, NO_FILL)
        content: Value = None
        text, unknown = "", False
        if kind == "s" and value:
            index = int(value) if value.isdecimal() and len(value) < 10 else count
            if index >= count:
                raise corrupt(f"a cell of tab {draft.name!r} points to a text that is not there")
            content = text = strings[index]
        elif inline or kind in TEXTUAL:
            text = "".join(inline) if inline else value or ""
            if "_x" in text or "\r" in text:
                text = unescaped(text)
            content, unknown = text, formula and value is None
            text_budget.left -= getsizeof(text)
            if text_budget.left < 0:
                text_budget.spend(text)
            inline.clear()
        elif value:
            content, text = _typed(kind, value, codes.get(style), book)
        else:
            unknown = formula
        if text or unknown:
            cells[row, column] = Cell(row, column, content, text, fill.colour, fill.unsettled, "", unknown)
            if row > last_written:
                last_written = row
        elif fill is not NO_FILL or row_fill is not None or draft.column_fills:
            if fill is NO_FILL:
                bare.add((row, column))
            else:
                cells[row, column] = Cell(row, column, None, "", fill.colour, fill.unsettled)
            if row > last_written + TAIL:
                stray.append((row, column))

    def row_end() -> None:
        if row > last_written + TAIL:
            for place in stray:
                cells.pop(place, None)
                bare.discard(place)
        elif row_fill is not None:
            draft.row_fills[row] = row_fill
        stray.clear()
        if len(cells) > MOST_CELLS:
            raise too_many_cells(MOST_CELLS)

    starts: Starts = {"row": row_start, "c": cell_start, "v": value_start, "f": formula_start}
    ends: Ends = {"v": value_end, "c": cell_end, "row": row_end}
    return starts | inline_starts, ends | inline_ends, lambda: row > last_written + TAIL


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
