"""What the columns of a long list hold, by their heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from arms_analytics.workbook.cells import Place
from arms_analytics.workbook.tables import facts
from arms_analytics.workbook.tables.body import MOST_QUESTIONS, ROLES
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.texts.labels import label
from arms_analytics.workbook.texts.shapes import is_number

USUAL = 0.8
"""What holds for so many of the questions holds for a column, whatever stands in the lines below the list."""


@dataclass(slots=True)
class Columns:
    """What the columns of a list hold."""

    head: int
    attributes: dict[int, str] = field(default_factory=dict)
    question: int = 0
    number: int = 0
    grade: int = 0
    feedback: list[int] = field(default_factory=list)


def find(grid: Grid, natures: Natures, without: Collection[Place] = ()) -> Columns | None:
    """The columns by their heads; a list has a question, and a grade or feedback, among at least three labels."""
    for line in sorted(grid.lines):
        kinds = {c: label(grid.text(line, c)) for c in grid.lines[line] if grid.anchored(line, c)}
        values = set(kinds.values())
        if "question" in values and values & ROLES and values & {"risk", "ref", "officer", "review", "force"}:
            found = _by_heads(line, kinds)
            _leave_the_offender_out(grid, found)
            found.question = _question(grid, line, [c for c in sorted(kinds) if kinds[c] == "question"])
            _tell_numbers(grid, found, without)
            return found if _is_list(grid, natures, found) else None
    return None


def _by_heads(line: int, kinds: dict[int, str]) -> Columns:
    columns = Columns(line)
    for column, kind in sorted(kinds.items()):
        if kind == "number":
            columns.number = columns.number or column
        elif kind in ("grade", "grade and feedback") and not columns.grade:
            columns.grade = column
        elif kind == "feedback":
            columns.feedback.append(column)
        elif kind in facts.ATTRIBUTES:
            columns.attributes[column] = kind
    if not columns.grade and columns.feedback:
        columns.grade = columns.feedback[0]
    return columns


def _leave_the_offender_out(grid: Grid, columns: Columns) -> None:
    """Where a column has the plans' references, "ViSOR no" is none."""
    refs = [column for column, kind in columns.attributes.items() if kind == "ref"]
    others = [column for column in refs if facts.is_of_the_offender(grid.text(columns.head, column))]
    for column in others if len(others) < len(refs) else ():
        del columns.attributes[column]


def _question(grid: Grid, head: int, columns: list[int]) -> int:
    """The first column with about as many wordings as any: "Theme" may head the sections that "Question" belongs to."""
    wordings = {c: len({grid.text(line, c) for line in grid.columns.get(c, ()) if line > head}) for c in columns}
    return next(column for column in columns if wordings[column] >= USUAL * max(wordings.values()))


def _tell_numbers(grid: Grid, columns: Columns, without: Collection[Place]) -> None:
    """A column headed "Ref no" whose value follows from the question is the question's number, no attribute."""
    for column, kind in list(columns.attributes.items()):
        told: dict[str, set[str]] = {}
        for line in range(columns.head + 1, grid.last_line + 1):
            text = grid.text(line, column)
            if text and grid.text(line, columns.question) and (line, columns.question) not in without:
                told.setdefault(grid.text(line, columns.question), set()).add(text)
        values = [next(iter(texts)) for texts in told.values() if len(texts) == 1 and all(map(is_number, texts))]
        follows = len(values) > 1 and len(values) >= USUAL * len(told) and len(set(values)) >= USUAL * len(values)
        if kind == "ref" and follows:
            columns.number = columns.number or column
            del columns.attributes[column]


def _is_list(grid: Grid, natures: Natures, columns: Columns) -> bool:
    """Questions repeat down the column, or several risk levels do: otherwise the heads are of another table."""
    lines = [line for line in grid.columns.get(columns.question, ()) if line > columns.head]
    texts = Counter(grid.text(line, columns.question) for line in lines)
    repeated = sum(count for count in texts.values() if count > 1)
    boxes = sum(natures.is_box(cell) for line in lines if (cell := grid.at(line, columns.grade)) is not None)
    asked = repeated >= 0.5 * len(lines) or len(lines) == len(texts)
    return len(lines) >= 2 and asked and len(texts) <= MOST_QUESTIONS and boxes > 0
