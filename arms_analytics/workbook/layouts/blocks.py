"""A block: one run of questions down a grid, what heads stand above or before it, and the columns that belong to it."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass, field

from arms_analytics.workbook.labels import label
from arms_analytics.workbook.layouts.axis import Axis, Entry
from arms_analytics.workbook.layouts.grid import Grid
from arms_analytics.workbook.layouts.natures import PROSE, Natures, is_count, is_number, is_overall, split_number

HEADS_A_BLOCK = {"risk", "ref", "officer", "review", "question"}
ROLES = {"grade", "feedback", "grade and feedback"}


@dataclass(slots=True)
class Block:
    """Questions down, boxes to the right. `top` is where its heads begin, `left` where its own columns begin.

    `columns` are those to the right of the questions that may hold boxes; `before` those to their left.
    """

    grid: Grid
    natures: Natures
    axis: Axis
    entries: list[Entry]
    top: int
    left: int
    columns: list[int]
    summed: list[int] = field(default_factory=list)

    @property
    def head_lines(self) -> range:
        """The lines above its first question."""
        return range(self.top, self.entries[0].line)

    @property
    def bottom(self) -> int:
        """Its last line."""
        return self.entries[-1].last


def split(grid: Grid, natures: Natures, axes: list[Axis]) -> list[Block]:
    """The blocks of a grid in reading order: down each axis, axis after axis."""
    blocks: list[Block] = []
    left = 1
    for position, axis in enumerate(axes):
        limit = axes[position + 1].column - 1 if position + 1 < len(axes) else grid.last_column
        right = _right_end(grid, natures, axis, limit) if position + 1 < len(axes) else limit
        columns = list(range(axis.column + 1, right + 1))
        top = 1
        for entries in _runs(grid, axis):
            block = Block(grid, natures, axis, entries, top, left, columns)
            _keep_questions(block)
            if block.entries:
                blocks.append(block)
                top = block.bottom + 1
        left = right + 1
    return blocks


def _right_end(grid: Grid, natures: Natures, axis: Axis, limit: int) -> int:
    """The last column before the next axis in which boxes, prose or their labels stand."""
    end = axis.column + 1
    for column in range(axis.column + 1, limit + 1):
        beside = [grid.at(line, column) for line in axis.lines]
        full = sum(1 for cell in beside if cell and (natures.is_box(cell) or len(cell.text) > PROSE))
        above = any(label(grid.text(line, column)) in ROLES for line in range(1, axis.lines[0]))
        if above or full >= 0.3 * len(axis.lines):
            end = column
    return end


def _runs(grid: Grid, axis: Axis) -> list[list[Entry]]:
    """The axis's entries, cut where the heads of another block stand between two of them."""
    runs: list[list[Entry]] = []
    current: list[int] = []
    for line in axis.lines:
        if current and any(_is_head(grid, axis, between) for between in range(current[-1] + 1, line)):
            runs.append(_entries(grid, axis, current))
            current = []
        current.append(line)
    if current:
        runs.append(_entries(grid, axis, current))
    return runs


def _is_head(grid: Grid, axis: Axis, line: int) -> bool:
    spoken = [column for column in grid.lines.get(line, ()) if grid.text(line, column)]
    if len(spoken) == 1 and spoken[0] <= axis.column and not grid.said(line, spoken[0]).value:
        return False  # a label with nothing to say for any review: a section that is called so ("Priority")
    for column in spoken:
        found = grid.said(line, column)
        if found.parts or found.label in HEADS_A_BLOCK or (found.risk and column <= axis.column + 1):
            return True
    return False


def _entries(grid: Grid, axis: Axis, lines: list[int]) -> list[Entry]:
    stops = {line for line in grid.columns[axis.column] if grid.text(line, axis.column)}
    if axis.numbers is not None:
        stops |= {line for line in grid.columns[axis.numbers] if grid.text(line, axis.numbers)}
    found: list[Entry] = []
    once = [line for line, before in zip(lines, [0, *lines], strict=False) if not _repeats(grid, axis, before, line)]
    gaps = Counter(after - before for before, after in itertools.pairwise(once))
    usual = gaps.most_common(1)[0][0] if gaps else 1
    stops = {line for line in stops if line in once or line not in lines}
    for position, line in enumerate(once):
        text = grid.text(line, axis.column)
        number, wording = split_number(text)
        if axis.numbers is not None and is_number(grid.text(line, axis.numbers)):
            number = grid.text(line, axis.numbers)
        last = _last_line(grid, axis, line, usual, stops, once[position + 1] if position + 1 < len(once) else None)
        found.append(Entry(line, last, number, wording))
    return found


def _repeats(grid: Grid, axis: Axis, before: int, line: int) -> bool:
    """The same wording on the very next line: one question whose grade and feedback have a line each."""
    return line == before + 1 and grid.text(before, axis.column) == grid.text(line, axis.column)


def _last_line(grid: Grid, axis: Axis, line: int, usual: int, stops: set[int], following: int | None) -> int:
    merged = grid.area(line, axis.column)
    if merged.bottom > line:
        return merged.bottom
    last = line + max(usual, 1) - 1
    if following is not None:
        last = min(last, following - 1)
    for between in range(line + 1, last + 1):
        if between in stops:
            return between - 1
    return last


def _keep_questions(block: Block) -> None:
    """Drop section headings, counts, notes and sign-offs: entries beside which no box stands where boxes should."""
    graded = [entry for entry in block.entries if _has_box(block, entry)]
    if not graded:
        block.entries = [entry for entry in block.entries if _has_content(block, entry)] or block.entries
        return
    body_ends = graded[-1].last
    numbered = sum(bool(entry.number) for entry in graded) >= 0.8 * len(graded)
    kept = []
    for entry in block.entries:
        if is_overall(entry.text):
            block.summed.append(entry.line)
        elif entry.line > body_ends and (is_count(entry.text) or not (numbered and entry.number)):
            continue
        elif _has_box(block, entry) or _has_content(block, entry) or not _is_section(block, entry, numbered):
            kept.append(entry)
    block.entries = kept


def _is_section(block: Block, entry: Entry, numbered: bool) -> bool:
    if block.grid.area(entry.line, block.axis.column).right > block.axis.column:
        return True
    if numbered:
        return not entry.number or (entry.number.isalpha() and len(entry.number) == 1)
    return "?" not in entry.text


def _has_box(block: Block, entry: Entry) -> bool:
    return any(
        (cell := block.grid.at(line, column)) is not None and block.natures.is_box(cell)
        for line in range(entry.line, entry.last + 1)
        for column in block.columns
        if block.grid.anchored(line, column)
    )


def _has_content(block: Block, entry: Entry) -> bool:
    wide = block.grid.area(entry.line, block.axis.column).right
    return any(
        (cell := block.grid.at(line, column)) is not None and (cell.text or cell.note)
        for line in range(entry.line, entry.last + 1)
        for column in block.columns
        if column > wide
    )
