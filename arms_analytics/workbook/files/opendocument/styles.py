"""Styles of an OpenDocument spreadsheet: which fill each cell style paints, through parents and defaults."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from arms_analytics.workbook.files import markup
from arms_analytics.workbook.files.budgets import TagBudget
from arms_analytics.workbook.files.fills import MOST_FORMATS, NO_FILL, Fill, hex_fill
from arms_analytics.workbook.files.markup import Attributes
from arms_analytics.workbook.files.opendocument.namespaces import FO, STYLE, TABLE
from arms_analytics.workbook.files.refusals import too_large

LONGEST_ANCESTRY = 32
"""Parents of parents; a chain that runs in a circle ends here too."""


@dataclass(slots=True)
class CellStyle:
    """One cell style as written. `background` is None where it leaves that to its parent.

    `maps` are its conditions as (condition, style applied, base cell).
    """

    parent: str = ""
    background: str | None = None
    maps: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class OdsStyles:
    """Cell styles by name, "" the default; and the names of table styles that hide their tab."""

    cells: dict[str, CellStyle] = field(default_factory=dict)
    hidden_tables: set[str] = field(default_factory=set)
    _fills: dict[str, Fill | None] = field(default_factory=dict)

    def maps(self, name: str) -> list[tuple[str, str, str]]:
        """The conditions of a style, its own or those of the nearest parent that has any."""
        for _ in range(LONGEST_ANCESTRY):
            style = self.cells.get(name)
            if style is None or style.maps or not name:
                return style.maps if style else []
            name = style.parent
        return []

    def fill(self, name: str) -> Fill | None:
        """What a style paints; None where neither it nor its parents say."""
        if name not in self._fills:
            self._fills[name] = self._inherited_fill(name)
        return self._fills[name]

    def _inherited_fill(self, name: str) -> Fill | None:
        for _ in range(LONGEST_ANCESTRY):
            style = self.cells.get(name)
            if style is None:
                return None
            if style.background is not None:
                return fill_of(style.background)
            if not name:
                return None
            name = style.parent
        return None


def fill_of(background: str) -> Fill:
    """The fill of a colour as written: `#ffeb9c`, or `transparent`."""
    return NO_FILL if background == "transparent" else hex_fill(background)


class StyleReader:
    """Handlers that gather the styles of a part, for `markup.read`."""

    def __init__(self, styles: OdsStyles) -> None:
        self._styles = styles
        self._cell: CellStyle | None = None
        self._table = ""

    def handlers(self) -> tuple[markup.Starts, markup.Ends]:
        """By full element name. Number formats have maps too, outside any cell style."""
        starts = {
            "style": self._style, "default-style": self._default, "table-cell-properties": self._cell_properties,
            "table-properties": self._table_properties, "map": self._map,
        }  # fmt: skip
        ends = {"style": self._style_end, "default-style": self._style_end}
        return markup.named(starts, STYLE), markup.named(ends, STYLE)

    def _style(self, attributes: Attributes) -> None:
        name, family = attributes.get(f"{STYLE} name", ""), attributes.get(f"{STYLE} family")
        self._cell, self._table = None, name if family == "table" else ""
        if family == "table-cell":
            self._cell = CellStyle(attributes.get(f"{STYLE} parent-style-name", ""))
            self._styles.cells[name] = self._cell
            if len(self._styles.cells) > MOST_FORMATS:
                raise too_large(f"it has more than {MOST_FORMATS:,} cell styles")

    def _style_end(self) -> None:
        self._cell, self._table = None, ""

    def _default(self, attributes: Attributes) -> None:
        if attributes.get(f"{STYLE} family") == "table-cell":
            self._cell = self._styles.cells[""] = CellStyle()

    def _cell_properties(self, attributes: Attributes) -> None:
        if self._cell is not None:
            self._cell.background = attributes.get(f"{FO} background-color", self._cell.background)

    def _table_properties(self, attributes: Attributes) -> None:
        if self._table and attributes.get(f"{TABLE} display") == "false":
            self._styles.hidden_tables.add(self._table)

    def _map(self, attributes: Attributes) -> None:
        if self._cell is not None:
            names = ("condition", "apply-style-name", "base-cell-address")
            condition, applied, base = (attributes.get(f"{STYLE} {name}", "") for name in names)
            self._cell.maps.append((condition, applied, base))


def read_styles(chunks: Iterable[bytes], tags: TagBudget, styles: OdsStyles) -> None:
    """Adds the styles of styles.xml."""
    markup.read(chunks, tags, *StyleReader(styles).handlers(), part="styles.xml")
