"""Cells as a person sees them: text, effective colour, note, merged area, address. Whatever the file format.

The stop between a file and its reviews: `files` makes them, `tables` and what follows read them.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

Value = str | float | bool | dt.datetime | dt.date | dt.time | None
Place = tuple[int, int]
"""A row and a column, counted from 1 (on a grid that is read turned: a line and a column)."""


@dataclass(slots=True, unsafe_hash=True)
class Cell:
    """One cell that says something: a value, a colour or a note. Rows and columns count from 1.

    Constant once its sheet has been read; not frozen only because that trebles the time to make one.

    `text` is what the person reads (a whole number without decimals, a date as written by its format or ISO).
    `colour` is the effective fill as RRGGBB, None for no fill; theme, tint, index, named style, row and column
    format and conditional formats are already applied. `unsettled` says why the effective fill cannot be told
    (a pattern, a gradient, a conditional format beyond us); then `colour` is None and must be asked about.
    `note` is the text of its notes and threaded comments, authors' name lines removed.
    `formula_without_value` marks a formula that the file holds no result of.
    """

    row: int
    column: int
    value: Value = None
    text: str = ""
    colour: str | None = None
    unsettled: str = ""
    note: str = ""
    formula_without_value: bool = False

    @property
    def address(self) -> str:
        """As Excel writes it: `C18`."""
        return address(self.row, self.column)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, ends included: a merged area, a table."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, place: Place) -> bool:
        return self.top <= place[0] <= self.bottom and self.left <= place[1] <= self.right


@dataclass
class Sheet:
    """One tab. `cells` is sparse, by (row, column), and holds only cells that say something.

    A merged area is held at its anchor alone; `merged` lists the areas. `hidden` is the tab's own state.
    `tables` are defined Excel tables by name.
    """

    name: str
    hidden: bool = False
    cells: dict[Place, Cell] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    tables: dict[str, Area] = field(default_factory=dict)

    @functools.cached_property
    def rows(self) -> dict[int, list[Cell]]:
        """The cells by row, in reading order, once nothing is added any more."""
        found: dict[int, list[Cell]] = defaultdict(list)
        for place in sorted(self.cells):
            found[place[0]].append(self.cells[place])
        return dict(found)

    @functools.cached_property
    def columns(self) -> dict[int, list[Cell]]:
        """The cells by column, each from the top, once nothing is added any more."""
        found: dict[int, list[Cell]] = defaultdict(list)
        for place in sorted(self.cells):
            found[place[1]].append(self.cells[place])
        return dict(found)

    @functools.cached_property
    def often(self) -> Counter[str]:
        """How often each text stands on the tab, once nothing is added any more."""
        return Counter(cell.text for cell in self.cells.values())


@functools.lru_cache(2**14)
def column_letters(column: int) -> str:
    """1 → A, 27 → AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """(18, 3) → C18."""
    return f"{column_letters(column)}{row}"


def addresses(cells: Iterable[Cell]) -> str:
    """Where they are: `C18, G33`."""
    return ", ".join(cell.address for cell in cells)
