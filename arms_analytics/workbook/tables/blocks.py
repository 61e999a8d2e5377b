"""A block of its own for each review: a heading, then its questions, one under another or side by side."""

from __future__ import annotations

from collections.abc import Callable

from arms_analytics.workbook.cells import Place
from arms_analytics.workbook.tables import block_headings, boxes
from arms_analytics.workbook.tables.block_columns import by_boxes, by_labels
from arms_analytics.workbook.tables.body import Body, Bounds
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.question_lines import find_questions
from arms_analytics.workbook.tables.table import TabledReview

How = Callable[[Grid, Natures, Bounds], tuple[int, list[int]]]
Block = tuple[Bounds, Bounds]
"""The bounds of a block and of its heading."""


def read(grid: Grid, turned: Grid, natures: Natures, without: frozenset[Place]) -> list[TabledReview]:
    """The reviews of a tab whose every risk level (or "Review 2") heads a block; all blocks are read in one way."""
    blocks = _blocks(grid, block_headings.find(grid, natures), without)
    best: dict[int, TabledReview] = {}
    for how in (by_labels, by_boxes):
        for way in (grid, turned):
            inner = [_below(bounds, heading, turned=way is turned) for bounds, heading in blocks]
            found = _all(natures, how, way, inner)
            if (len(found), _boxes(found)) > (len(best), _boxes(best)):
                best = found
        if len(best) == len(blocks):
            break
    for place, review in best.items():
        review.facts = block_headings.facts_of(grid, heading=blocks[place][1], right=blocks[place][0].right)
    return list(best.values())


def _below(bounds: Bounds, heading: Bounds, turned: bool) -> Bounds:
    """A block without its heading."""
    inner = Bounds(heading.bottom + 1, bounds.left, bounds.bottom, bounds.right, bounds.without)
    return _turn(inner) if turned else inner


def _all(natures: Natures, how: How, grid: Grid, parts: list[Bounds]) -> dict[int, TabledReview]:
    """The reviews that one way of reading finds, by the place of their block."""
    found = ((place, _one(natures, how, grid, bounds)) for place, bounds in enumerate(parts))
    return {place: review for place, review in found if review is not None}


def _boxes(found: dict[int, TabledReview]) -> int:
    return sum(box.grade is not None for review in found.values() for box in review.boxes)


def _blocks(grid: Grid, headings: list[Bounds], without: frozenset[Place]) -> list[Block]:
    """Each block with its heading: down to the next heading below, right to the next heading beside."""
    found = []
    for heading in headings:
        beside = [
            h.left for h in headings if h.left > heading.left and h.top <= heading.bottom and h.bottom >= heading.top
        ]
        right = min(beside, default=grid.last_column + 1) - 1
        below = [h.top for h in headings if h.top > heading.bottom and heading.left <= h.left <= right]
        bottom = min(below, default=grid.last_line + 1) - 1
        found.append((Bounds(heading.top, heading.left, bottom, right, without), heading))
    return found


def _turn(bounds: Bounds) -> Bounds:
    without = frozenset((column, line) for line, column in bounds.without)
    return Bounds(bounds.left, bounds.top, bounds.right, bounds.bottom, without)


def _one(natures: Natures, how: How, grid: Grid, bounds: Bounds) -> TabledReview | None:
    """The one review of a block, its columns told by labels or by boxes; None when no questions stand in it."""
    first, columns = how(grid, natures, bounds)
    if not columns or columns[0] <= bounds.left:
        return None
    body = Body(grid, natures, bounds, [columns], first, labelled=how is by_labels)
    if not find_questions(body) or len(body.questions) < 2:
        return None
    return boxes.reviews(body, range(bounds.top, first), bounds.top)[0]
