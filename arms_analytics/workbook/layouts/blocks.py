"""A block: one run of questions down a grid, what heads stand above or before it, and the columns that belong to it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from arms_analytics.workbook.labels import label
from arms_analytics.workbook.layouts.axis import Axis, Entry
from arms_analytics.workbook.layouts.grid import Grid
from arms_analytics.workbook.layouts.natures import (
    PROSE,
    Natures,
    is_code,
    is_count,
    is_number,
    is_overall,
    split_number,
)
from arms_analytics.workbook.words import plain

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
    wordings = {plain(entry.text) for axis in axes for entries in _runs(grid, natures, axis) for entry in entries}
    left = 1
    for position, axis in enumerate(axes):
        following = axes[position + 1] if position + 1 < len(axes) else None
        limit = (following.numbers or following.column) - 1 if following else grid.last_column
        right = _right_end(grid, natures, axis, limit) if position + 1 < len(axes) else limit
        columns = _together([c for c in range(axis.column + 1, right + 1) if _is_used(grid, axis, c)], axis.column)
        top = 1
        for entries in _runs(grid, natures, axis, wordings if len(axes) > 1 else ()):
            block = Block(grid, natures, axis, entries, top, left, columns)
            _keep_questions(block)
            if any(not is_count(entry.text) or entry.number for entry in block.entries):
                blocks.append(block)
                top = block.bottom + 1
        left = right + 1
    return blocks


def _together(columns: list[int], axis: int) -> list[int]:
    """The columns up to the first wide gap: what stands beyond is a key, or a note below a turned table."""
    steps = Counter(after - before for before, after in itertools.pairwise(columns))
    usual = max(steps, key=lambda step: (steps[step], -step), default=1)
    kept: list[int] = []
    for column in columns:
        if column - (kept[-1] if kept else axis) > max(4, 2 * usual):
            break
        kept.append(column)
    return kept


def _is_used(grid: Grid, axis: Axis, column: int) -> bool:
    """Whether anything stands in this column beside the questions, or a label for it above them."""
    beside = grid.columns.get(column, ())
    if any(axis.lines[0] <= line <= axis.lines[-1] + 2 for line in beside):
        return True
    return any(label(grid.text(line, column)) in ROLES for line in range(1, axis.lines[0]))


def _right_end(grid: Grid, natures: Natures, axis: Axis, limit: int) -> int:
    """The last column before the next axis in which boxes, prose or their labels stand."""
    end = axis.column + 1
    for column in range(axis.column + 1, limit + 1):
        beside = [grid.cells[line, column] for line in axis.lines if (line, column) in grid.cells]
        told = [cell for cell in beside if cell.text or natures.is_box(cell)]
        above = any(label(grid.text(line, column)) in ROLES for line in range(1, axis.lines[0]))
        if above or len(told) > 1 or any(natures.is_box(cell) or len(cell.text) > PROSE for cell in told):
            end = column
    return end


def _runs(grid: Grid, natures: Natures, axis: Axis, also: Collection[str] = ()) -> list[list[Entry]]:
    """The axis's entries, cut where the heads of another block stand between two of them.

    `also` are wordings of the axes beside it: what is a question there is one here.
    """
    runs: list[list[Entry]] = []
    current: list[int] = []
    for line in axis.lines:
        if current and any(_is_head(grid, natures, axis, between) for between in range(current[-1] + 1, line)):
            runs.append(_entries(grid, natures, axis, current, also))
            current = []
        current.append(line)
    if current:
        runs.append(_entries(grid, natures, axis, current, also))
    return runs


def _is_head(grid: Grid, natures: Natures, axis: Axis, line: int) -> bool:
    """Whether heads of another block stand on this line. A line with boxes on it is none ("Priority level" asks)."""
    if _boxes_on(grid, natures, axis, line):
        return False
    for column in grid.lines.get(line, ()):
        found = grid.said(line, column)
        if found.label == "risk" and not _says_risk(grid, line, column):
            continue
        if found.label in HEADS_A_BLOCK or any(part.label in HEADS_A_BLOCK or part.risk for part in found.parts):
            return True
        if found.risk and column <= axis.column:
            return True
    return False


def _says_risk(grid: Grid, line: int, column: int) -> bool:
    """Whether a risk level follows the label, or stands below it: otherwise "Priority level" is a question."""
    beside = next((grid.said(line, c) for c in grid.lines[line] if c > column and grid.text(line, c)), None)
    return (beside is not None and beside.risk is not None) or grid.said(line + 1, column).risk is not None


def _boxes_on(grid: Grid, natures: Natures, axis: Axis, line: int) -> int:
    if is_band(grid, axis, line):
        return 0
    columns = (column for column in grid.lines.get(line, ()) if column != axis.column)
    return sum(natures.is_box(grid.cells[line, column]) for column in columns)


def _entries(grid: Grid, natures: Natures, axis: Axis, lines: list[int], also: Collection[str]) -> list[Entry]:
    lines = _with_plain_labels(grid, natures, axis, lines, also)
    stops = {line for line in grid.columns[axis.column] if grid.text(line, axis.column)}
    if axis.numbers is not None:
        stops |= {line for line in grid.columns[axis.numbers] if grid.text(line, axis.numbers)}
    found: list[Entry] = []
    twins = [line for before, line in itertools.pairwise(lines) if _repeats(grid, axis, before, line)]
    both = sum(
        _boxes_on(grid, natures, axis, line) > 0 and _boxes_on(grid, natures, axis, line - 1) > 0 for line in twins
    )
    once = [line for line in lines if line not in twins or both > 0.5 * len(twins)]
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


def _with_plain_labels(grid: Grid, natures: Natures, axis: Axis, lines: list[int], also: Collection[str]) -> list[int]:
    """Also the lines among these whose question reads like a label ("Priority level") and which have boxes."""
    found = set(lines)
    first, last = min(lines), max(lines)
    near = [line for line in grid.columns[axis.column] if first - 2 <= line <= last + 2 and line not in found]
    for line in near:
        text = grid.text(line, axis.column)
        if natures.words.read(text) is not None or not any(map(str.isalpha, text)) or is_overall(text):
            continue
        sure = _plain_boxes(grid, natures, axis, line) if line < first else _boxes_on(grid, natures, axis, line)
        graded = sure and (line < last or plain(text) in natures.shared)
        numbered = axis.numbers is not None and is_number(grid.text(line, axis.numbers))
        within = first < line < last and _has_words(grid, axis, line)
        if graded or numbered or within or plain(text) in also:
            found.add(line)
    return sorted(found)


def _has_words(grid: Grid, axis: Axis, line: int) -> bool:
    """Whether feedback stands on the line, though no box does."""
    beside = [column for column in grid.lines.get(line, ()) if column > axis.column and grid.text(line, column)]
    return any(not grid.said(line, column) and not is_code(grid.text(line, column)) for column in beside)


def _plain_boxes(grid: Grid, natures: Natures, axis: Axis, line: int) -> bool:
    """Whether a line has boxes beyond doubt: grade words, or fills without text that do not colour its label too."""
    if is_band(grid, axis, line):
        return False
    beside = (grid.cells[line, column] for column in grid.lines.get(line, ()) if column > axis.column)
    return any(
        natures.is_box(cell) if not cell.text else natures.is_word(cell) and not cell.text.strip().isdigit()
        for cell in beside
    )


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
    while graded and is_count(graded[-1].text) and not graded[-1].number:
        graded.pop()
    if not graded:
        block.entries = [entry for entry in block.entries if _has_content(block, entry)] or block.entries
        return
    body_ends = graded[-1].last
    numbered = sum(bool(entry.number) for entry in graded) >= 0.8 * len(graded)
    kept: list[Entry] = []
    for entry in block.entries:
        if is_overall(entry.text):
            block.summed.append(entry.line)
        elif entry.line > body_ends and not _continues(block, entry, kept, numbered):
            continue
        elif _has_box(block, entry) or _has_content(block, entry) or not _is_section(block, entry, numbered):
            kept.append(entry)
    block.entries = kept


def _continues(block: Block, entry: Entry, kept: list[Entry], numbered: bool) -> bool:
    """Whether an entry below the last box is a question left ungraded, and no count, note or sign-off."""
    if is_count(entry.text) and not entry.number:
        return False
    if (numbered and entry.number) or plain(entry.text) in block.natures.shared:
        return True
    return bool(kept) and entry.line == kept[-1].last + 1 and _has_content(block, entry)


def _is_section(block: Block, entry: Entry, numbered: bool) -> bool:
    if block.grid.area(entry.line, block.axis.column).right > block.axis.column:
        return True
    if numbered:
        return not entry.number or (entry.number.isalpha() and len(entry.number) == 1)
    return "?" not in entry.text


def is_band(grid: Grid, axis: Axis, line: int) -> bool:
    """Whether one fill colours the whole line, its label too: a section's bar, or the bar of the heads."""
    label_ = grid.at(line, axis.column)
    if label_ is None or not label_.colour:
        return False
    beside = [grid.cells[line, column] for column in grid.lines.get(line, ()) if column > axis.column]
    return bool(beside) and all(cell.colour == label_.colour for cell in beside)


def _has_box(block: Block, entry: Entry) -> bool:
    if is_band(block.grid, block.axis, entry.line):
        return False
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
