"""A long list: one line a question and review, the review's attributes in columns, filled down or written once."""

from __future__ import annotations

from arms_analytics.workbook.cells import Place, address
from arms_analytics.workbook.tables import facts, list_columns
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.list_columns import Columns
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.table import Box, Fact, Facts, TabledReview, Wording
from arms_analytics.workbook.texts.labels import label, said
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.shapes import is_number, split_number

_OF_A_REVIEW = ("force", "quarter", "ref", "risk", "officer", "review", "reviewing")


def read(grid: Grid, natures: Natures, without: frozenset[Place]) -> list[TabledReview]:
    """The reviews of a list, in the order of their first lines; none where the tab is no list."""
    columns = list_columns.find(grid, natures, without)
    return listed(grid, natures, without, columns) if columns else []


def listed(grid: Grid, natures: Natures, without: frozenset[Place], columns: Columns) -> list[TabledReview]:
    """The same of a list whose columns are known."""
    reviews: list[TabledReview] = []
    by_key: dict[tuple[str, ...], list[TabledReview]] = {}
    current: Facts = {}
    asked = 0
    for line in range(columns.head + 1, grid.last_line + 1):
        if {(line, columns.grade), (line, columns.question)} & without:
            continue
        told = _facts(grid, line, columns)
        if _is_entry(grid, natures, line, columns):
            asked = line
        elif not (asked and told and _goes_on(grid, natures, line, columns)):
            continue
        current = told if _begins(natures, current, told) else current | told
        key = tuple(natures.compared(current[kind].text) for kind in _OF_A_REVIEW if kind in current)
        box = _box(grid, line, asked, columns)
        review = _review_for(box, by_key.setdefault(key, []), reviews, current, box.place)
        review.boxes.append(box)
    return reviews


def _is_entry(grid: Grid, natures: Natures, line: int, columns: Columns) -> bool:
    text = grid.text(line, columns.question)
    if not text or not grid.anchored(line, columns.question) or label(text) == "question":
        return False
    cell = grid.at(line, columns.grade)
    graded = cell is not None and (natures.is_box(cell) or bool(cell.text))
    said_of = any(grid.text(line, column) for column in (*columns.attributes, *columns.feedback))
    return graded or said_of or not _is_heading(grid, line, columns)


def _goes_on(grid: Grid, natures: Natures, line: int, columns: Columns) -> bool:
    """Whether it answers the question of a line above for another review: the question is written once."""
    blank = not grid.text(line, columns.question) or not grid.anchored(line, columns.question)
    cell = grid.at(line, columns.grade)
    graded = cell is not None and natures.is_box(cell)
    return blank and (graded or any(grid.text(line, column) for column in columns.feedback))


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
        if (kind == "risk" and spoken.risk is None) or (kind == "reviewing" and facts.is_officer(text)):
            continue
        several = spoken.risk or spoken.parts
        gathered |= facts.in_text(spoken, text, kind, where) if several else {kind: Fact(text, where)}
    return gathered


def _begins(natures: Natures, current: Facts, told: Facts) -> bool:
    """Whether these attributes are another review's: any of them differs from what holds so far."""
    compared = natures.compared
    return any(kind in current and compared(current[kind].text) != compared(fact.text) for kind, fact in told.items())


def _review_for(
    box: Box, same: list[TabledReview], reviews: list[TabledReview], current: Facts, place: Place
) -> TabledReview:
    """The review of these attributes that has no answer to this question yet; a new one when all have."""
    number, wording = box.wording.number, plain(box.wording.text)
    for review in same:
        if not any(b.wording.number == number and plain(b.wording.text) == wording for b in review.boxes):
            return review
    review = TabledReview(facts=dict(current), place=place)
    same.append(review)
    reviews.append(review)
    return review


def _box(grid: Grid, line: int, asked: int, columns: Columns) -> Box:
    """The box on a line whose question is worded on the line `asked`."""
    text = grid.text(asked, columns.question)
    number, wording = ("", text) if is_number(text) else split_number(text)
    if columns.number and is_number(grid.text(asked, columns.number)):
        number = grid.text(asked, columns.number)
    box = Box(
        Wording(number, wording, grid.back(asked, columns.question)),
        grid.back(line, columns.grade),
        grid.at(line, columns.grade),
    )
    box.in_box = columns.grade in columns.feedback or not columns.feedback
    for column in columns.feedback:
        cell = grid.at(line, column)
        if cell is not None and column != columns.grade:
            if cell.text:
                box.feedback.append(cell)
            else:
                box.unsaid.append((cell.row, cell.column))
    return box
