"""What a layout yields: reviews with their boxes, each box with its grade cell and its feedback cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from arms_analytics.workbook.cells import Cell, Place, address


@dataclass(frozen=True, slots=True)
class Wording:
    """A question as this tab words it: its number (may be empty), its text, and where it stands on the tab."""

    number: str
    text: str
    place: Place

    @property
    def words(self) -> str:
        """Its text; its number where it has no other."""
        return self.text or self.number

    @property
    def address(self) -> str:
        """Its cell."""
        return address(*self.place)


@dataclass(slots=True)
class Box:
    """One review's box for one question. `place` is where the grade stands or would stand, on the tab.

    `grade` is None where there is no cell at all (blank and unfilled). `feedback` are the cells with words, and
    `in_box` says that the grade's own cell holds the feedback. `unsaid` are the places of feedback without words,
    and `again` is where the question stands a second time, to head its feedback.
    """

    wording: Wording
    place: Place
    grade: Cell | None = None
    feedback: list[Cell] = field(default_factory=list)
    in_box: bool = False
    unsaid: list[Place] = field(default_factory=list)
    again: Place | None = None


class Fact(NamedTuple):
    """What a head or a label says of a review, and the address of the cell that says it."""

    text: str
    cell: str


NO_FACT = Fact("", "")
Facts = dict[str, Fact]
"""By kind: `risk`, `ref`, `officer`, `reviewing`, `force`, `team`, `quarter`, `date`, `review`, `name`."""


@dataclass(slots=True)
class TabledReview:
    """One review as the tab shows it, with what heads and labels say of it."""

    facts: Facts = field(default_factory=dict)
    boxes: list[Box] = field(default_factory=list)
    place: Place = (1, 1)


@dataclass(slots=True)
class Table:
    """All that was recognised on one tab, and what it could not place.

    `asked` are each review's questions by number and text, `used` the places of boxes and feedback. `astray` are cells
    that look like boxes or prose and belong to no box, `aside` are grades that their labels say answer no question.
    `handed_down` are the cells that say something of the reviews below them and not of those above. `score` ranks rival
    readings of the same tab. `unanswered` are reviews that were headed and nothing else, `absent` the words that stand
    instead of one. `turned` says that it was read with rows and columns exchanged.
    """

    reviews: list[TabledReview] = field(default_factory=list)
    asked: list[list[tuple[str, str]]] = field(default_factory=list)
    used: set[Place] = field(default_factory=set)
    astray: list[Cell] = field(default_factory=list)
    unanswered: list[TabledReview] = field(default_factory=list)
    absent: list[Cell] = field(default_factory=list)
    aside: list[Cell] = field(default_factory=list)
    handed_down: set[str] = field(default_factory=set)
    score: float = 0.0
    turned: bool = False
