"""Reviews side by side: heads on one line, the questions left of them, their boxes below. Turned, reviews go down."""

from __future__ import annotations

from arms_analytics.workbook.tables import boxes, column_groups, head_lines, repeats
from arms_analytics.workbook.tables.anchors import Anchor
from arms_analytics.workbook.tables.body import ROLES, Body, Bounds
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.question_lines import find_questions
from arms_analytics.workbook.tables.table import TabledReview
from arms_analytics.workbook.texts.labels import label


def read(grid: Grid, natures: Natures, bounds: Bounds, anchors: list[Anchor]) -> list[TabledReview]:
    """The reviews headed by these anchors, all on one line, within these bounds."""
    line, start = anchors[0].line, anchors[0].column
    reach = anchors[-1].column + anchors[-1].column - anchors[-2].column if len(anchors) > 1 else bounds.right
    over = Bounds(bounds.top, start, bounds.bottom, min(reach, bounds.right), bounds.without)
    head = head_lines.around(grid, natures, over, line, bounds.left)
    groups = column_groups.of_reviews(grid, natures, bounds, head, {anchor.column for anchor in anchors})
    halves = column_groups.joined_halves(grid, head, groups)
    if any(column_groups.holds_grades(grid, natures, bounds, head, half[-1]) for half in halves):
        halves = []  # two reviews under the same head each
    told = {column: label(grid.text(head.stop - 1, column)) for group in groups for column in group}
    body = Body(grid, natures, bounds, groups, head.stop, labelled=bool(ROLES & set(told.values())))
    if not find_questions(body):
        return []
    headed = "question" in {label(grid.text(at, body.question)) for at in head} and "question" not in told.values()
    if not headed and _each_words_its_own(body, {column for column in told if told[column] in ROLES}):
        return []
    if halves:
        body.groups = halves
    found: list[TabledReview] = []
    for part, title in repeats.apart(body):
        reviews = boxes.reviews(part, head, line)
        for review in reviews:
            review.facts |= title
        found += reviews
    return found


def _each_words_its_own(body: Body, boxes: set[int]) -> bool:
    """Whether the questions stand again for each review: blocks side by side, no table.

    A column whose head says "Grade" or "Feedback" is one of `boxes`: the same words in each review are no questions.
    """
    first, *others = body.groups
    for place, column in enumerate(first):
        if column in boxes:
            continue
        texts = [body.grid.text(asked.line, column) for asked in body.questions]
        told = len(set(texts) - {""})
        if told > 2 and all(
            len(group) > place and [body.grid.text(asked.line, group[place]) for asked in body.questions] == texts
            for group in others
        ):
            return bool(others) and told >= 0.8 * sum(map(bool, texts))
    return False
