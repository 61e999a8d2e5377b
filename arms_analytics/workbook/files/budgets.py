"""How much one workbook may ask of its reader: tags, text, cells. A collation needs a tenth of it at most."""

from __future__ import annotations

from collections.abc import Iterable
from sys import getsizeof

from arms_analytics.workbook.files.refusals import too_large, too_many_cells

MOST_TAGS = 2_500_000
"""Opening and closing tags together; a second or two of reading."""
MOST_TEXT = 64 * 2**20
"""Bytes of all texts together, as Python holds them."""
MOST_CELLS = 250_000
"""Cells that say something: forty quarters of a whole region stay below it."""
MOST_TEXTS = 75_000
"""Texts that differ: every box of forty quarters of a whole region may have feedback of its own."""
MOST_PAIRS = 1_000_000
"""Of a rule and a cell under it, in one workbook."""


class TagBudget:
    """How many tags this workbook may still spend."""

    def __init__(self) -> None:
        self.left = MOST_TAGS

    def spend(self, tags: int) -> None:
        """Raises UnreadableWorkbookError when the workbook has used up what it may."""
        self.left -= tags
        if self.left < 0:
            raise too_large(
                "it describes millions of cells",
                "delete the rows below and the columns beside the reviews, save, and load it again",
            )


class TextBudget:
    """How much text, in bytes of memory, this workbook may still hold."""

    def __init__(self) -> None:
        self.left = MOST_TEXT

    def spend(self, text: str) -> None:
        """Raises UnreadableWorkbookError when there is more than any collation has."""
        self.left -= getsizeof(text)
        if self.left < 0:
            raise too_large(f"it holds more than {MOST_TEXT // 2**20} MB of text")


class CellBudget:
    """How many cells that say something this workbook may still have, and which texts it has so far."""

    def __init__(self) -> None:
        self.left = MOST_CELLS
        self._texts: set[str] = set()

    def spend(self, cells: int) -> None:
        """Raises UnreadableWorkbookError when there are more than any collation has."""
        self.left -= cells
        if self.left < 0:
            raise too_many_cells(MOST_CELLS)

    def tell(self, texts: Iterable[str]) -> None:
        """Raises UnreadableWorkbookError when these, with those before, are more different ones than any has.

        What a text may mean is worked out once: it is the different ones that take time and memory.
        """
        self._texts.update(texts)
        if len(self._texts) > MOST_TEXTS:
            raise too_large(f"it has more than {MOST_TEXTS:,} different texts")


class PairBudget:
    """How many more pairs of a rule and a cell under it this workbook may have."""

    def __init__(self) -> None:
        self.left = MOST_PAIRS

    def spend(self, pairs: int) -> None:
        """Raises UnreadableWorkbookError when there are more than any collation needs."""
        self.left -= pairs
        if self.left < 0:
            raise too_large(
                "its conditional formats cover more cells than can be worked out",
                "clear those of whole rows and columns in Excel (Home, Conditional Formatting, Manage Rules)",
            )
