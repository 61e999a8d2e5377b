"""Four times the tab takes four times the work, whatever stands on it: no file is long to be read or to be refused.

The work is counted in lines of the reader's code that are run, which no busy machine changes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest

from arms_analytics.remembered import forget
from arms_analytics.workbook.cells import Cell, Sheet
from tests.workbook.drawn import read

Lines = Iterator[list[str]]

RISKS = ("Low", "Medium", "High", "Very high")
GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate")
QUESTIONS = [f"Is the {what} recorded and reviewed in good time?" for what in ("risk", "visit", "contact", "action")]
LABELS = ("Ref", "Grade", "Feedback", "Risk level", "Question", "Officer", "Force", "Date")
FEW, TIMES = 120, 4
MOST = 1.75
"""So many times the work that is just in proportion: what is remembered of few texts is worked out anew of many."""


def grade(place: int) -> str:
    return GRADES[place * 7 % 11 % 4]


def reviews_down(lines: int) -> Lines:
    yield ["Ref", "Risk level", *QUESTIONS]
    for n in range(lines):
        yield [f"CHE-{n:05}", RISKS[n % 4], *(grade(n + k) for k in range(len(QUESTIONS)))]


def one_long_list(lines: int) -> Lines:
    yield ["Force", "Ref", "Risk level", "Question", "Grade", "Feedback"]
    for n in range(lines):
        yield ["Cheshire", f"CHE-{n // 4}", RISKS[n // 4 % 4], QUESTIONS[n % 4], grade(n), f"It is said why in {n}."]


def a_question_a_line(lines: int) -> Lines:
    yield ["Question", *RISKS]
    for n in range(lines):
        yield [f"{n}. {QUESTIONS[n % 4]} ({n})", *(grade(n + k) for k in range(4))]


def blocks(lines: int) -> Lines:
    for n in range(lines // 6):
        yield [f"Risk level: {RISKS[n % 4]}, Ref: CHE {n}"]
        yield ["Question", "Grade", "Feedback"]
        yield from ([question, grade(n + k), f"It is said why in {n} {k}."] for k, question in enumerate(QUESTIONS))


def of(cell: Callable[[int, int], str]) -> Callable[[int], Lines]:
    """A tab of ten columns that holds nothing else."""
    return lambda lines: ([cell(n, column) for column in range(10)] for n in range(lines))


TABS: dict[str, Callable[[int], Lines]] = {
    "reviews down": reviews_down,
    "one long list": one_long_list,
    "a question a line": a_question_a_line,
    "blocks": blocks,
    "grades": of(lambda n, column: grade(n + column)),
    "levels": of(lambda n, column: RISKS[(n + column) % 4]),
    "labels": of(lambda n, column: LABELS[(n + column) % 8]),
    "entries of a key": of(lambda n, column: f"{(n + column) % 4 + 1} = {GRADES[(n + column) % 4]}"),
    "references": of(lambda n, column: f"A{n}-{column}"),
    "facts": of(lambda n, column: f"Ref: CHE {n}, Risk: High, Officer: PC {column}"),
    "sentences": of(lambda n, column: f"It is said at length what was done at the visit {n} and {column}, and why."),
}


@pytest.mark.parametrize("turned", [False, True], ids=["as drawn", "turned"])
@pytest.mark.parametrize("name", TABS)
def test_four_times_the_tab_takes_four_times_the_work(name, turned):
    few, many = (steps(drawn(TABS[name](lines), turned)) for lines in (FEW, TIMES * FEW))
    assert many < MOST * TIMES * few


def drawn(lines: Lines, turned: bool) -> Sheet:
    """A tab of these lines, or with these for columns."""
    sheet = Sheet("Cheshire")
    for n, texts in enumerate(lines, 1):
        for k, text in enumerate(texts, 1):
            row, column = (k, n) if turned else (n, k)
            sheet.cells[row, column] = Cell(row, column, text, text)
    sheet.cells = dict(sorted(sheet.cells.items()))
    return sheet


def steps(sheet: Sheet) -> int:
    """How many lines of the reader's code are run to read a tab of which nothing is remembered."""
    count = 0

    def line(frame: FrameType, event: str, told: Any) -> Any:
        nonlocal count
        count += 1
        return line

    def call(frame: FrameType, event: str, told: Any) -> Any:
        return line if "arms_analytics" in frame.f_code.co_filename else None

    forget()
    before = sys.gettrace()
    sys.settrace(call)
    try:
        read(sheet)
    finally:
        sys.settrace(before)
    return count
