"""In which columns of a table the questions are worded and numbered."""

from __future__ import annotations

from collections import Counter

from arms_analytics.workbook.tables.body import ROLES, Body
from arms_analytics.workbook.texts.labels import label
from arms_analytics.workbook.texts.shapes import is_number

Texts = dict[int, set[str]]
"""The different texts of a column, by column."""


def find(body: Body, lines: list[int]) -> tuple[int, int]:
    """(the column of the wordings, that of the numbers), 0 for none: left of the reviews, with most different texts.

    `lines` are those with boxes. Where nothing but numbers stands there, the numbers are the wordings.
    """
    worded, numbered = _texts(body, lines)
    most = max(map(len, worded.values()), default=0)
    likely = [c for c, texts in worded.items() if len(texts) >= 0.8 * most and (len(texts) > 1 or most == 1)]
    if likely and (most > 1 or len(lines) < 3):
        question = max(likely, key=lambda c: (_is_headed(body, c), sum(len(text) for text in worded[c])))
        most_numbers = max(numbered, key=lambda c: (len(numbered[c]), -c), default=0)
        if most_numbers and len(worded[question]) < 0.8 * len(numbered[most_numbers]):
            return most_numbers, 0  # fewer texts than numbers: they name sections
        beside = [c for c in numbered if len(numbered[c]) >= 0.7 * len(worded[question])]
        return question, (max((c for c in beside if c < question), default=0) or max(beside, default=0))
    return (max(numbered, key=lambda c: (len(numbered[c]), -c)), 0) if numbered else (0, 0)


def _texts(body: Body, lines: list[int]) -> tuple[Texts, Texts]:
    """What columns hold that may word the questions, and what those that may number them."""
    worded: Texts = {}
    numbered: Texts = {}
    for column in body.labels:
        texts = {body.grid.text(line, column) for line in _with_text_above(body, column, lines)} - {""}
        numbers = {text for text in texts if is_number(text)}
        if numbers and len(numbers) >= 0.7 * len(texts):
            numbered[column] = numbers
        elif texts and not _spans_questions(body, column, lines):
            worded[column] = {text for text in texts if label(text) not in ROLES}
    return worded, numbered


def _spans_questions(body: Body, column: int, lines: list[int]) -> bool:
    """Whether a merged text in this column stands beside several questions: a section, no wording."""
    areas = Counter(area for line in lines if (area := body.grid.merged(line, column)) and area.bottom - area.top >= 2)
    return any(count > 1 for count in areas.values())


def _with_text_above(body: Body, column: int, lines: list[int]) -> list[int]:
    """For each line, the nearest line at or above it with a text: a question's box may stand a line lower."""
    found = []
    for line in lines:
        for above in range(line, max(body.first, line - 2) - 1, -1):
            if (text := body.grid.text(above, column)) and (label(text) not in ROLES or above == body.first):
                found.append(above)
                break
    return found


def _is_headed(body: Body, column: int) -> bool:
    return any(label(body.grid.text(line, column)) == "question" for line in range(body.bounds.top, body.first))
