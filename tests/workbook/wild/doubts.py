"""Workbooks that leave something open: which quarter, which force, which grades. The reader has to ask."""

from __future__ import annotations

import random

from arms_analytics.workbook.cells import address
from tests.workbook.wild import wordings
from tests.workbook.wild.canvas import Canvas
from tests.workbook.wild.draw import QUARTERS, Draw
from tests.workbook.wild.truth import Book

DOUBTS = (
    "bare year", "no quarter", "tab against file", "one tab of another quarter", "two tabs for one force",
    "unknown force", "no force", "tab against title", "no grades", "numbers without a key", "colours without a key"
)  # fmt: skip


class _Doubtful(Draw):
    """A plain book whose quarter stands in its titles alone, spoilt in one way."""

    def spoilt(self) -> Book:
        book = self.make()
        book.outcome, book.ask = "asked", self.doubt
        book.about["doubt"] = self.doubt
        tabs = [canvas for canvas in book.sheets if any(plan.sheet == canvas.name for plan in book.plans)]
        spoil = getattr(self, "_" + self.doubt.replace(" ", "_"), None)
        if spoil:
            spoil(book, tabs)
        return book

    def _swap(self, tabs: list[Canvas], old: str, new: str) -> None:
        for canvas in tabs:
            for ink in canvas.ink.values():
                if isinstance(ink.value, str):
                    ink.value = ink.value.replace(old, new)

    def _bare_year(self, book: Book, tabs: list[Canvas]) -> None:
        said = str(book.about["quarter_text"])
        self._swap(tabs, said, f"Q{self.quarter[-1]} {self.quarter[:4]}")

    def _no_quarter(self, book: Book, tabs: list[Canvas]) -> None:
        self._swap(tabs, str(book.about["quarter_text"]), "")

    def _tab_against_file(self, book: Book, tabs: list[Canvas]) -> None:
        other = QUARTERS[QUARTERS.index(self.quarter) - 1]
        book.name = f"ARMS QA {wordings.quarter_wordings(other)[2]}.{book.kind}"

    def _one_tab_of_another_quarter(self, book: Book, tabs: list[Canvas]) -> None:
        other = wordings.quarter_wordings(QUARTERS[QUARTERS.index(self.quarter) - 1])[0]
        book.name = f"ARMS QA {wordings.quarter_wordings(self.quarter)[2]}.{book.kind}"
        self._swap(tabs[-1:], str(book.about["quarter_text"]), other)

    def _two_tabs_for_one_force(self, book: Book, tabs: list[Canvas]) -> None:
        first = tabs[0]
        again = Canvas(
            f"{first.name.strip()[:24]} (2)", ink=dict(first.ink), merged=list(first.merged), rules=list(first.rules)
        )
        book.sheets.append(again)

    def _unknown_force(self, book: Book, tabs: list[Canvas]) -> None:
        canvas = tabs[-1]
        for said in {*(names[wordings.FORCES.index(book.plans[-1].force)] for names in wordings.FORCE_NAMES.values())}:
            self._swap([canvas], said.strip(), "Mercia Bay")
        canvas.name = "Mercia Bay"

    def _no_force(self, book: Book, tabs: list[Canvas]) -> None:
        forces = sorted(
            {name.strip() for names in wordings.FORCE_NAMES.values() for name in names}, key=len, reverse=True
        )
        for place, canvas in enumerate(tabs, 1):
            for said in forces:
                self._swap([canvas], said, "")
            canvas.name = f"Return {place}"

    def _tab_against_title(self, book: Book, tabs: list[Canvas]) -> None:
        canvas = tabs[0]
        place = wordings.FORCES.index(book.plans[0].force)
        free = next(name for name in wordings.FORCES if name not in {book.plans[0].force, book.plans[0].reviewing})
        canvas.put(1, 1, f"{free} – ARMS plan reviews {book.about['quarter_text']}")
        for names in wordings.FORCE_NAMES.values():
            for ink in canvas.ink.values():
                if isinstance(ink.value, str) and str(book.about["quarter_text"]) in ink.value:
                    ink.value = ink.value.replace(names[place].strip(), free)

    def _colours_without_a_key(self, book: Book, tabs: list[Canvas]) -> None:
        book.sheets[:] = tabs  # a summary that counts grades in their colours would be the key

    def _no_grades(self, book: Book, tabs: list[Canvas]) -> None:
        for plan in book.plans:
            for box in plan.boxes:
                box.grade = None
        for canvas in book.sheets:
            canvas.rules.clear()
            places = {box.cell for plan in book.plans if plan.sheet == canvas.name for box in plan.boxes}
            for (row, column), ink in canvas.ink.items():
                if address(row, column) in places:
                    ink.value, ink.fill = None, None


def doubtful(seed: int, doubt: str) -> Book:
    """The book of a seed, with one of DOUBTS."""
    layout = random.Random(seed).choice(("pair", "turned pair", "rows", "list", "blocks", "split"))
    return _Doubtful(seed, layout=layout, doubt=doubt).spoilt()
