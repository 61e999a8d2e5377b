"""A long list: one line a question and review, the review's attributes in columns, filled down or written once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from arms_analytics.workbook.cells import address
from arms_analytics.workbook.labels import label, said
from arms_analytics.workbook.tables import heads
from arms_analytics.workbook.tables.body import ROLES
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.heads import Facts
from arms_analytics.workbook.tables.natures import PROSE, Natures, is_number, split_number
from arms_analytics.workbook.tables.table import Box, TabledReview, Wording

Place = tuple[int, int]
_OF_A_REVIEW = ("force", "quarter", "ref", "risk", "officer", "review", "reviewing")


@dataclass(slots=True)
class Columns:
    """What the columns of a list hold."""

    head: int
    attributes: dict[int, str] = field(default_factory=dict)
    question: int = 0
    number: int = 0
    grade: int = 0
    feedback: list[int] = field(default_factory=list)


def read(grid: Grid, natures: Natures, without: frozenset[Place]) -> list[TabledReview]:
    """The reviews of a list, in the order of their first lines; none where the tab is no list."""
    columns = _columns(grid, natures)
    if columns is None:
        return []
    reviews: list[TabledReview] = []
    by_key: dict[tuple[str, ...], list[TabledReview]] = {}
    current: Facts = {}
    for line in range(columns.head + 1, grid.last_line + 1):
        if (line, columns.grade) in without or not _is_entry(grid, natures, line, columns):
            continue
        told = _facts(grid, line, columns)
        current = told if _begins(current, told, columns) else current | told
        key = tuple(current[kind][0].strip().casefold() for kind in _OF_A_REVIEW if kind in current)
        box = _box(grid, line, columns)
        review = _review_for(box, by_key.setdefault(key, []), reviews, current, grid.back(line, columns.question))
        review.boxes.append(box)
    return reviews


def _columns(grid: Grid, natures: Natures) -> Columns | None:
    """The columns by their heads; a list has a question, and a grade or feedback, among at least three labels."""
    for line in sorted(grid.lines):
        kinds = {c: label(grid.text(line, c)) for c in grid.lines[line] if grid.anchored(line, c)}
        values = set(kinds.values())
        if "question" in values and values & ROLES and values & {"risk", "ref", "officer", "review", "force"}:
            found = _by_heads(line, kinds)
            _tell_numbers(grid, found)
            return found if _is_list(grid, natures, found) else None
    return None


def _by_heads(line: int, kinds: dict[int, str]) -> Columns:
    columns = Columns(line)
    for column, kind in sorted(kinds.items()):
        if kind == "question" and not columns.question:
            columns.question = column
        elif kind == "number":
            columns.number = columns.number or column
        elif kind in ("grade", "grade and feedback") and not columns.grade:
            columns.grade = column
        elif kind == "feedback":
            columns.feedback.append(column)
        elif kind in heads.ATTRIBUTES:
            columns.attributes[column] = kind
    if not columns.grade and columns.feedback:
        columns.grade = columns.feedback[0]
    return columns


def _tell_numbers(grid: Grid, columns: Columns) -> None:
    """A column headed "Ref no" whose value follows from the question is the question's number, no attribute."""
    for column, kind in list(columns.attributes.items()):
        told: dict[str, set[str]] = {}
        for line in range(columns.head + 1, grid.last_line + 1):
            text = grid.text(line, column)
            if text and grid.text(line, columns.question):
                told.setdefault(grid.text(line, columns.question), set()).add(text)
        values = [next(iter(texts)) for texts in told.values()]
        follows = all(len(texts) == 1 for texts in told.values()) and len(set(values)) == len(values) > 1
        if kind == "ref" and follows and all(map(is_number, values)):
            columns.number = columns.number or column
            del columns.attributes[column]


def _is_list(grid: Grid, natures: Natures, columns: Columns) -> bool:
    """Questions repeat down the column, or several risk levels do: otherwise the heads are of another table."""
    lines = [line for line in grid.columns.get(columns.question, ()) if line > columns.head]
    texts = Counter(grid.text(line, columns.question) for line in lines)
    repeated = sum(count for count in texts.values() if count > 1)
    boxes = sum(natures.is_box(cell) for line in lines if (cell := grid.at(line, columns.grade)) is not None)
    return len(lines) >= 2 and (repeated >= 0.5 * len(lines) or len(lines) == len(texts)) and boxes > 0


def _is_entry(grid: Grid, natures: Natures, line: int, columns: Columns) -> bool:
    text = grid.text(line, columns.question)
    if not text or not grid.anchored(line, columns.question) or label(text) == "question":
        return False
    cell = grid.at(line, columns.grade)
    graded = cell is not None and (natures.is_box(cell) or bool(cell.text))
    said_of = any(grid.text(line, column) for column in (*columns.attributes, *columns.feedback))
    return graded or said_of or not _is_heading(grid, line, columns)


def _is_heading(grid: Grid, line: int, columns: Columns) -> bool:
    """A line with nothing but a text in the question's column: a section, a note."""
    return all(column == columns.question or not grid.text(line, column) for column in grid.lines.get(line, ()))


def _facts(grid: Grid, line: int, columns: Columns) -> Facts:
    gathered: Facts = {}
    for column, kind in columns.attributes.items():
        text = grid.text(line, column)
        if not text:
            continue
        area = grid.area(line, column)
        where = address(*grid.back(area.top, area.left))
        spoken = said(text)
        if kind == "risk" and spoken.risk is None:
            continue
        gathered |= heads.facts(spoken, text, kind, where) if spoken.risk or spoken.parts else {kind: (text, where)}
    return gathered


def _begins(current: Facts, told: Facts, columns: Columns) -> bool:
    """Whether these attributes are another review's: any of them differs from what holds so far."""
    return any(kind in current and current[kind][0].strip() != text.strip() for kind, (text, _) in told.items())


def _review_for(
    box: Box, same: list[TabledReview], reviews: list[TabledReview], current: Facts, place: Place
) -> TabledReview:
    """The review of these attributes that has no answer to this question yet; a new one when all have."""
    for review in same:
        if not any(b.wording.text == box.wording.text and b.wording.number == box.wording.number for b in review.boxes):
            return review
    review = TabledReview(said=dict(current), place=place)
    same.append(review)
    reviews.append(review)
    return review


def _box(grid: Grid, line: int, columns: Columns) -> Box:
    text = grid.text(line, columns.question)
    number, wording = ("", text) if is_number(text) else split_number(text)
    if columns.number and is_number(grid.text(line, columns.number)):
        number = grid.text(line, columns.number)
    box = Box(
        Wording(number, wording, grid.back(line, columns.question)),
        grid.back(line, columns.grade),
        grid.at(line, columns.grade),
    )
    box.in_box = columns.grade in columns.feedback or not columns.feedback
    for column in columns.feedback:
        cell = grid.at(line, column)
        if cell is not None and cell.text and column != columns.grade:
            box.feedback.append(cell)
    return box


def is_prose(text: str) -> bool:
    """Whether a text is somebody's sentence."""
    return len(text) > PROSE
