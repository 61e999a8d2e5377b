"""What a painted workbook truly says, as plain objects: the painter fills them in, the judge compares."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from tests.workbook.wild.canvas import Canvas

GRADES = ("outstanding", "good", "requires_improvement", "inadequate")
RISKS = ("low", "medium", "high", "very_high")


@dataclass
class Box:
    """One grade box and its feedback. `accept` are the readings that are right; `ask` says why it must be reported.

    `planted` are the strings that must not survive; `cell` and `feedback_cell` are where the painter put them.
    """

    question: str
    grade: str | None
    feedback: str = ""
    planted: tuple[str, ...] = ()
    accept: tuple[str | None, ...] = ()
    ask: str = ""
    cell: str = ""
    feedback_cell: str = ""
    word: str = ""
    swatch: str = ""

    @property
    def right(self) -> tuple[str | None, ...]:
        return self.accept or (self.grade,)


@dataclass
class Plan:
    """One review of one plan. `dated` is a day in its heads that says nothing of the quarter reviewed."""

    force: str
    quarter: str
    risk: str
    ref: str
    officer: str
    reviewing: str | None
    team: str = ""
    dated: dt.date | None = None
    sheet: str = ""
    boxes: list[Box] = field(default_factory=list)


@dataclass
class Book:
    """A painted workbook. `outcome` is `loaded`, `asked` (refused, or reported at the least) or `refused`.

    `noted` are the tabs on which an information line is in place. `about` says how it was painted, for the reader
    of a failing test.
    """

    name: str
    kind: str = "xlsx"
    hand: str = "openpyxl"
    threaded: bool = False
    outcome: str = "loaded"
    ask: str = ""
    sheets: list[Canvas] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    noted: set[str] = field(default_factory=set)
    about: dict[str, object] = field(default_factory=dict)
