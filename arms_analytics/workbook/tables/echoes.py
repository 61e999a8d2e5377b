"""Where all feedback stands after all grades, the questions listed once more."""

from __future__ import annotations

import re

from arms_analytics.workbook.tables.body import Body
from arms_analytics.workbook.tables.lines import sums_up
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.shapes import is_prose

FEWEST = 3


def find(body: Body, starts: list[int], graded: list[int]) -> list[int]:
    """The lines of the questions' second listing: as many again, worded or numbered alike, with words for boxes.

    `starts` are the lines on which questions begin, `graded` those on which boxes stand.
    """
    worded = [line for line in starts if not sums_up(body, line)]
    on_boxes = set(graded)
    boxed = [line in on_boxes for line in worded]
    for count in range(len(worded) // 2, FEWEST - 1, -1):
        if sum(boxed[:count]) >= 0.6 * count and sum(boxed[count : 2 * count]) <= 0.2 * count:
            first, again = worded[:count], worded[count : 2 * count]
            told = sum(any(map(is_prose, body.cells(line))) for line in again)
            if told >= 0.5 * count and all(_same_question(body, *both) for both in zip(first, again, strict=True)):
                return again
    return []


def _same_question(body: Body, line: int, again: int) -> bool:
    one, other = _wording(body, line), _wording(body, again)
    return one == other or _number_of(one) == _number_of(other) != ""


def _wording(body: Body, line: int) -> str:
    number = body.grid.text(line, body.numbers) if body.numbers else ""
    return plain(f"{number} {body.grid.text(line, body.question)}")


def _number_of(text: str) -> str:
    match = re.search(r"[a-h]?\d+(?:\.\d+)*", text[:16])
    return match[0] if match else ""
