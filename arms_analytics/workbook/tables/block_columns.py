"""In which columns of a block grade and feedback stand: by their labels, or by the boxes."""

from __future__ import annotations

from collections import Counter

from arms_analytics.workbook.labels import label
from arms_analytics.workbook.tables.body import ROLES, Region
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.natures import Natures, split_number
from arms_analytics.workbook.words import plain

FURTHEST = 4
"""So many lines below its heading the labels of a block's columns may stand."""


def by_labels(grid: Grid, natures: Natures, region: Region) -> tuple[int, list[int]]:
    """The first line below "Grade | Feedback", and the columns from the first to the last of these labels."""
    for line in range(region.top, min(region.bottom, region.top + FURTHEST) + 1):
        told = {c: label(grid.text(line, c)) for c in range(region.left, region.right + 1) if (line, c) in region}
        columns = [column for column, kind in told.items() if kind in ROLES]
        if len(columns) > 1 or any(told[column] == "grade and feedback" for column in columns):
            return line + 1, list(range(min(columns), max(columns) + 1))
    return region.top, []


def by_boxes(grid: Grid, natures: Natures, region: Region) -> tuple[int, list[int]]:
    """Without labels: the columns from the first that holds boxes on."""
    boxes = [
        (line, column)
        for line, columns in grid.lines.items()
        if region.top <= line <= region.bottom
        for column in columns
        if (cell := grid.own.get((line, column))) is not None and (line, column) in region and natures.is_box(cell)
    ]
    if not boxes:
        return region.top, []
    counts = Counter(column for _, column in boxes)
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
