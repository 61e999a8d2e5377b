"""A block of its own for each review: a heading, then its questions, one under another or side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from arms_analytics.workbook.labels import Said, label, said
from arms_analytics.workbook.tables import across, heads
from arms_analytics.workbook.tables.anchors import heads_a_review, names_risk
from arms_analytics.workbook.tables.body import ROLES, Body, Region
from arms_analytics.workbook.tables.entries import fill_in
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.heads import Facts
from arms_analytics.workbook.tables.natures import Natures, split_number
from arms_analytics.workbook.tables.table import Place, TabledReview
from arms_analytics.workbook.words import plain

How = Callable[[Grid, Natures, Region], tuple[int, list[int]]]
FURTHEST = 4
"""So many lines below its heading the labels of a block's columns may stand."""


def read(grid: Grid, turned: Grid, natures: Natures, without: frozenset[Place]) -> list[TabledReview]:
    """The reviews of a tab whose every risk level (or "Review 2") heads a block."""
    reviews = []
    for region, heading in _regions(grid, _headings(grid, natures), without):
        inner = Region(heading.bottom + 1, region.left, region.bottom, region.right, region.without)
        ways = ((grid, inner), (turned, _turn(inner)))
        found = next(
            (one for how in (_by_labels, _by_boxes) for way in ways if (one := _one(natures, how, *way))), None
        )
        if found is not None:
            found.said = _facts(grid, heading)
            reviews.append(found)
    return reviews


def _headings(grid: Grid, natures: Natures) -> list[Region]:
    """The cells around each risk level that say things of the same review: pairs of label and value, or one bar."""
    found: list[Region] = []
    above: list[int] = []
    for line, column in _heading_places(grid, natures):
        if any((line, column) in region for region in found):
            continue
        left = column - 1 if _is_labelled(grid, line, column) else column
        top = bottom = line
        while _speaks(grid, top - 1, left):
            top -= 1
        while _speaks(grid, bottom + 1, left):
            bottom += 1
        found.append(Region(top, left, bottom, max(column, grid.area(line, column).right)))
        above.append(line - top)
    # what stands above the first heading may be said of the whole tab: all headings begin as far above their level
    return [replace(h, top=h.top + lines - min(above)) for h, lines in zip(found, above, strict=True)]


def _heading_places(grid: Grid, natures: Natures) -> list[Place]:
    """Where headings stand: behind labels for the risk level, in texts that say more, or bare; one form on a tab."""
    spoken = {place: said(cell.text) for place, cell in grid.cells.items() if cell.text and grid.anchored(*place)}
    risks = [place for place, words in spoken.items() if names_risk(words)]
    for form in (
        [place for place in risks if _is_labelled(grid, *place)],
        [place for place in risks if spoken[place].parts or ":" in grid.text(*place)],
        [place for place in risks if not _is_graded(grid, natures, place[0])],
        [place for place, words in spoken.items() if heads_a_review(words)],
    ):
        if form:
            return sorted(form)
    return []


def _is_labelled(grid: Grid, line: int, column: int) -> bool:
    before = said(grid.text(line, column - 1))
    return before.label == "risk" and before.risk is None


def _is_graded(grid: Grid, natures: Natures, line: int) -> bool:
    return any(natures.is_word(grid.cells[line, column]) for column in grid.lines.get(line, ()))


def _speaks(grid: Grid, line: int, column: int) -> bool:
    """Whether the cell there continues a heading. Labels of columns ("Section", "No.", "Question") do not."""
    spoken = said(grid.text(line, column))
    if any(label(grid.text(line, c)) in {"question", *ROLES} for c in grid.lines.get(line, ()) if c > column):
        return False  # "Ref no | Question | Grade": the labels of columns
    return line > 0 and (spoken.label in heads.ATTRIBUTES or names_risk(spoken) or bool(spoken.parts))


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
    body = Body(grid, natures, region, [columns], first, labelled=how is _by_labels)
    if not fill_in(body) or len(body.entries) < 2:
        return None
    return across.reviews(body, range(region.top, first))[0]


def _by_labels(grid: Grid, natures: Natures, region: Region) -> tuple[int, list[int]]:
    """The first line below "Grade | Feedback", and the columns from the first to the last of these labels."""
    for line in range(region.top, min(region.bottom, region.top + FURTHEST) + 1):
        told = {c: label(grid.text(line, c)) for c in range(region.left, region.right + 1) if (line, c) in region}
        columns = [column for column, kind in told.items() if kind in ROLES]
        if len(columns) > 1 or any(told[column] == "grade and feedback" for column in columns):
            return line + 1, list(range(min(columns), max(columns) + 1))
    return region.top, []


def _by_boxes(grid: Grid, natures: Natures, region: Region) -> tuple[int, list[int]]:
    """Without labels: the columns from the first that holds boxes on."""
    boxes = [
        (line, column)
        for line, columns in grid.lines.items()
        for column in columns
        if (line, column) in region and grid.anchored(line, column) and natures.is_box(grid.cells[line, column])
    ]
    if not boxes:
        return region.top, []
    counts = {column: sum(c == column for _, c in boxes) for _, column in boxes}
    left = min(column for column, count in counts.items() if count >= 0.5 * max(counts.values()))
    left = _feedback_first(grid, natures, region, left, [line for line, column in boxes if column == left])
    lines = [line for line, column in boxes if column >= left]
    return region.top, [c for c in range(left, region.right + 1) if any((line, c) in grid.cells for line in lines)]


def _feedback_first(grid: Grid, natures: Natures, region: Region, boxes: int, lines: list[int]) -> int:
    """The column of the feedback where it stands before the boxes: behind questions that other tabs have too."""
    for column in range(region.left, boxes - 1):
        texts = [plain(split_number(grid.text(line, column))[1]) for line in lines]
        if sum(text in natures.shared for text in texts) > 0.5 * len(texts):
            return column + 1
    return boxes


def _facts(grid: Grid, heading: Region) -> Facts:
    """What a heading says: each cell by itself, or a label with the value right of it."""
    gathered: Facts = {}
    for line in range(heading.top, heading.bottom + 1):
        column, kind = heading.left, ""
        spoken = said(grid.text(line, column))
        if spoken.label in heads.ATTRIBUTES and not _has_value(spoken) and grid.text(line, column + 1):
            column, kind = column + 1, spoken.label
        cell = grid.at(line, column)
        if cell is not None and cell.text:
            text = cell.text.strip()
            for found, fact in heads.facts(said(text), text, kind, cell.address).items():
                gathered.setdefault(found, fact)
    return gathered


def _has_value(spoken: Said) -> bool:
    return bool(spoken.value or spoken.risk or spoken.parts)
