"""Where all feedback stands after all grades, the questions listed once more."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain

from arms_analytics.workbook.tables.body import MOST_QUESTIONS, Again, Body
from arms_analytics.workbook.tables.lines import speaks, sums_up
from arms_analytics.workbook.texts.plain import plain

FEWEST = 3
ALIKE = 0.6
"""So many of the graded questions, at least, stand again."""
NUMBER = re.compile(r"[a-h]?\d+(?:\.\d+)*")
_OF_FEEDBACK = re.compile(
    r"^(?:feedback|comments?|rationale)(?: (?:on|for|to))?\s*[:\-–]*\s+(?=\S)"
    r"|(?<=\S)\s*(?:[-–:(/]\s*|\s)(?:feedback|comments?|rationale|narrative)\)?$"
)
"""What a question's second listing says besides its wording: "Sources checked - feedback", "Comments on sources"."""
BOXED = 0.2
"""So many of the words beside those that stand again, at most, are grades: "Good" for feedback."""

Listed = tuple[int, set[str]]
"""A line on which a question begins, and what it goes by: its wording, its number."""


def find(body: Body, starts: list[int], graded: list[int]) -> Again:
    """The questions' second listing: worded or numbered alike, in the same order, with words for boxes.

    `starts` are the lines on which questions begin, `graded` those on which boxes stand. Headings of sections, sums and
    questions that nobody graded may stand in either listing alone.
    """
    on_boxes = set(graded)
    worded = [line for line in starts if not sums_up(body, line)]
    asked = [(line, _names(body, line)) for line in (worded if len(worded) <= 2 * MOST_QUESTIONS else ())]
    listed = set[str]()
    first = 0
    for begin, (start, names) in enumerate(asked[: 1 - FEWEST]):
        if first >= FEWEST and names & listed:
            again = _again(asked[:begin], asked[begin:])
            alike = sum(line in on_boxes for line in again) >= ALIKE * first
            if len(again) >= FEWEST and alike and _is_feedback(body, again):
                return again
        listed |= names
        first += start in on_boxes
    return {}


def _is_feedback(body: Body, again: Again) -> bool:
    lines = [body.cells(line) for line in again.values()]
    boxed = sum(body.natures.is_box(cell) for line in lines for cell in line)
    told = sum(any(speaks(cell) and not body.natures.is_box(cell) for cell in line) for line in lines)
    return boxed <= BOXED * sum(map(len, lines)) and told >= 0.5 * len(lines)


def _again(before: list[Listed], after: list[Listed]) -> Again:
    """The lines that ask, in the same order, what was asked before: {line: line of the second listing}."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, (_, names) in enumerate(before):
        for name in names:
            places[name].append(place)
    found: Again = {}
    first = 0
    for line, names in after:
        alike = ([place for place in places[name] if place >= first][:1] for name in names if name in places)
        same = min(chain.from_iterable(alike), default=None)
        if same is not None:
            found[before[same][0]], first = line, same + 1
    return found


def _names(body: Body, line: int) -> set[str]:
    """The question's wording and, where it has one, its number: two lines that share either ask the same."""
    number = body.grid.text(line, body.numbers) if body.numbers else ""
    wording = _OF_FEEDBACK.sub("", plain(f"{number} {body.grid.text(line, body.question)}"))
    numbered = NUMBER.search(wording[:16])
    return {wording, f"#{numbered[0]}"} if numbered else {wording}
