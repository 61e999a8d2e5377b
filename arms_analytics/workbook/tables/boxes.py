"""The reviews of a table whose columns and questions are known: each question's box with its grade and feedback."""

from __future__ import annotations

from dataclasses import replace

from arms_analytics.workbook.cells import Cell
from arms_analytics.workbook.tables import facts, roles
from arms_analytics.workbook.tables.body import Asked, Body
from arms_analytics.workbook.tables.roles import Spot
from arms_analytics.workbook.tables.table import Box, TabledReview, Wording
from arms_analytics.workbook.texts.shapes import is_prose

ARROWS = " ↑↓→←↗↘⬆⬇➡▲▼►◄"
"""Better or worse than before: a sign and no words."""
FAR_MORE = 4
"""So many times more grades than under "Grade": reviewers write "n/a" or "RI" into the feedback now and then."""


def reviews(body: Body, head: range, first: int) -> list[TabledReview]:
    """The reviews of a body whose groups of columns are known. Of its heads the `first` one says most for certain."""
    spots = dict(sorted(roles.settle(body, head).items()))
    home = next((spot for spot, role in spots.items() if role in ("grade", "both")), (0, 0))
    told = [_is_told_in_words(body, asked, home) for asked in body.questions]
    wordings = [Wording(asked.number, asked.text, body.grid.back(asked.line, asked.column)) for asked in body.questions]
    labels = max(body.bounds.left, min(body.question, body.numbers or body.question) - 1)
    lines = [first, *(line for line in head if line != first)]
    heads = facts.labelled(body.grid, lines, labels, min(body.columns))
    found = [_review(body, heads, group, spots, wordings) for group in body.groups]
    for review in found:
        for box, alone in zip(review.boxes, told, strict=True):
            box.in_box = box.in_box or alone
    return found


def _is_told_in_words(body: Body, asked: Asked, home: Spot) -> bool:
    """Whether nobody graded it and sentences stand where the grades would: "General comments"."""
    columns = (group[home[1]] for group in body.groups if home[1] < len(group))
    cells = [cell for column in columns if (cell := body.own.get((asked.line + home[0], column))) is not None]
    return not any(map(body.natures.is_box, cells)) and any(map(is_prose, cells))


def _review(
    body: Body, heads: list[facts.Labelled], group: list[int], spots: dict[Spot, str], wordings: list[Wording]
) -> TabledReview:
    review = TabledReview(
        facts=facts.of_group(body.grid, body.natures, heads, group),
        place=body.grid.back(body.questions[0].line, group[0]),
    )
    home = next((spot for spot, role in spots.items() if role in ("grade", "both")), (0, 0))
    group = _as_filled_in(body, group, spots, home)
    columns = {spot: (group[spot[1]], role) for spot, role in spots.items() if spot[1] < len(group)}
    at = group[min(home[1], len(group) - 1)]
    review.boxes = [
        _box(body, asked, Box(wording, body.grid.back(asked.line + home[0], at)), columns, home)
        for asked, wording in zip(body.questions, wordings, strict=True)
    ]
    for asked, box in zip(body.questions, review.boxes, strict=True):
        line = body.echoes.get(asked.line)
        if line is None:
            continue
        box.again = body.grid.back(line, body.question)
        cell = body.own.get((line, group[0]))
        if cell is not None and cell.text:
            box.feedback.append(cell)
    return review


def _as_filled_in(body: Body, group: list[int], spots: dict[Spot, str], home: Spot) -> list[int]:
    """The columns of one review, exchanged where it has its feedback under "Grade" and its boxes beside it."""
    beside = [spot[1] for spot, role in spots.items() if role == "feedback" and spot[0] == home[0]]
    if home not in spots or len(beside) != 1 or max(beside[0], home[1]) >= len(group):
        return group
    grade, feedback = group[home[1]], group[beside[0]]
    lines = [asked.line + home[0] for asked in body.questions]
    written = [cell for line in lines if (cell := body.own.get((line, grade))) is not None]
    boxed = [cell for line in lines if (cell := body.own.get((line, feedback))) is not None]
    graded = sum(map(body.natures.is_box, boxed))
    if graded <= FAR_MORE * sum(map(body.natures.is_box, written)) or graded <= 0.5 * len(boxed):
        return group
    exchanged = {grade: feedback, feedback: grade}
    return [exchanged.get(column, column) for column in group]


def _box(body: Body, asked: Asked, box: Box, columns: dict[Spot, tuple[int, str]], home: Spot) -> Box:
    """The box with what stands in the columns of its review. `home` is the spot of the grade."""
    fill: Cell | None = None
    for spot, (column, role) in columns.items():
        line = asked.line + spot[0]
        cell = (body.own.get((line, column)) or _shared(body, asked, line, column)) if line <= asked.last else None
        if cell is None:
            continue
        if spot == home:
            box.grade, box.in_box = cell, role == "both"
        elif role == "colour":
            box.unsaid.append((cell.row, cell.column))
            fill = cell
        elif role == "feedback" and cell.text.strip(ARROWS):
            box.feedback.append(cell)
        elif role == "feedback":
            box.unsaid.append((cell.row, cell.column))
    if fill is not None and not (box.grade and box.grade.colour):
        told = box.grade if box.grade and box.grade.text else fill
        box.grade = replace(told, colour=fill.colour, unsettled=fill.unsettled)
    return box


def _shared(body: Body, asked: Asked, line: int, column: int) -> Cell | None:
    """What one merged cell says of several questions or reviews ("N/A" over all): the same column's of another."""
    area = body.grid.merged(line, column)
    if area is None or area.top < body.first or (area.left == column and area.top >= asked.line):
        return None
    own, other = (next((g for g in body.groups if c in g), []) for c in (column, area.left))
    same = bool(other) and other.index(area.left) == own.index(column)
    return body.own.get((area.top, area.left)) if same else None
