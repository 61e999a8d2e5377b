"""The same questions asked again and again under one line of heads: one quarter below another, each its own reviews."""

from __future__ import annotations

from dataclasses import replace

from arms_analytics.workbook.cells import address
from arms_analytics.workbook.tables.body import Asked, Body
from arms_analytics.workbook.tables.table import Fact, Facts
from arms_analytics.workbook.tables.titles import names_a_quarter
from arms_analytics.workbook.texts.earlier import is_quarter_before

FEWEST = 3
"""Questions that stand again: one or two ("Rationale") may belong to a section each."""
ALIKE = 0.6


def apart(body: Body) -> list[tuple[Body, Facts]]:
    """The body once for each time that its questions begin anew, with what the title above says; usually itself."""
    parts = _parts(body.questions)
    if len(parts) == 1:
        return [(body, {})]
    ends = [body.first - 1, *(part[-1].last for part in parts)]
    return [
        (replace(body, questions=part, judged={}), _quarter_above(body, range(end + 1, part[0].line)))
        for part, end in zip(parts, ends, strict=False)
    ]


def _parts(questions: list[Asked]) -> list[list[Asked]]:
    worded = [(asked.number, asked.text) for asked in questions]
    starts = [place for place, words in enumerate(worded) if words == worded[0]]
    parts = [questions[start:end] for start, end in zip(starts, [*starts[1:], len(questions)], strict=True)]
    first = set(worded[: len(parts[0])])
    for part in parts[1:]:
        again = sum((asked.number, asked.text) in first for asked in part)
        if again < max(FEWEST, ALIKE * max(len(first), len(part))):
            return [questions]
    return parts


def _quarter_above(body: Body, lines: range) -> Facts:
    for line in reversed(lines):
        for column in body.grid.lines.get(line, ()):
            text = body.grid.text(line, column)
            if names_a_quarter(text) or is_quarter_before(text):
                return {"quarter": Fact(text, address(*body.grid.back(line, column)))}
    return {}
