"""The words of the field, as types. Imports nothing of ours; everything else imports it.

One word has one meaning in Python, SQL, pages and Excel: the glossary is in README.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

NOT_APPLICABLE = "not_applicable"
"""The answer's grade where the reviewers wrote that the question does not apply; never a step of the scale."""

SYNTHETIC_MARK = "Synthetic demonstration data: no real person, plan or review"
"""Stands on every tab of a demonstration workbook; the reader knows demonstration data by it."""


YEAR = 4
"""Quarters that "the last year" means wherever a finding or a page says it."""

LISTED, FLAGGED, VERY_LIKELY = 0.2, 0.5, 0.8
"""The chances from which a finding is listed at all, from which it is a flag (likelier than not), and very likely."""
STATUSES = ("new", "continuing", "cleared")
"""How a flag stands against the quarter before."""

AVERAGE_FAILS = 0.2
"""The share of plans that the average reviewing force finds below the line, to say by it how strict another is."""

BEYOND_CHANCE, WITHIN_CHANCE = "beyond chance", "within chance"
"""Whether things differ by more than luck would set them apart."""

MORE_OFTEN, LESS_OFTEN = "more often", "less often"
"""In which direction they do."""


def share(value: float) -> str:
    """`48%`."""
    return f"{value * 100:.0f}%"


def signed(value: float, places: int = 0) -> str:
    """`+11`, `−52` with the sign that means minus, `0` for what rounds to nothing."""
    said = f"{value:+.{places}f}"
    return said.replace("-", "\N{MINUS SIGN}") if float(said) else "0"


def in_100(probability: float) -> str:
    """A chance (0 to 1) as people are told it: `93 in 100`; never certain, so `under 1 in 100`, `over 99 in 100`."""
    hundredths = round(100 * probability)
    return {0: "under 1 in 100", 100: "over 99 in 100"}.get(hundredths, f"{hundredths} in 100")


def day(when: dt.date) -> str:
    """`21 November 2026`, as people write a day."""
    return f"{when.day} {when:%B %Y}"


def moment(when: dt.datetime) -> str:
    """`21 November 2026 at 14:05`."""
    return f"{day(when)} at {when:%H:%M}"


WHOLE_REGION = "Whole region"
"""Stands where a force's name would."""


class RiskLevel(StrEnum):
    """The plan's ARMS risk level. Declaration order is the order of risk, lowest first."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very_high"

    @property
    def label(self) -> str:
        """As people write it: `Very high`."""
        return self.value.replace("_", " ").capitalize()


def said_risk(level: str | None) -> str:
    """`Very high risk`, `Risk level not stated`; of a risk level, or its value, or none."""
    return f"{RiskLevel(level).label} risk" if level else "Risk level not stated"


@dataclass(frozen=True, order=True, slots=True)
class Quarter:
    """A quarter of the network's year; the financial year (April start) unless the network says otherwise.

    `year` is the calendar year in which that year starts; `number` is 1 to 4. Quarters of one convention
    order and subtract; quarters of two conventions are never mixed in one network.
    """

    year: int
    number: int
    first_month: int = 4

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 4:
            raise ValueError(f"A quarter is numbered 1 to 4, not {self.number}.")

    @classmethod
    def parse(cls, key: str, first_month: int = 4) -> Quarter:
        """`2025-26-Q1`, or `2025-Q1` for a calendar year. ValueError says what was expected."""
        year, _, number = key.strip().rpartition("-Q")
        head, _, tail = year.partition("-")
        if not (head.isdigit() and len(head) == 4 and number in {"1", "2", "3", "4"}):
            raise ValueError(f"{key!r} is not a quarter. Write it like 2025-26-Q1 (April to June 2025).")
        quarter = cls(int(head), int(number), first_month)
        if tail and tail != f"{(quarter.year + 1) % 100:02d}":
            raise ValueError(f"{key!r} is not a quarter: {head} is followed by {(quarter.year + 1) % 100:02d}.")
        return quarter

    @classmethod
    def from_index(cls, index: int, first_month: int = 4) -> Quarter:
        """The quarter whose `index` this is."""
        return cls(index // 4, index % 4 + 1, first_month)

    @classmethod
    def containing(cls, day: dt.date, first_month: int = 4) -> Quarter:
        """The quarter in which this day falls."""
        months = day.month - first_month
        return cls(day.year + months // 12, months % 12 // 3 + 1, first_month)

    @property
    def index(self) -> int:
        """Quarters counted on one line, so that neighbours differ by one."""
        return self.year * 4 + self.number - 1

    def plus(self, quarters: int) -> Quarter:
        """That many quarters later (earlier when negative)."""
        return Quarter.from_index(self.index + quarters, self.first_month)

    @property
    def starts(self) -> dt.date:
        """Its first day."""
        months = self.first_month - 1 + 3 * (self.number - 1)
        return dt.date(self.year + months // 12, months % 12 + 1, 1)

    @property
    def ends(self) -> dt.date:
        """Its last day."""
        return self.plus(1).starts - dt.timedelta(days=1)

    @property
    def key(self) -> str:
        """For files and links: `2025-26-Q1`, or `2025-Q1` for a calendar year."""
        if self.first_month == 1:
            return f"{self.year}-Q{self.number}"
        return f"{self.year}-{(self.year + 1) % 100:02d}-Q{self.number}"

    @property
    def short(self) -> str:
        """For heads of tables and axes: `Q1 25/26`."""
        if self.first_month == 1:
            return f"Q{self.number} {self.year}"
        return f"Q{self.number} {self.year % 100:02d}/{(self.year + 1) % 100:02d}"

    @property
    def label(self) -> str:
        """For people: `Q1 2025/26 (Apr–Jun 2025)`."""
        year = str(self.year) if self.first_month == 1 else f"{self.year}/{(self.year + 1) % 100:02d}"
        return f"Q{self.number} {year} ({self.starts:%b}–{self.ends:%b %Y})"

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True)
class Grade:
    """One step of a grade scale. `rank` counts from 0, the worst; colours are RRGGBB.

    `colour` and `ink` are for screens and slides, `sheet_colour` and `sheet_ink` for the boxes of workbooks.
    """

    key: str
    name: str
    letter: str
    short: str
    rank: int
    failure: bool
    colour: str
    ink: str
    spellings: tuple[str, ...] = ()
    sheet_colour: str = ""
    sheet_ink: str = "000000"


@dataclass(frozen=True, slots=True)
class GradeScale:
    """The steps from worst to best; which of them are failures is data, not code."""

    name: str
    grades: tuple[Grade, ...]

    def __iter__(self) -> Iterator[Grade]:
        return iter(self.grades)

    def __getitem__(self, key: str) -> Grade:
        for grade in self.grades:
            if grade.key == key:
                return grade
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        return any(grade.key == key for grade in self.grades)

    def said(self, key: str | None) -> str:
        """What stands in a box, in words: a grade's name, `Not applicable`, or `Not graded` for None."""
        if key is None:
            return "Not graded"
        return "Not applicable" if key == NOT_APPLICABLE else self[key].name

    @property
    def pass_name(self) -> str:
        """The lowest step that is no failure, for sentences: `below good`."""
        return next(grade.name.lower() for grade in self.grades if not grade.failure)


@dataclass(frozen=True, slots=True)
class Question:
    """One item of the QA tool, known by its id in a question set.

    `short` is its label in tables; `processes` are the tags by which training needs are gathered.
    """

    id: str
    wording: str
    short: str
    section: str
    processes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One review's grade and feedback on one question.

    `grade` is a key of the grade scale, NOT_APPLICABLE, or None where the box was not graded or could not be
    read for certain. `cell` is the grade box, `feedback_cell` where the words stood (often another cell).
    `question` is the wording as the workbook has it.
    """

    question_id: str
    question: str
    grade: str | None
    feedback: str
    cell: str
    feedback_cell: str


@dataclass(frozen=True, slots=True)
class Review:
    """One ARMS plan, graded once, in one quarter, by another force.

    `ordinal` is its place (from 1) among the reviews of its force and quarter in the workbook: with the risk
    level it identifies a review that has no reference.
    """

    force: str
    quarter: Quarter
    risk_level: RiskLevel | None
    reviewing_force: str | None
    review_ref: str
    officer_ref: str
    team: str
    sheet: str
    ordinal: int
    answers: tuple[Answer, ...]


class Severity(StrEnum):
    """How much a problem weighs: an error refuses the workbook, a warning needs a look, info is good to know."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Problem:
    """What a workbook said that could not be read for certain, where, and what to do.

    `sheet` and `cell` are empty where the whole workbook or tab is meant; `cell` may be a range.
    """

    severity: Severity
    code: str
    sheet: str
    cell: str
    message: str


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What the reader must ask a person before it can go on: which quarter, which force is this tab, and so on.

    `key` names the question in an answers file, the same for the next workbook of that kind. `choices` are
    the values that an answer may take (empty: any text); `suggestion` is preselected, never applied unasked.
    """

    key: str
    kind: str
    sheet: str
    cell: str
    text: str
    choices: tuple[str, ...] = ()
    suggestion: str = ""
    colour: str = ""
    boxes: int = 0


@dataclass(frozen=True, slots=True)
class SeenQuestion:
    """How one wording of a workbook was identified: `same`, `reworded`, `renumbered` or `new`."""

    question_id: str
    wording: str
    number: str
    how: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One workbook, read: its reviews and problems. `path` is as given; `sha256` of the file's bytes.

    A reading with an error is refused as a whole: its reviews are not to be stored.
    """

    path: str
    sha256: str
    synthetic: bool = False
    reviews: tuple[Review, ...] = ()
    problems: tuple[Problem, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    questions: tuple[SeenQuestion, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether anything in it forbids storing it."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters it holds, earliest first."""
        return tuple(sorted({review.quarter for review in self.reviews}))

    @property
    def forces(self) -> tuple[str, ...]:
        """The forces whose plans it holds, in the order of its tabs."""
        return tuple(dict.fromkeys(review.force for review in self.reviews))

    @property
    def grades(self) -> int:
        """How many of its boxes hold a step of the grade scale."""
        boxes = (answer.grade for review in self.reviews for answer in review.answers)
        return sum(grade not in {None, NOT_APPLICABLE} for grade in boxes)


@dataclass(frozen=True, slots=True)
class Selection:
    """What the user chose to look at. Empty or None means all."""

    quarter: Quarter | None = None
    force: str | None = None
    question_id: str | None = None
    risk_levels: tuple[RiskLevel, ...] = field(default=())
    reviewing_force: str | None = None

    @property
    def one_quarter(self) -> Quarter:
        """The quarter, for what always looks at one; LookupError where all are meant."""
        if self.quarter is None:
            raise LookupError("all quarters are chosen, where one is needed")
        return self.quarter
