"""The same questions asked again and again under one line of heads: one quarter below another, each its own reviews."""

from __future__ import annotations

from dataclasses import replace

from arms_analytics.workbook.cells import address
from arms_analytics.workbook.tables.body import Body, Entry
from arms_analytics.workbook.tables.heads import Facts
from arms_analytics.workbook.tables.titles import names_a_quarter
from arms_analytics.workbook.texts.quarters import is_quarter_before

FEWEST = 3
"""Questions that stand again: one or two ("Rationale") may belong to a section each."""
ALIKE = 0.6


def apart(body: Body) -> list[tuple[Body, Facts]]:
    """The body once for each time that its questions begin anew, with what the title above says; usually itself."""
    parts = _parts(body.entries)
    if len(parts) == 1:
        return [(body, {})]
    ends = [body.first - 1, *(part[-1].last for part in parts)]
    return [
        (replace(body, entries=part, judged={}), _quarter_above(body, range(end + 1, part[0].line)))
        for part, end in zip(parts, ends, strict=False)
    ]


def _parts(entries: list[Entry]) -> list[list[Entry]]:
    asked = [(entry.number, entry.text) for entry in entries]
    starts = [place for place, words in enumerate(asked) if words == asked[0]]
    parts = [entries[start:end] for start, end in zip(starts, [*starts[1:], len(entries)], strict=True)]
    first = set(asked[: len(parts[0])])
    for part in parts[1:]:
        again = sum((entry.number, entry.text) in first for entry in part)
        if again < max(FEWEST, ALIKE * max(len(first), len(part))):
            return [entries]
    return parts


def _quarter_above(body: Body, lines: range) -> Facts:
    for line in reversed(lines):
        for column in body.grid.lines.get(line, ()):
            text = body.grid.text(line, column)
            if names_a_quarter(text) or is_quarter_before(text):
                return {"quarter": (text, address(*body.grid.back(line, column)))}
    return {}
