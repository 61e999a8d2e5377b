"""Reviews side by side: heads on one line, the questions left of them, their boxes below. Turned, reviews go down."""

from __future__ import annotations

from collections import Counter

from arms_analytics.workbook.labels import label, said
from arms_analytics.workbook.tables import heads, roles
from arms_analytics.workbook.tables.anchors import Anchor
from arms_analytics.workbook.tables.body import ROLES, Body, Entry, Region
from arms_analytics.workbook.tables.entries import fill_in
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.roles import Spot
from arms_analytics.workbook.tables.table import Box, TabledReview, Wording

LONGEST_VALUE = 60
LONGEST_HEAD = 12
"""No more lines than this stand between the risk levels and the first box."""


def read(grid: Grid, natures: Natures, region: Region, anchors: list[Anchor]) -> list[TabledReview]:
    """The reviews headed by these anchors, all on one line, within a region."""
    line, start = anchors[0].line, anchors[0].column
    reach = anchors[-1].column + anchors[-1].column - anchors[-2].column if len(anchors) > 1 else region.right
    over = Region(region.top, start, region.bottom, min(reach, region.right), region.without)
    head = _head_lines(grid, natures, over, line, region.left)
    heading = {anchor.column for anchor in anchors}
    groups = [group for group in _groups(grid, region, head, start) if heading & set(group)]
    halves = _halves(grid, region, head, groups)
    told = {label(grid.text(head.stop - 1, column)) for group in groups for column in group}
    body = Body(grid, natures, region, groups, head.stop, labelled=bool(told & ROLES))
    if not fill_in(body) or _each_words_its_own(body):
        return []
    if halves:
        body.groups = halves
    return reviews(body, head)


def _each_words_its_own(body: Body) -> bool:
    """Whether the questions stand again for each review: blocks side by side, no table."""
    first, *others = body.groups
    for place, column in enumerate(first):
        texts = [body.grid.text(entry.line, column) for entry in body.entries]
        told = len(set(texts) - {""})
        if told > 2 and all(
            len(group) > place and [body.grid.text(entry.line, group[place]) for entry in body.entries] == texts
            for group in others
        ):
            return bool(others) and told >= 0.8 * sum(map(bool, texts))
    return False


def reviews(body: Body, head: range) -> list[TabledReview]:
    """The reviews of a body whose groups of columns are known."""
    spots = roles.settle(body, head)
    return [_review(body, head, group, spots) for group in body.groups]


def _head_lines(grid: Grid, natures: Natures, over: Region, line: int, left: int) -> range:
    """The lines of heads around the anchors' line: up while values stand over the reviews, down to the first box.

    `over` are the lines and columns of the reviews; labels stand from column `left` on.
    """
    top = bottom = line
    fills = Counter(grid.cells[line, c].colour for c in grid.lines[line] if c >= left)
    painted = {colour for colour, count in fills.items() if count > 1}
    while top > over.top and _is_head(grid, natures, over, top - 1, painted):
        top -= 1
    for below in range(line + 1, min(over.bottom, line + LONGEST_HEAD) + 1):
        if _is_head(grid, natures, over, below, painted) and _is_labelled(grid, natures, over, below, left):
            bottom = below
        elif any((below, c) in over and _is_box(grid, natures, below, c, painted) for c in grid.lines.get(below, ())):
            break
    return range(top, bottom + 1)


def _is_head(grid: Grid, natures: Natures, over: Region, line: int, painted: set[str | None]) -> bool:
    """Whether a line holds short values, and no grades, over the reviews (one value alone is said of the tab)."""
    columns = [c for c in grid.lines.get(line, ()) if (line, c) in over and grid.anchored(line, c)]
    values = [text for c in columns if (text := grid.text(line, c))]
    colours = {grid.cells[line, c].colour for c in columns}
    painted = painted | colours if len(colours) == 1 else painted
    graded = any(
        _is_empty_box(grid, natures, line, c, painted) or natures.is_word(grid.cells[line, c]) for c in columns
    )
    return len(values) > 1 and not graded and all(len(text) < LONGEST_VALUE or said(text) for text in values)


def _is_empty_box(grid: Grid, natures: Natures, line: int, column: int, painted: set[str | None]) -> bool:
    cell = grid.cells[line, column]
    return not cell.text and cell.colour not in painted and natures.is_box(cell)


def _is_box(grid: Grid, natures: Natures, line: int, column: int, painted: set[str | None]) -> bool:
    """Whether a grade shows there, and not merely the colour in which the heads are painted."""
    cell = grid.cells[line, column]
    return natures.is_word(cell) or (natures.is_box(cell) and cell.colour not in painted)


def _is_labelled(grid: Grid, natures: Natures, over: Region, line: int, left: int) -> bool:
    """Whether labels say that a line is one of heads: before its values, or above grades and feedback."""
    if any(said(grid.text(line, c)).label in heads.ATTRIBUTES for c in range(left, over.left)):
        return True
    texts = [text for c in grid.lines.get(line, ()) if (line, c) in over and (text := grid.text(line, c))]
    risks = sum(said(text).risk is not None for text in texts)
    told = any(said(text).label in ROLES for text in texts) or 2 * risks > len(texts)
    return told or all(heads.looks_like_a_fact(text, natures) for text in texts)


def _groups(grid: Grid, region: Region, head: range, start: int) -> list[list[int]]:
    """The columns of each review: a new one begins where the heads change, or "Grade" stands again."""
    groups: list[list[int]] = []
    before: tuple[str, ...] = ()
    told: set[str] = set()
    for column in range(start, region.right + 1):
        texts = [grid.text(line, column) for line in head]
        kinds = {label(text) for text in texts} & ROLES
        facts = tuple(text for text in texts if text and label(text) not in ROLES)
        if not groups or (facts and facts != before) or (kinds and kinds <= told and facts):
            groups.append([])
            before, told = facts, set()
        told |= kinds
        groups[-1].append(column)
    return _trimmed(grid, groups)


def _trimmed(grid: Grid, groups: list[list[int]]) -> list[list[int]]:
    """The last review has no neighbour to end it: it is as wide as the others."""
    if len(groups) > 1:
        usual = Counter(len(group) for group in groups[:-1]).most_common(1)[0][0]
        if len(groups[-1]) > usual:
            rest = groups[-1][usual:]
            told = [c for c in rest if any(label(grid.text(line, c)) in ROLES for line in grid.columns.get(c, ())[:12])]
            if len(told) < len(groups):
                groups[-1] = groups[-1][:usual]
    return groups


def _halves(grid: Grid, region: Region, head: range, groups: list[list[int]]) -> list[list[int]]:
    """All grades first and all feedback after them: each review's two columns, joined. Empty where it is not so."""
    keys = [tuple(t for line in head if label(t := grid.text(line, group[0])) not in ROLES) for group in groups]
    count = len(groups) // 2
    if len(groups) > 2 and len(groups) % 2 == 0 and keys[:count] == keys[count:]:
        return [one + other for one, other in zip(groups[:count], groups[count:], strict=True)]
    last = groups[-1]
    single = all(len(group) == 1 for group in groups[:-1])
    if len(groups) > 1 and single and len(last) == len(groups) + 1:
        return [[*group, column] for group, column in zip([*groups[:-1], last[:1]], last[1:], strict=True)]
    return []


def _review(body: Body, head: range, group: list[int], spots: dict[Spot, str]) -> TabledReview:
    labels = max(body.region.left, min(body.question, body.numbers or body.question) - 1)
    review = TabledReview(
        said=heads.of_group(body.grid, body.natures, head, labels, min(body.columns), group),
        place=body.grid.back(body.entries[0].line, group[0]),
    )
    review.boxes = [_box(body, entry, group, spots) for entry in body.entries]
    for box, line in zip(review.boxes, body.echoes, strict=False):
        cell = body.cell(line, group[0])
        if cell is not None and cell.text:
            box.feedback.append(cell)
    return review


def _box(body: Body, entry: Entry, group: list[int], spots: dict[Spot, str]) -> Box:
    home = next((spot for spot, role in sorted(spots.items()) if role in ("grade", "both")), (0, 0))
    wording = Wording(entry.number, entry.text, body.grid.back(entry.line, entry.column))
    box = Box(wording, body.grid.back(entry.line + home[0], group[min(home[1], len(group) - 1)]))
    for spot, role in sorted(spots.items()):
        line = entry.line + spot[0]
        if line > entry.last or spot[1] >= len(group):
            continue
        cell = body.cell(line, group[spot[1]])
        if cell is None:
            continue
        if spot == home:
            box.grade, box.in_box = cell, role == "both"
        elif cell.text and role == "feedback":
            box.feedback.append(cell)
    return box
