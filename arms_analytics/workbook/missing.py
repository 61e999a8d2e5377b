"""What is missing that a collated workbook should hold: all reviews, or a force's."""

from __future__ import annotations

from arms_analytics.vocabulary import Severity
from arms_analytics.workbook.cells import Sheet
from arms_analytics.workbook.collated import Collated, Tab
from arms_analytics.workbook.key.key import Key
from arms_analytics.workbook.texts import hues
from arms_analytics.workbook.texts.labels import label
from arms_analytics.workbook.texts.shapes import is_number

FEWEST_CELLS = 12
"""A force's tab with fewer, and no grade among them, is one that nobody has begun."""


def say(book: Collated) -> None:
    """No reviews at all refuse the workbook; so does a force's tab, or a level's, that holds something else."""
    if not book.tabs or not any(tab.sheet.cells for tab in book.tabs):
        book.error("no_reviews", "", f"{book.file} is empty: there is nothing on any of its tabs.")
        return
    for tab in book.tabs:
        if (
            tab.table is None
            and (tab.name.force or tab.name.risk)
            and not tab.name.old
            and not _left_out(book, tab.sheet.name)
        ):
            _say_no_table(book, tab)
    if book.with_reviews or any(problem.severity is Severity.ERROR for problem in book.problems):
        return
    if any(problem.code == "empty_tab" for problem in book.problems):
        book.error("no_reviews", "", f"{book.file} holds no reviews yet: nothing has been written into its boxes.")
    else:
        book.error(
            "no_reviews", "",
            f"No table of graded questions was found in {book.file}. Load the collated workbook, a tab a force.",
        )  # fmt: skip


def _left_out(book: Collated, sheet: str) -> bool:
    return any(problem.sheet == sheet for problem in book.problems) or any(
        question.kind == "duplicate_force" and sheet in question.choices for question in book.open_questions
    )


def _say_no_table(book: Collated, tab: Tab) -> None:
    sheet = tab.sheet
    few = len(sheet.cells) < FEWEST_CELLS and not _shows_a_grade(book, sheet)
    if few or _says_nothing_of_its_own(book, tab):
        book.info("empty_tab", sheet.name, "", f"The tab “{sheet.name.strip()}” holds no reviews yet.")
    else:
        book.error(
            "no_grades", sheet.name,
            f"The tab “{sheet.name.strip()}” is a {'force' if tab.name.force else 'risk level'}'s but no table of "
            "graded questions was found on it. Check that its questions, risk levels and grades are there.",
        )  # fmt: skip


def _shows_a_grade(book: Collated, sheet: Sheet) -> bool:
    """Whether a grade stands behind a text, in its word or its colour, and is no part of a key."""
    key = book.own_keys.get(sheet.name, Key()).places
    for (row, column), cell in sheet.cells.items():
        before = sheet.cells.get((row, column - 1))
        if (row, column) in key or before is None or not before.text or label(before.text) or is_number(before.text):
            continue
        told = book.words.read(cell.text)
        coloured = not cell.text and cell.colour not in (None, before.colour)
        hued = coloured and hues.hue(cell.colour or "") not in (hues.NEUTRAL, hues.FOREIGN)
        if hued or (told is not None and told.grade is not None):
            return True
    return False


def _says_nothing_of_its_own(book: Collated, tab: Tab) -> bool:
    """Whether every cell, but for the force's name, stands the same on another force's tab: a template left blank."""
    others = [other.sheet.cells for other in book.tabs if other is not tab and other.name.force]
    return all(
        any((same := cells.get(place)) and (same.text, same.colour) == (cell.text, cell.colour) for cells in others)
        for place, cell in tab.sheet.cells.items()
        if tab.name.force is None or book.forces.only_one_within(cell.text) != tab.name.force
    )
