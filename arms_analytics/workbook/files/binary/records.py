"""Records of an .xls stream that xlrd passes over: exact colours, conditional formats; and how much there is.

[MS-XLS]: records are a number, a length and data. One walk over them, before xlrd builds its cells, bounds its work.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, field

from arms_analytics.workbook.cells import Area
from arms_analytics.workbook.files.conditional.rules import MOST_RULES, Rule
from arms_analytics.workbook.files.fills import Fill
from arms_analytics.workbook.files.refusals import too_large, too_many_rules
from arms_analytics.workbook.files.tints import tinted

MOST_GRID = 2_000_000
"""Cells from each row's first to its last, which is what xlrd lays out."""
MOST_TABS = 500
BOF, EOF, LISTED, MERGED, LOCKED, XF, XF_EXTENSION, XF_COUNT = 0x809, 0x0A, 0x85, 0xE5, 0x2F, 0xE0, 0x87D, 0x87C
FORMAT_AREAS, FORMAT_RULE = 0x1B0, 0x1B1
NEWER_AREAS, NEWER_RULE = 0x879, 0x87A
ONE_CELL = frozenset((0x201, 0x203, 0x204, 0x205, 0x27E, 0xFD, 0x06, 0xD6, 0x01, 0x02, 0x03, 0x04, 0x05, 0x206, 0x406))
MANY_CELLS = frozenset((0xBD, 0xBE))
FRONT_COLOUR, GRADIENT = 4, 6
OPERATORS = (
    "", "between", "notBetween", "equal", "notEqual", "greaterThan", "lessThan", "greaterThanOrEqual",
    "lessThanOrEqual",
)  # fmt: skip
HAS_NUMBER, HAS_FILL, PATTERN_ABSENT, BACK_ABSENT = 1 << 25, 1 << 29, 1 << 16, 1 << 18
NOT_TOLD = -1
BLOCKS = ((1 << 26, 118), (1 << 27, 8), (1 << 28, 8))
"""Font, alignment and border, which lie before the fill in a rule's format when their flag is set."""


Record = Callable[[bytes, int], None]


@dataclass(slots=True)
class TabRecords:
    """What one tab's records say beyond xlrd: conditional formats, their fills as palette indexes in `fill_indexes`."""

    rules: list[Rule] = field(default_factory=list)
    fill_indexes: list[int | None] = field(default_factory=list)


@dataclass(slots=True)
class BookRecords:
    """What the stream says beyond xlrd. `colours` are exact fills by cell format, which the palette only nears."""

    locked: bool = False
    colours: dict[int, Fill] = field(default_factory=dict)
    worksheets: list[TabRecords] = field(default_factory=list)


def read_records(stream: bytes) -> BookRecords:
    """One walk over the stream. UnreadableWorkbookError when there is more than xlrd may be given."""
    walk = _Walk()
    unpack, at, end = struct.Struct("<HH").unpack_from, 0, len(stream)
    while at + 4 <= end:
        number, length = unpack(stream, at)
        record = walk.records.get(number)
        if record is not None:
            record(stream[at + 4 : at + 4 + length], at)
        at += 4 + length
    return walk.result()


class _Walk:
    """What has been met so far; `records` says what to do with each kind of record (its data, its place)."""

    def __init__(self) -> None:
        self.book = BookRecords()
        self.tabs: dict[int, TabRecords] = {}
        self.tab = TabRecords()
        self.listed: list[int] = []
        self.areas: tuple[Area, ...] = ()
        self.depth = self.formats = self.grid = 0
        self.counted = -1
        self.last_columns: dict[int, int] = {}
        self.records: dict[int, Record] = {
            BOF: self._begin, EOF: self._end, LISTED: self._listed, MERGED: self._merged, LOCKED: self._locked,
            XF: self._format, XF_COUNT: self._format_count, XF_EXTENSION: self._extension,
            FORMAT_AREAS: self._format_areas, NEWER_AREAS: self._newer_areas, FORMAT_RULE: self._format_rule,
            NEWER_RULE: self._newer_rule,
        }  # fmt: skip
        self.records |= dict.fromkeys(ONE_CELL, self._cell)
        self.records |= dict.fromkeys(MANY_CELLS, self._cells)

    def result(self) -> BookRecords:
        if self.counted != self.formats:
            self.book.colours = {}
        self.book.worksheets = [self.tabs.get(place, TabRecords()) for place in self.listed]
        return self.book

    def _begin(self, _: bytes, at: int) -> None:
        self.depth += 1
        if self.depth == 1:
            self.tab = self.tabs[at] = TabRecords()
            self.last_columns = {}
            if len(self.tabs) > MOST_TABS:
                raise too_large(f"it has more than {MOST_TABS} tabs")

    def _end(self, _: bytes, at: int) -> None:
        self.depth -= 1
        if self.depth == 0:
            self._weigh(sum(self.last_columns.values()) + max(self.last_columns, default=0))

    def _weigh(self, cells: int) -> None:
        self.grid += cells
        if self.grid > MOST_GRID:
            raise too_large("it describes millions of cells")

    def _listed(self, data: bytes, at: int) -> None:
        place, _, kind = struct.unpack_from("<IBB", data)
        if kind == 0:
            self.listed.append(place)

    def _cell(self, data: bytes, at: int) -> None:
        row, column = struct.unpack_from("<HH", data)
        self.last_columns[row] = max(column + 1, self.last_columns.get(row, 0))

    def _cells(self, data: bytes, at: int) -> None:
        row, last = struct.unpack_from("<H", data)[0], struct.unpack_from("<H", data, len(data) - 2)[0]
        self.last_columns[row] = max(last + 1, self.last_columns.get(row, 0))

    def _merged(self, data: bytes, at: int) -> None:
        self._weigh((len(data) - 2) // 8)
        for (row,) in struct.iter_unpack("<2xH4x", data[2 : 2 + (len(data) - 2) // 8 * 8]):
            self.last_columns.setdefault(row, 1)

    def _locked(self, _: bytes, at: int) -> None:
        self.book.locked = True

    def _format(self, _: bytes, at: int) -> None:
        self.formats += 1

    def _format_count(self, data: bytes, at: int) -> None:
        self.counted = struct.unpack_from("<H", data, 14)[0]

    def _extension(self, data: bytes, at: int) -> None:
        self.book.colours |= _exact_colour(data)

    def _format_areas(self, data: bytes, at: int) -> None:
        self.areas = _areas(data)

    def _newer_areas(self, data: bytes, at: int) -> None:
        self.areas = _areas(data[12:])

    def _format_rule(self, data: bytes, at: int) -> None:
        rule, index = _rule(data, len(self.tab.rules))
        self._add(rule, index)

    def _newer_rule(self, data: bytes, at: int) -> None:
        beyond = Fill(unsettled="a conditional format that an old workbook holds in a newer way")
        self._add(Rule("unknown", len(self.tab.rules), fill=beyond), None)

    def _add(self, rule: Rule, fill_index: int | None) -> None:
        rule.areas = self.areas
        self.tab.rules.append(rule)
        self.tab.fill_indexes.append(fill_index)
        if len(self.tab.rules) > MOST_RULES:
            raise too_many_rules()


def _exact_colour(data: bytes) -> dict[int, Fill]:
    """The fill of one XFExt record, where it is an RGB value."""
    form, _, count = struct.unpack_from("<HHH", data, 14)
    at = 20
    for _ in range(count):
        kind, size = struct.unpack_from("<HH", data, at)
        if kind == GRADIENT:
            return {form: Fill(unsettled="a gradient of colours")}
        if kind == FRONT_COLOUR:
            source, tint = struct.unpack_from("<Hh", data, at + 4)
            return {form: Fill(tinted(data[at + 8 : at + 11].hex().upper(), tint / 32768))} if source == 2 else {}
        at += max(size, 4)
    return {}


def _areas(data: bytes) -> tuple[Area, ...]:
    count = struct.unpack_from("<H", data, 12)[0]
    found = []
    for at in range(14, min(14 + 8 * count, len(data) - 7), 8):
        top, bottom, left, right = struct.unpack_from("<HHHH", data, at)
        found.append(Area(top + 1, left + 1, bottom + 1, right + 1))
    return tuple(found)


def _rule(data: bytes, priority: int) -> tuple[Rule, int | None]:
    """One rule of the old kind, and its fill as an index of the palette: None None for none."""
    kind, operator, first, second, flags = struct.unpack_from("<BBHHI", data)
    index = _fill_index(data, flags)
    formulas = data[len(data) - first - second :]
    constants = [_constant(formulas[:first]), _constant(formulas[first:]) if second else ""]
    if kind != 1 or None in constants or operator >= len(OPERATORS):
        return Rule("unknown", priority), index
    rule = Rule("cellIs", priority, formulas=[text for text in constants if text])
    rule.options = {"operator": OPERATORS[operator]}
    return rule, index


def _fill_index(data: bytes, flags: int) -> int | None:
    if not flags & HAS_FILL:
        return None
    if flags & HAS_NUMBER:
        return NOT_TOLD
    at = 12 + sum(size for bit, size in BLOCKS if flags & bit)
    fill = struct.unpack_from("<I", data, at)[0]
    solid = flags & PATTERN_ABSENT or (fill >> 10) & 0x3F == 1
    return (fill >> 23) & 0x7F if solid and not flags & BACK_ABSENT else NOT_TOLD


def _constant(tokens: bytes) -> str | None:
    """A formula that is one constant, as text that `conditional.formulas` reads; None for any other."""
    if not tokens:
        return None
    match tokens[0]:
        case 0x17 if len(tokens) >= 3:
            wide = tokens[2] & 1
            text = tokens[3:].decode("utf-16-le" if wide else "latin-1", "replace")
            return '"' + text.replace('"', '""') + '"' if len(text) == tokens[1] else None
        case 0x1E if len(tokens) == 3:
            return str(struct.unpack_from("<H", tokens, 1)[0])
        case 0x1F if len(tokens) == 9:
            return repr(struct.unpack_from("<d", tokens, 1)[0])
        case _:
            return None
