"""Tables of words for slides and papers: what stands in a cell, how high rows are, how many fit. Sizes in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from arms_analytics.exports.measure import height_of

NAVY, INK, PALE, WHITE = "1F3864", "1A1A1A", "EEF2F8", "FFFFFF"
BODY = 16.0
CELL_SIDE, CELL_TOP = 6.0, 3.5


@dataclass(frozen=True, slots=True)
class Box:
    """A cell or line of text; without `fill` it stands on what is behind it."""

    text: str
    fill: str = ""
    ink: str = INK
    bold: bool = False
    centred: bool = False


Row = Sequence[str | Box]


@dataclass(frozen=True, slots=True)
class Table:
    """Heads and rows of text; `shares` are the columns' shares of the width."""

    heads: Sequence[str]
    rows: Sequence[Row]
    shares: Sequence[float]
    size: float = BODY

    def widths(self, width: float) -> list[float]:
        """The columns' widths in points."""
        return [width * share / sum(self.shares) for share in self.shares]

    def height(self, row: Row, width: float) -> float:
        """Points that the row needs at this width of the whole table."""
        return 2 * CELL_TOP + max(
            height_of(box(cell).text, self.size, column - 2 * CELL_SIDE)
            for cell, column in zip(row, self.widths(width), strict=True)
        )

    def pages(self, width: float, first: float, others: float) -> Iterator[list[Row]]:
        """The rows as they fit: into `first` points of height, then into `others` on each further slide."""
        head = self.height([Box(text, bold=True) for text in self.heads], width)
        page: list[Row] = []
        left = first - head
        for row in self.rows:
            needed = self.height(row, width)
            if page and needed > left:
                yield page
                page, left = [], others - head
            page.append(row)
            left -= needed
        yield page


def box(cell: str | Box) -> Box:
    """A bare text as a box."""
    return cell if isinstance(cell, Box) else Box(cell)
