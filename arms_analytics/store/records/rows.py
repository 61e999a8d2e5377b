"""The rows that people edit, as Python has them: one class a table of tables.py, its fields the table's columns."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every edited row carries; zero and empty until it is stored."""

    id: int = 0
    revision: int = 0
    made_by: str = ""
    made_at: dt.datetime = dt.datetime.min
    changed_by: str = ""
    changed_at: dt.datetime = dt.datetime.min


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Row):
    """An action agreed: what, by which role, by when, what came of it. `finding` is the kind of finding it answers."""

    text: str
    owner: str = ""
    force: str | None = None
    question_id: str | None = None
    quarter_index: int | None = None
    due: dt.date | None = None
    status: str = "open"
    outcome: str = ""
    finding: str = ""

    def overdue(self, on: dt.date) -> bool:
        """Whether it is still open though its day has passed."""
        return self.status == "open" and self.due is not None and self.due < on


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingEvent(Row):
    """Training given on a day, on some questions, to some forces (none: the whole region) or a team."""

    date: dt.date
    topic: str
    questions: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    team: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisingPractice(Row):
    """An entry of the repository: what is done, why it works, which role to ask, when to look at it again."""

    title: str
    what: str = ""
    why: str = ""
    contact: str = ""
    force: str | None = None
    questions: tuple[str, ...] = ()
    quarter_index: int | None = None
    review_by: dt.date | None = None
    status: str = "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption(Row):
    """A force that asked about a practice, or took it up."""

    practice_id: int
    force: str
    status: str = "asked"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation(Row):
    """In this quarter, `reviewing_force` reviews that many plans of `force`."""

    quarter_index: int
    force: str
    reviewing_force: str
    plans: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderAnswer(Row):
    """A person's answer to one question of the reader; `question` is its text as it was asked."""

    key: str
    answer: str
    question: str = ""
