"""Tables of words for slides and papers: what stands in a cell, how high rows are, how many fit. Sizes in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from arms_analytics.exports.measure import height_of, longest_word

NAVY, INK, PALE, WHITE = "1F3864", "1A1A1A", "EEF2F8", "FFFFFF"
BODY, LARGEST = 14.0, 20.0
CELL_SIDE, CELL_TOP = 6.0, 3.5
BOLDER = 1.08
"""How much wider bold type runs."""


@dataclass(frozen=True, slots=True)
class Styled:
    """Text with its looks, for a cell or a line; without `fill` it stands on what is behind it."""

    text: str
    fill: str = ""
    ink: str = INK
    bold: bool = False
    centred: bool = False


Row = Sequence[str | Styled]


@dataclass(frozen=True, slots=True)
class Table:
    """Heads and rows of text; `shares` are the columns' shares of the width."""

    heads: Sequence[str]
    rows: Sequence[Row]
    shares: Sequence[float]
    size: float = BODY

    @property
    def _with_heads(self) -> list[Row]:
        return [[Styled(text, bold=True) for text in self.heads], *self.rows]

    def widths(self, width: float) -> list[float]:
        """The columns' widths in points."""
        return [width * share / sum(self.shares) for share in self.shares]

    def height(self, row: Row, width: float) -> float:
        """Points that the row needs at this width of the whole table."""
        return 2 * CELL_TOP + max(
            height_of(styled(cell).text, self.size, (column - 2 * CELL_SIDE) / (BOLDER if styled(cell).bold else 1))
            for cell, column in zip(row, self.widths(width), strict=True)
        )

    def whole_height(self, width: float) -> float:
        """Points that heads and all rows need."""
        return sum(self.height(row, width) for row in self._with_heads)

    def fits(self, width: float, height: float) -> bool:
        """Whether heads and all rows find room here, without a word broken in two."""
        whole = all(
            longest_word(styled(cell).text, self.size * (BOLDER if styled(cell).bold else 1)) <= column - 2 * CELL_SIDE
            for row in self._with_heads
            for cell, column in zip(row, self.widths(width), strict=True)
        )
        return whole and self.whole_height(width) <= height

    def filling(self, width: float, height: float) -> Table:
        """The same in the largest type, down to its own, in which it fits into this room."""
        larger = (replace(self, size=float(size)) for size in range(int(LARGEST), int(self.size), -1))
        return next((table for table in larger if table.fits(width, height)), self)

    def pages(self, width: float, first: float, others: float) -> Iterator[list[Row]]:
        """The rows as they fit: into `first` points of height, then into `others` on each further slide."""
        head = self.height(self._with_heads[0], width)
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


def styled(cell: str | Styled) -> Styled:
    """A bare text with its looks."""
    return cell if isinstance(cell, Styled) else Styled(cell)
