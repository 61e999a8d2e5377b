"""A block of its own for each review: a heading, then its questions, one under another or side by side."""

from __future__ import annotations

from collections.abc import Callable

from arms_analytics.workbook.cells import Place
from arms_analytics.workbook.tables import boxes, headings
from arms_analytics.workbook.tables.block_columns import by_boxes, by_labels
from arms_analytics.workbook.tables.body import Body, Region
from arms_analytics.workbook.tables.entries import fill_in
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.table import TabledReview

How = Callable[[Grid, Natures, Region], tuple[int, list[int]]]
Block = tuple[Region, Region]
"""A block's region and that of its heading."""


def read(grid: Grid, turned: Grid, natures: Natures, without: frozenset[Place]) -> list[TabledReview]:
    """The reviews of a tab whose every risk level (or "Review 2") heads a block; all blocks are read in one way."""
    blocks = _regions(grid, headings.find(grid, natures), without)
    best: dict[int, TabledReview] = {}
    for how in (by_labels, by_boxes):
        for way in (grid, turned):
            inner = [_below(region, heading, turned=way is turned) for region, heading in blocks]
            found = _all(natures, how, way, inner)
            if (len(found), _boxes(found)) > (len(best), _boxes(best)):
                best = found
        if len(best) == len(blocks):
            break
    for place, review in best.items():
        review.said = headings.facts_of(grid, blocks[place][1])
    return list(best.values())


def _below(region: Region, heading: Region, turned: bool) -> Region:
    """A block without its heading."""
    inner = Region(heading.bottom + 1, region.left, region.bottom, region.right, region.without)
    return _turn(inner) if turned else inner


def _all(natures: Natures, how: How, grid: Grid, regions: list[Region]) -> dict[int, TabledReview]:
    """The reviews that one way of reading finds, by the place of their block."""
    found = ((place, _one(natures, how, grid, region)) for place, region in enumerate(regions))
    return {place: review for place, review in found if review is not None}


def _boxes(found: dict[int, TabledReview]) -> int:
    return sum(box.grade is not None for review in found.values() for box in review.boxes)


def _regions(grid: Grid, headings: list[Region], without: frozenset[Place]) -> list[tuple[Region, Region]]:
    """Each block with its heading: down to the next heading below, right to the next heading beside."""
    found = []
    for heading in headings:
        beside = [
            h.left for h in headings if h.left > heading.left and h.top <= heading.bottom and h.bottom >= heading.top
        ]
        right = min(beside, default=grid.last_column + 1) - 1
        below = [h.top for h in headings if h.top > heading.bottom and heading.left <= h.left <= right]
        bottom = min(below, default=grid.last_line + 1) - 1
        found.append((Region(heading.top, heading.left, bottom, right, without), heading))
    return found


def _turn(region: Region) -> Region:
    without = frozenset((column, line) for line, column in region.without)
    return Region(region.left, region.top, region.right, region.bottom, without)


def _one(natures: Natures, how: How, grid: Grid, region: Region) -> TabledReview | None:
    """The one review of a block, its columns told by labels or by boxes; None when no questions stand in it."""
    first, columns = how(grid, natures, region)
    if not columns or columns[0] <= region.left:
        return None
    body = Body(grid, natures, region, [columns], first, labelled=how is by_labels)
    if not fill_in(body) or len(body.entries) < 2:
        return None
    return boxes.reviews(body, range(region.top, first))[0]
