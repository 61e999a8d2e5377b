"""A workbook on its way from cells to a reading: its tabs, its key, and what there is to say and to ask about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from arms_analytics.network import Network
from arms_analytics.vocabulary import OpenQuestion, Problem, Severity
from arms_analytics.workbook.cells import Sheet
from arms_analytics.workbook.key.key import Key
from arms_analytics.workbook.reader_answers import ReaderAnswers
from arms_analytics.workbook.tables.pairs import Pair
from arms_analytics.workbook.tables.table import Table, TabledReview
from arms_analytics.workbook.texts.forces import Forces, TabName
from arms_analytics.workbook.texts.grade_words import GradeWords


@dataclass
class Tab:
    """One tab: what its name says, its labels with values, and its table when it holds one.

    `summary` is a table of reviews off the forces' tabs that shows colours alone: a heat map, most likely.
    What stands above the table is asked for when its reviews are settled, and is gathered once.
    """

    sheet: Sheet
    name: TabName
    told: list[Pair]
    table: Table | None = None
    summary: Table | None = None
    force: str | None = None

    @property
    def reviews(self) -> list[TabledReview]:
        """The reviews of its table; none where it has no table."""
        return self.table.reviews if self.table else []

    @cached_property
    def first_line(self) -> int:
        """The first line of its questions, boxes and feedback (past the last line when there is no table)."""
        boxes = [box for review in self.reviews for box in review.boxes]
        lines = [box.place[0] for box in boxes] + [box.wording.place[0] for box in boxes]
        lines += [cell.row for box in boxes for cell in box.feedback]
        return min(lines, default=10**7)

    @cached_property
    def titles(self) -> list[str]:
        """Texts above its table that are no label with a value."""
        first = self.first_line
        return self._unlabelled(takewhile(lambda line: line < first, self.sheet.rows))

    @cached_property
    def footnotes(self) -> list[str]:
        """Texts below its table that are no label with a value."""
        last = max((line for line, _ in self.table.used), default=0) if self.table else 10**7
        return self._unlabelled(line for line in self.sheet.rows if line > last)

    def _unlabelled(self, lines: Iterable[int]) -> list[str]:
        heads = {text for review in self.reviews for text, _ in review.facts.values()}
        labelled = {(pair.cell.row, pair.cell.column) for pair in self.told} | {pair.place for pair in self.told}
        return [
            cell.text
            for line in lines
            for cell in self.sheet.rows[line]
            if 2 < len(cell.text) < 160 and (line, cell.column) not in labelled and cell.text.strip() not in heads
        ]


@dataclass(slots=True)
class Collated:
    """A workbook on its way to a reading. Problems and open questions gather here, in the order of the steps."""

    file: str
    network: Network
    forces: Forces
    words: GradeWords
    answers: ReaderAnswers
    tabs: list[Tab] = field(default_factory=list)
    everywhere: Key = field(default_factory=Key)
    own_keys: dict[str, Key] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    open_questions: list[OpenQuestion] = field(default_factory=list)
    synthetic: bool = False

    def error(self, code: str, sheet: str, message: str, cell: str = "") -> None:
        """This refuses the workbook."""
        self.problems.append(Problem(Severity.ERROR, code, sheet, cell, message))

    def warn(self, code: str, sheet: str, cell: str, message: str) -> None:
        """This needs a look."""
        self.problems.append(Problem(Severity.WARNING, code, sheet, cell, message))

    def info(self, code: str, sheet: str, cell: str, message: str) -> None:
        """This is good to know."""
        self.problems.append(Problem(Severity.INFO, code, sheet, cell, message))

    @property
    def with_reviews(self) -> list[Tab]:
        """The tabs that hold reviews."""
        return [tab for tab in self.tabs if tab.table is not None]
