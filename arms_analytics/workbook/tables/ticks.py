"""A column for each grade and a tick in one of them, as forms have it: told as one column that names the grade.

Where the feedback itself stands in the grade's column it becomes the note of the grade: the words keep their address.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from arms_analytics.vocabulary import NOT_APPLICABLE
from arms_analytics.workbook.cells import Cell, Place, Sheet
from arms_analytics.workbook.texts.grade_words import GradeWords
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.shapes import is_number
from arms_analytics.workbook.texts.sums import is_count

TICKS = {*"x✓✔√☑☒✗✘•●■1yü*þ", "yes", "tick", "ticked", "true", "xx", "/"}
NO_TICKS = {"", "false", "no", "n", "0", "☐", "□", "-"}
FEWEST = 2
"""A tick on one line alone may be anything."""
SELDOM = 0.2
MOST_UNDER_ONE = 0.9
"""Grades differ: no more of the ticks than this stand in one column."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring columns headed by the grades of the scale, each once, and the lines below them."""

    head: int
    columns: dict[int, str]
    last: int

    @property
    def left(self) -> int:
        """Where its grades will stand."""
        return min(self.columns)


def as_grades(sheet: Sheet, words: GradeWords) -> Sheet:
    """The tab with the grade's name for each tick; the same tab where it has no such columns."""
    runs = _runs(sheet, words)
    ticked = [(run, lines) for run in runs if (lines := _ticked(sheet, run, words)) is not None]
    if max((len(lines) for _, lines in ticked), default=0) < FEWEST:
        return sheet
    cells = dict(sheet.cells)
    for run, lines in ticked:
        painted = len({cell.colour for ticks in lines.values() for cell in ticks}) > 1
        _put(cells, run.head, run, Cell(run.head, run.left, "Grade", "Grade"))
        for line in range(run.head + 1, run.last + 1):
            ticks = lines.get(line)
            if ticks:
                _put(cells, line, run, _grade(ticks, run, words, painted))
            elif not any(cell.text for cell in _cells(sheet, line, run)):
                _put(cells, line, run, None)
    return replace(sheet, cells=cells)


def _runs(sheet: Sheet, words: GradeWords) -> list[Run]:
    """All runs of a tab; each ends where the next is headed in one of its columns."""
    lines: dict[int, dict[int, str]] = defaultdict(dict)
    for (line, column), cell in sheet.cells.items():
        said = words.read(cell.text) if cell.text and not cell.text.isdigit() else None
        if said is not None and said.grade and not said.rest:
            lines[line][column] = said.grade
    bottom = max((line for line, _ in sheet.cells), default=0)
    found: list[Run] = []
    below: dict[int, int] = {}  # by column the nearest line below that heads a run there
    for line in sorted(lines, reverse=True):
        runs = _in_line(lines[line], words)
        found += [Run(line, run, min(below.get(column, bottom + 1) for column in run) - 1) for run in runs]
        below |= {column: line for run in runs for column in run}
    return found[::-1]


def _in_line(told: dict[int, str], words: GradeWords) -> list[dict[int, str]]:
    """The runs of a line; where more grades stand right beside them it is no line of heads but one of boxes."""
    scale = {grade.key for grade in words.scale}
    found: list[dict[int, str]] = []
    for _, stretch in groupby(enumerate(sorted(told)), lambda placed: placed[1] - placed[0]):
        runs: list[dict[int, str]] = [{}]
        for _, column in stretch:
            if told[column] in runs[-1].values():
                runs.append({})
            runs[-1][column] = told[column]
        if all(scale <= set(run.values()) for run in runs):
            found += runs
    return found


def _ticked(sheet: Sheet, run: Run, words: GradeWords) -> dict[int, list[Cell]] | None:
    """The ticks (or the feedback, or the fills) by line; None where often more than one of them stands on a line."""
    lines = [line for line in range(run.head + 1, run.last + 1) if not _sums_up(sheet, line, run)]
    beside = {line: _cells(sheet, line, run) for line in lines}
    marked = _where(beside, lambda cell: _is_mark(cell, run, words))
    worded = _where(beside, lambda cell: not _is_mark(cell, run, words) and plain(cell.text) not in NO_TICKS)
    if marked:
        return marked if _stand_alone(marked) and len(worded) <= SELDOM * len(marked) else None
    if worded:
        lengths = [len(cell.text.split()) for cells in worded.values() for cell in cells]
        asked = sum(any(not is_number(text) for text in _before(sheet, line, run)) for line in worded)
        told = _stand_alone(worded) and _in_several_columns(worded) and asked >= 0.6 * len(worded)
        return worded if told and median(lengths) > 2 else None
    filled = _where(beside, lambda cell: cell.colour is not None)
    return filled if _stand_alone(filled) and _in_several_columns(filled) else None


def _where(lines: dict[int, list[Cell]], holds: Callable[[Cell], bool]) -> dict[int, list[Cell]]:
    found = {line: list(filter(holds, cells)) for line, cells in lines.items()}
    return {line: cells for line, cells in found.items() if cells}


def _stand_alone(ticks: dict[int, list[Cell]]) -> bool:
    """Whether most lines have one and no more."""
    return sum(len(cells) == 1 for cells in ticks.values()) >= 0.6 * len(ticks)


def _in_several_columns(ticks: dict[int, list[Cell]]) -> bool:
    """Whether they do not all, but for a few, stand under one grade: so does a table below a key from left to right."""
    counts = Counter(cell.column for cells in ticks.values() for cell in cells)
    return max(counts.values(), default=0) < MOST_UNDER_ONE * counts.total()


def _cells(sheet: Sheet, line: int, run: Run) -> list[Cell]:
    return [cell for column in run.columns if (cell := sheet.cells.get((line, column))) is not None]


def _is_mark(cell: Cell, run: Run, words: GradeWords) -> bool:
    """Whether it is a tick, or repeats the grade that heads its column."""
    said = words.read(cell.text)
    return plain(cell.text) in TICKS or (said is not None and said.grade == run.columns[cell.column])


def _sums_up(sheet: Sheet, line: int, run: Run) -> bool:
    """A line that counts the ticks: "Total | 3 | 1 | 2 | 0"."""
    return is_count(next(iter(_before(sheet, line, run)), ""))


def _before(sheet: Sheet, line: int, run: Run) -> list[str]:
    """The texts of a line left of a run: the question, perhaps behind its number."""
    beside = (sheet.cells.get((line, column)) for column in range(1, run.left))
    return [cell.text for cell in beside if cell is not None and cell.text]


def _grade(ticks: list[Cell], run: Run, words: GradeWords, painted: bool) -> Cell:
    """A cell that names the ticked grade, at the tick's own address; two ticks name two, which is asked about."""
    names = [_name(run.columns[cell.column], words) for cell in ticks]
    text = " or ".join(names[:2])
    said = [cell.text for cell in ticks if cell.text and not _is_mark(cell, run, words)]
    note = "\n".join(filter(None, [*said, ticks[0].note]))
    return replace(ticks[0], value=text, text=text, note=note, colour=ticks[0].colour if painted else None)


def _name(grade: str, words: GradeWords) -> str:
    return "N/A" if grade == NOT_APPLICABLE else words.scale[grade].name


def _put(cells: dict[Place, Cell], line: int, run: Run, cell: Cell | None) -> None:
    """One cell, or none, for all those of a run's line."""
    for column in run.columns:
        cells.pop((line, column), None)
    if cell is not None:
        cells[line, run.left] = cell
