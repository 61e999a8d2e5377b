"""The tabs of an OpenDocument spreadsheet, streamed. Repeated rows and cells stay ranges until something is in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from arms_analytics.workbook.cells import Area, Value
from arms_analytics.workbook.files import markup
from arms_analytics.workbook.files.budgets import MOST_CELLS, TextBudget
from arms_analytics.workbook.files.fills import NO_FILL, Fill
from arms_analytics.workbook.files.markup import Attributes, Ends, Starts
from arms_analytics.workbook.files.notes import own_words
from arms_analytics.workbook.files.opendocument.namespaces import DUBLIN, OFFICE, TABLE
from arms_analytics.workbook.files.opendocument.styles import OdsStyles
from arms_analytics.workbook.files.opendocument.text import Paragraphs, content_of
from arms_analytics.workbook.files.raw_sheet import TAIL, RawSheet
from arms_analytics.workbook.files.references import LAST_COLUMN, LAST_ROW
from arms_analytics.workbook.files.refusals import corrupt, too_many_cells

HIDDEN = frozenset(("collapse", "filter"))
RUN = 1_000
"""Blanks painted over more cells than this are a painted row, column or sheet, not boxes."""


@dataclass(slots=True)
class TabInFile:
    """One table as written: its raw sheet, and where styles with conditions lie (`mapped`), as ranges."""

    raw: RawSheet
    mapped: list[tuple[Area, str]] = field(default_factory=list)


class TabReader:
    """Handlers that gather all tabs of content.xml; `tabs` is whole when the part has been read."""

    def __init__(self, styles: OdsStyles, budget: TextBudget, pieces: list[str]) -> None:
        self.tabs: list[TabInFile] = []
        self._styles, self._budget = styles, budget
        self._text = Paragraphs(pieces)
        self._pieces = pieces
        self._creator = ""
        self._tab = TabInFile(RawSheet(""))
        self._columns: list[tuple[int, int, str]] = []
        self._row = self._column = self._rows = self._cells = 0
        self._row_style = ""
        self._cell: Attributes = {}
        self._paragraphs: list[str] = []
        self._laid = self._last_written = 0

    def handlers(self) -> tuple[Starts, Ends]:
        """By full element name, for `markup.read`."""
        starts = {
            "table": self._table, "table-column": self._column_span, "table-row": self._row_start,
            "table-cell": self._cell_start, "covered-table-cell": self._cell_start,
        }  # fmt: skip
        ends = {"table-row": self._row_end, "table-cell": self._cell_end, "covered-table-cell": self._covered_end}
        text_starts, text_ends = self._text.handlers()
        return (
            markup.named(starts, TABLE) | markup.named({"annotation": self._note_start}, OFFICE)
            | markup.named({"creator": self._creator_start}, DUBLIN) | text_starts,
            markup.named(ends, TABLE) | markup.named({"annotation": self._note_end}, OFFICE)
            | markup.named({"creator": self._creator_end}, DUBLIN) | text_ends,
        )  # fmt: skip

    def _table(self, attributes: Attributes) -> None:
        hidden = attributes.get(f"{TABLE} style-name") in self._styles.hidden_tables
        self._tab = TabInFile(RawSheet(attributes.get(f"{TABLE} name", ""), hidden))
        self.tabs.append(self._tab)
        self._columns, self._row, self._column, self._last_written = [], 1, 1, 0

    def _column_span(self, attributes: Attributes) -> None:
        repeat = _repeat(attributes, "number-columns-repeated")
        last = min(self._column + repeat - 1, LAST_COLUMN)
        if attributes.get(f"{TABLE} visibility") in HIDDEN:
            self._tab.raw.hidden_columns.append((self._column, last))
        style = attributes.get(f"{TABLE} default-cell-style-name", "")
        if style and self._column <= last:
            self._columns.append((self._column, last, style))
        self._column = last + 1

    def _row_start(self, attributes: Attributes) -> None:
        self._rows = _repeat(attributes, "number-rows-repeated")
        self._row_style = attributes.get(f"{TABLE} default-cell-style-name", "")
        self._column = 1
        if attributes.get(f"{TABLE} visibility") in HIDDEN:
            self._tab.raw.hidden_rows.append((self._row, min(self._row + self._rows - 1, LAST_ROW)))

    def _row_end(self) -> None:
        self._row += self._rows

    def _cell_start(self, attributes: Attributes) -> None:
        self._cell = attributes
        self._cells = _repeat(attributes, "number-columns-repeated")
        self._text.begin()

    def _covered_end(self) -> None:
        self._column += self._cells

    def _cell_end(self) -> None:
        value, text, unknown = content_of(self._cell, self._text.lines)
        bottom = min(self._row + self._rows - 1, LAST_ROW)
        for left, right, style in self._spans():
            area = Area(self._row, left, bottom, right)
            fill = self._styles.fill(style) or NO_FILL
            if text or unknown or (fill.paints and self._rows * (right - left + 1) <= RUN):
                self._lay(area, value, text, fill, unknown)
            if self._styles.maps(style):
                self._tab.mapped.append((area, style))
        if text or unknown:
            self._last_written = self._row
            if self._row + self._rows - 1 > LAST_ROW or self._column + self._cells - 1 > LAST_COLUMN:
                raise corrupt("it has cells beyond the last row or column of a sheet")
        self._merge()
        self._column += self._cells

    def _spans(self) -> Iterator[tuple[int, int, str]]:
        """The columns of this cell and its repetitions, by their style: the cell's, the row's or the column's."""
        at, right = self._column, min(self._column + self._cells - 1, LAST_COLUMN)
        own = self._cell.get(f"{TABLE} style-name") or self._row_style
        if own:
            yield at, right, own
            return
        for number in range(max(bisect_right(self._columns, (at, LAST_COLUMN, "")) - 1, 0), len(self._columns)):
            first, last, style = self._columns[number]
            if first > right:
                break
            if last >= at:
                if first > at:
                    yield at, first - 1, ""
                yield max(at, first), min(last, right), style
                at = last + 1
        if at <= right:
            yield at, right, ""

    def _lay(self, area: Area, value: Value, text: str, fill: Fill, unknown: bool) -> None:
        """One content, or only paint, in every cell of an area."""
        if not text and not unknown and area.top > self._last_written + TAIL:
            return
        self._laid += (area.bottom - area.top + 1) * (area.right - area.left + 1)
        if self._laid > MOST_CELLS:
            raise too_many_cells(MOST_CELLS)
        self._budget.spend(text)
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                self._tab.raw.add(row, column, value, text, fill, unknown)

    def _merge(self) -> None:
        rows, columns = (_repeat(self._cell, f"number-{way}-spanned") for way in ("rows", "columns"))
        if rows * columns > 1:
            bottom, right = min(self._row + rows - 1, LAST_ROW), min(self._column + columns - 1, LAST_COLUMN)
            self._tab.raw.merge(Area(self._row, self._column, bottom, right))

    def _note_start(self, _: Attributes) -> None:
        self._paragraphs = self._text.lines
        self._text.begin()
        self._creator = ""

    def _creator_start(self, _: Attributes) -> None:
        self._pieces.clear()

    def _creator_end(self) -> None:
        self._creator = "".join(self._pieces).strip().casefold()

    def _note_end(self) -> None:
        note = own_words("\n".join(self._text.lines), {self._creator})
        if note and self._row <= LAST_ROW and self._column <= LAST_COLUMN:
            self._tab.raw.notes[self._row, self._column] = note
        self._text.begin(self._paragraphs)


def _repeat(attributes: Attributes, name: str) -> int:
    text = attributes.get(f"{TABLE} {name}", "1")
    if not text.isdecimal() or len(text) > 9 or int(text) < 1:
        raise corrupt(f"it repeats a row or cell {text[:20]!r} times")
    return int(text)
