"""In which columns of a block grade and feedback stand: by their labels, or by the boxes."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from arms_analytics.workbook.tables.body import ROLES, Bounds
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.texts.labels import label
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.shapes import PROSE, split_number

SHORTEST_QUESTION = 11
"""Numbers and short remarks stand again too."""
FURTHEST = 4
"""So many lines below its heading the labels of a block's columns may stand."""


def by_labels(grid: Grid, _: Natures, bounds: Bounds) -> tuple[int, list[int]]:
    """The first line below "Grade | Feedback", and the columns from the first to the last of these labels."""
    for line in range(bounds.top, min(bounds.bottom, bounds.top + FURTHEST) + 1):
        columns = grid.between(line, bounds.left, bounds.right)
        told = {column: label(grid.text(line, column)) for column in columns if (line, column) in bounds}
        columns = [column for column, kind in told.items() if kind in ROLES]
        if len(columns) > 1 or any(told[column] == "grade and feedback" for column in columns):
            return line + 1, list(range(min(columns), max(columns) + 1))
    return bounds.top, []


def by_boxes(grid: Grid, natures: Natures, bounds: Bounds) -> tuple[int, list[int]]:
    """Without labels: the columns from the first that holds boxes on."""
    boxes = [
        (line, column)
        for line in range(bounds.top, bounds.bottom + 1)
        for column in grid.between(line, bounds.left, bounds.right)
        if (cell := grid.own.get((line, column))) is not None and (line, column) in bounds and natures.is_box(cell)
    ]
    if not boxes:
        return bounds.top, []
    counts = Counter(column for _, column in boxes)
    if len(counts) > 1:
        counts = Counter({c: n for c, n in counts.items() if not _numbers_questions(grid, bounds, c)}) or counts
    left = min(column for column, count in counts.items() if count >= 0.5 * max(counts.values()))
    left = _feedback_first(grid, natures, bounds, left, [line for line, column in boxes if column == left])
    lines = {line for line, column in boxes if column >= left}
    return bounds.top, _to_the_gap(grid, lines, range(left, bounds.right + 1))


def _to_the_gap(grid: Grid, lines: set[int], columns: range) -> list[int]:
    """The columns that hold anything on these lines, up to the first gap behind somebody's words: no footers."""
    found: list[int] = []
    told = False
    for column in columns:
        texts = [grid.text(line, column) for line in lines if (line, column) in grid.cells]
        if texts:
            found.append(column)
        elif told:
            break
        told = told or any(len(text) > PROSE for text in texts)
    return found


def _numbers_questions(grid: Grid, bounds: Bounds, column: int) -> bool:
    """Whether it counts up line by line: questions' numbers, though the key may give each number a grade."""
    texts = [grid.text(line, column).strip(" .):") for line in range(bounds.top, bounds.bottom + 1)]
    numbers = [int(text) for text in texts if text.isdigit()]
    return len(numbers) > 2 and all(after == before + 1 for before, after in pairwise(numbers))


def _feedback_first(grid: Grid, natures: Natures, bounds: Bounds, boxes: int, lines: list[int]) -> int:
    """The column of the feedback where it stands before the boxes: behind questions, which other blocks have too.

    Sections say the same on several lines, and feedback that stands again does so less often than a question.
    """
    again: dict[int, set[str]] = {}
    for column in range(bounds.left, boxes):
        texts = {grid.text(line, column) for line in lines}
        again[column] = {text for text in texts if _is_asked_again(grid, natures, text)}
    often = {column: sum(grid.sheet.often[text] for text in texts) for column, texts in again.items()}
    question = max(again, key=lambda column: (len(again[column]), often[column], column), default=boxes)
    return question + 1 if len(again.get(question, ())) > 0.5 * len(lines) else boxes


def _is_asked_again(grid: Grid, natures: Natures, text: str) -> bool:
    """Whether a text of some length stands on the tab again, or on other tabs."""
    again = len(text) > SHORTEST_QUESTION and grid.sheet.often[text] > 1
    return again or plain(split_number(text)[1]) in natures.shared
