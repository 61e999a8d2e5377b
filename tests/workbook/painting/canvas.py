"""A tab in the making: cells put one by one, areas merged, the whole turned if wanted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from arms_analytics.workbook.cells import Area, Cell, Sheet, address


@dataclass
class Canvas:
    """Cells by (row, column). A turned canvas swaps the two when it is handed over, so one painter paints both ways."""

    name: str
    hidden: bool = False
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    turned: bool = False

    def put(self, row, column, value=None, colour=None, note=""):
        """One cell, if there is anything to put; returns its place for the truth."""
        if value is not None or colour is not None or note:
            text = "" if value is None else value.isoformat() if hasattr(value, "isoformat") else str(value)
            self.cells[row, column] = Cell(row, column, value, text, colour, "", note)
        return row, column

    def merge(self, top, left, bottom, right):
        """A merged area: what its cells but the first held is gone."""
        if (top, left) == (bottom, right):
            return
        self.merged.append(Area(top, left, bottom, right))
        for place in [p for p in self.cells if p in self.merged[-1] and p != (top, left)]:
            del self.cells[place]

    def where(self, place):
        """The address of a place on the tab as handed over."""
        return address(place[1], place[0]) if self.turned else address(*place)

    def sheet(self):
        """As the reader is given it."""
        if not self.turned:
            return Sheet(self.name, self.hidden, dict(self.cells), list(self.merged), set(self.hidden_rows))
        cells = {(c, r): replace(cell, row=c, column=r) for (r, c), cell in self.cells.items()}
        merged = [Area(a.left, a.top, a.right, a.bottom) for a in self.merged]
        return Sheet(self.name, self.hidden, cells, merged, set())
