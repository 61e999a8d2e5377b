"""Which lines around the risk levels are heads: references, officers, "Grade | Feedback", down to the first box."""

from __future__ import annotations

from collections import Counter

from arms_analytics.workbook.tables import facts
from arms_analytics.workbook.tables.body import ROLES, Bounds
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.texts.labels import said

LONGEST_VALUE = 60
LONGEST_HEAD = 12
"""No more lines than this stand between the risk levels and the first box."""


def around(grid: Grid, natures: Natures, over: Bounds, line: int, left: int) -> range:
    """The lines of heads around the anchors' line: up while values stand over the reviews, down to the first box.

    `over` are the lines and columns of the reviews; labels stand from column `left` on.
    """
    top = bottom = line
    fills = Counter(grid.cells[line, c].colour for c in grid.lines[line] if c >= left)
    painted = {colour for colour, count in fills.items() if count > 1}
    named = any(said(grid.text(line, c)).risk for c in grid.lines[line] if (line, c) in over)
    while (
        top > over.top and _is_head(grid, natures, over, top - 1, painted) and not _is_of_the_tab(grid, over, top - 1)
    ):
        top -= 1
    for below in range(line + 1, min(over.bottom, line + LONGEST_HEAD) + 1):
        short = _is_head(grid, natures, over, below, painted)
        asks = short and _asks(grid, natures, over, below, left, painted, named)
        if short and not asks and _is_labelled(grid, natures, over, below, left, named):
            bottom = below
        elif any((below, c) in over and _is_box(grid, natures, below, c, painted) for c in grid.lines.get(below, ())):
            break
    return range(top, bottom + 1)


def _is_head(grid: Grid, natures: Natures, over: Bounds, line: int, painted: set[str | None]) -> bool:
    """Whether a line holds short values, and no grades, over the reviews (one value alone is said of the tab)."""
    columns = [c for c in grid.lines.get(line, ()) if (line, c) in over and grid.anchored(line, c)]
    values = [text for c in columns if (text := grid.text(line, c))]
    colours = {grid.cells[line, c].colour for c in columns}
    painted = painted | colours if len(colours) == 1 else painted
    graded = any(
        _is_empty_box(grid, natures, line, c, painted) or natures.is_word(grid.cells[line, c]) for c in columns
    )
    return len(values) > 1 and not graded and all(len(text) < LONGEST_VALUE or said(text) for text in values)


def _is_of_the_tab(grid: Grid, over: Bounds, line: int) -> bool:
    """Whether a line says several things, each once: "Force: Cheshire | Reviewer: Cumbria | Qtr: Q1 25/26"."""
    spoken = {c: said(text) for c in grid.lines[line] if grid.anchored(line, c) and (text := grid.text(line, c))}
    kinds = [told.label for told in spoken.values() if told.label in facts.ATTRIBUTES]
    loose = [c for c, told in spoken.items() if (line, c) in over and not told and grid.said(line, c - 1).label == ""]
    return len(kinds) > 1 and len(kinds) == len(set(kinds)) and not loose


def _is_empty_box(grid: Grid, natures: Natures, line: int, column: int, painted: set[str | None]) -> bool:
    cell = grid.cells[line, column]
    return not cell.text and cell.colour not in painted and natures.is_box(cell)


def _is_box(grid: Grid, natures: Natures, line: int, column: int, painted: set[str | None]) -> bool:
    """Whether a grade shows there, and not merely the colour in which the heads are painted."""
    cell = grid.cells[line, column]
    return natures.is_word(cell) or (natures.is_box(cell) and cell.colour not in painted)


def _asks(
    grid: Grid, natures: Natures, over: Bounds, line: int, left: int, painted: set[str | None], named: bool
) -> bool:
    """Whether a line is a question's: "Feedback" stands before it, or a text that is no label before grades' fills.

    "Priority level" is no label where the levels are `named` already.
    """
    before = [said(text) for c in range(left, over.left) if (text := grid.text(line, c))]
    if any(words.label in ROLES for words in before):
        return True
    cells = [grid.cells[line, c] for c in grid.lines.get(line, ()) if (line, c) in over]
    filled = any(cell.colour and cell.colour not in painted and natures.boxy(cell.colour) for cell in cells)
    return filled and bool(before) and not any(words and not (named and words.label == "risk") for words in before)


def _is_labelled(grid: Grid, natures: Natures, over: Bounds, line: int, left: int, named: bool) -> bool:
    """Whether labels say that a line is one of heads: before its values, or above grades and feedback.

    `named` says that the levels are named already: "Low" below them is somebody's feedback.
    """
    if any(said(grid.text(line, c)).label in facts.ATTRIBUTES for c in range(left, over.left)):
        return True
    if facts.labels_within(grid, line, range(over.left, over.right + 1)):
        return True
    texts = [text for c in grid.lines.get(line, ()) if (line, c) in over and (text := grid.text(line, c))]
    risks = sum(said(text).risk is not None for text in texts)
    told = any(said(text).label in ROLES for text in texts) or (2 * risks > len(texts) and not named)
    return told or all(facts.looks_like_a_fact(text, natures) for text in texts)
