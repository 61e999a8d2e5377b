"""The reviews of a table whose columns and questions are known: each question's box with its grade and feedback."""

from __future__ import annotations

from arms_analytics.workbook.tables import heads, roles
from arms_analytics.workbook.tables.body import Body, Entry
from arms_analytics.workbook.tables.roles import Spot
from arms_analytics.workbook.tables.table import Box, TabledReview, Wording


def reviews(body: Body, head: range) -> list[TabledReview]:
    """The reviews of a body whose groups of columns are known."""
    spots = dict(sorted(roles.settle(body, head).items()))
    return [_review(body, head, group, spots) for group in body.groups]


def _review(body: Body, head: range, group: list[int], spots: dict[Spot, str]) -> TabledReview:
    labels = max(body.region.left, min(body.question, body.numbers or body.question) - 1)
    review = TabledReview(
        said=heads.of_group(body.grid, body.natures, head, labels, min(body.columns), group),
        place=body.grid.back(body.entries[0].line, group[0]),
    )
    home = next((spot for spot, role in spots.items() if role in ("grade", "both")), (0, 0))
    review.boxes = [_box(body, entry, group, spots, home) for entry in body.entries]
    for box, line in zip(review.boxes, body.echoes, strict=False):
        box.again = body.grid.back(line, body.question)
        cell = body.cell(line, group[0])
        if cell is not None and cell.text:
            box.feedback.append(cell)
    return review


def _box(body: Body, entry: Entry, group: list[int], spots: dict[Spot, str], home: Spot) -> Box:
    wording = Wording(entry.number, entry.text, body.grid.back(entry.line, entry.column))
    box = Box(wording, body.grid.back(entry.line + home[0], group[min(home[1], len(group) - 1)]))
    for spot, role in spots.items():
        line = entry.line + spot[0]
        if line > entry.last or spot[1] >= len(group):
            continue
        cell = body.cell(line, group[spot[1]])
        if cell is None:
            continue
        if spot == home:
            box.grade, box.in_box = cell, role == "both"
        elif role == "feedback" and cell.text:
            box.feedback.append(cell)
        elif role == "feedback":
            box.unsaid.append((cell.row, cell.column))
    return box
