"""Where the questions stand: the columns of a grid whose cells word them, and the entries of each."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass

from arms_analytics.workbook.cells import Cell
from arms_analytics.workbook.labels import label, said
from arms_analytics.workbook.layouts.grid import Grid
from arms_analytics.workbook.layouts.natures import PROSE, Natures, is_number, split_number
from arms_analytics.workbook.words import plain

NOT_A_QUESTION = {"grade", "feedback", "grade and feedback", "status"}
"""A column under such a label holds no questions. (Labels of head lines, such as "Officer", stand above questions.)"""
TRIED = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """One question on the axis: its lines (first and last), number and wording."""

    line: int
    last: int
    number: str
    text: str


@dataclass(slots=True)
class Axis:
    """A column of questions. `headed` says that a label such as "Question" stands above; `supported` counts the
    entries with a box beside them."""

    column: int
    lines: list[int]
    header: int = 0
    numbers: int | None = None
    headed: bool = False
    supported: int = 0
    distinct: int = 0
    numbered: float = 0.0
    shared: float = 0.0
    likelihood: float = 0.0


def hypotheses(grid: Grid, natures: Natures) -> list[list[Axis]]:
    """Where the questions may stand, likeliest first; each with further axes where blocks stand side by side."""
    boxes = _boxes_by_line(grid, natures)
    candidates = [axis for column in sorted(grid.columns) if (axis := _candidate(grid, natures, column, boxes))]
    most = max((axis.distinct for axis in candidates), default=0)
    for place, axis in enumerate(candidates):
        axis.likelihood = (
            3 * axis.shared + 1.5 * axis.headed + axis.numbered + axis.distinct / max(1, most) - 0.1 * place
        )
    found = []
    for axis in sorted(candidates, key=lambda axis: -axis.likelihood)[:TRIED]:
        words = _words(grid, axis)
        found.append(
            [axis]
            + [other for other in candidates if other.column > axis.column and _same(words, _words(grid, other), other)]
        )
    return found


def _boxes_by_line(grid: Grid, natures: Natures) -> dict[int, int]:
    """The rightmost column with a box, by line."""
    found: dict[int, int] = {}
    for (line, column), cell in grid.cells.items():
        if column > found.get(line, 0) and natures.is_box(cell):
            found[line] = column
    return found


def _candidate(grid: Grid, natures: Natures, column: int, boxes: dict[int, int]) -> Axis | None:
    lines: list[int] = []
    header, headed = 0, False
    colours: Counter[str] = Counter()
    for line in grid.columns[column]:
        cell = grid.cells[line, column]
        text = cell.text.strip()
        kind = label(text) if text else ""
        if kind == "question" and not headed and not any(boxes.get(above, 0) > column for above in lines):
            header, headed, lines = line, True, []
        elif kind and not lines:
            header = line
            if kind in NOT_A_QUESTION:
                return None
        if text and (natures.may_be_wording(text) or (headed and not said(text) and _looks_like_prose(cell, text))):
            lines.append(line)
            if cell.colour and natures.boxy(cell.colour):
                colours[cell.colour] += 1
    if len(lines) < 2 or _holds_boxes(colours, len(lines)):
        return None
    axis = Axis(column, lines, header, headed=headed)
    return _weigh(grid, natures, axis, boxes)


def _holds_boxes(colours: Counter[str], wordings: int) -> bool:
    """Whether these fills are grades: several, or one on some of the wordings only. A heading's fill is on all."""
    return colours.total() > 0.3 * wordings and not (len(colours) == 1 and colours.total() == wordings)


def _looks_like_prose(cell: Cell, text: str) -> bool:
    return len(text) > PROSE and isinstance(cell.value, str)


def _weigh(grid: Grid, natures: Natures, axis: Axis, boxes: dict[int, int]) -> Axis | None:
    beside = []
    for line, following in zip(axis.lines, [*axis.lines[1:], axis.lines[-1] + 3], strict=True):
        if any(boxes.get(near, 0) > axis.column for near in range(line, min(following, line + 4))):
            beside.append(line)
    axis.distinct = len({plain(grid.text(line, axis.column)) for line in beside or axis.lines})
    axis.numbers = _number_column(grid, axis)
    if beside:
        axis.lines = [line for line in axis.lines if line >= beside[0] or _leads_in(grid, axis, line, beside[0])]
    axis.supported = len(beside)
    if not beside and not axis.headed:
        return None
    own = sum(bool(split_number(grid.text(line, axis.column))[0]) for line in axis.lines)
    if axis.numbers is not None:
        own = max(own, sum(is_number(grid.text(line, axis.numbers)) for line in axis.lines))
    axis.numbered = own / len(axis.lines)
    known = sum(plain(split_number(grid.text(line, axis.column))[1]) in natures.shared for line in beside or axis.lines)
    axis.shared = known / len(beside or axis.lines)
    return axis


def _leads_in(grid: Grid, axis: Axis, line: int, first: int) -> bool:
    """Whether a wording above the first box is a question left ungraded, not a title."""
    if axis.headed:
        return line > axis.header
    numbered = split_number(grid.text(line, axis.column))[0] or (axis.numbers and grid.text(line, axis.numbers))
    return bool(numbered) and first - line <= 4


def _number_column(grid: Grid, axis: Axis) -> int | None:
    for column in range(axis.column - 1, max(0, axis.column - 3), -1):
        texts = [grid.text(line, column) for line in axis.lines]
        numbers = [text for text in texts if is_number(text)]
        if len(numbers) >= 0.5 * len(axis.lines) and len(set(numbers)) >= 0.8 * axis.distinct and _count_up(numbers):
            return column
    return None


def _count_up(numbers: list[str]) -> bool:
    """Whether they grow from one to the next, but for new starts: question numbers do, grades do not."""
    keys = [tuple(int(part) for part in re.findall(r"\d+", number)) for number in numbers]
    falls = sum(after < before for before, after in itertools.pairwise(keys))
    starts = sum(key == keys[0] for key in keys)
    return falls <= max(starts - 1, 0.1 * len(keys))


def _words(grid: Grid, axis: Axis) -> Counter[str]:
    return Counter(plain(split_number(grid.text(line, axis.column))[1]) for line in axis.lines)


def _same(first: Counter[str], other: Counter[str], axis: Axis) -> bool:
    shared = sum(1 for text in other if text in first and not said(text))
    return shared >= 2 and shared >= 0.5 * len(other) and (axis.headed or shared >= 3 or shared == len(first))
