"""From a tab's table to its reviews with every box graded, and what is odd about the tab's boxes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from arms_analytics.vocabulary import Quarter
from arms_analytics.workbook.cells import Cell
from arms_analytics.workbook.collated import Collated, Tab
from arms_analytics.workbook.grading import tab_problems
from arms_analytics.workbook.grading.tab_grader import Graded, TabGrader
from arms_analytics.workbook.key.key import Key
from arms_analytics.workbook.settling.tab_quarters import Quarters
from arms_analytics.workbook.tables.table import Box, Table, TabledReview


@dataclass(slots=True)
class GradedReview:
    """A review with its graded boxes, before its questions have ids."""

    tab: Tab
    tabled: TabledReview
    force: str
    quarter: Quarter
    grades: list[Graded]
    ids: list[str] = field(default_factory=list)


def graded(book: Collated, quarters: Quarters) -> list[GradedReview]:
    """The reviews of all tabs in their order, graded; what is odd about their boxes joins the book's problems."""
    found: list[GradedReview] = []
    greys: list[tuple[Tab, Cell]] = []
    for tab in book.tabs:
        if tab.table is not None:
            found += _grade_tab(book, tab, tab.table, quarters, greys)
    tab_problems.say_greys(book, greys)
    return found


def _grade_tab(
    book: Collated, tab: Tab, table: Table, quarters: Quarters, greys: list[tuple[Tab, Cell]]
) -> list[GradedReview]:
    boxes = [box for review in table.reviews for box in review.boxes]
    own = book.own_keys.get(tab.sheet.name, Key())
    grader = TabGrader(tab.sheet.name, tab.force or "", book.words, own, book.everywhere, book.answers)
    result = grader.grade([review.boxes for review in table.reviews], _bands(tab, boxes))
    if not any(graded.grade for graded in result.grades) and not result.open_questions and not result.problems:
        book.error(
            "no_grades", tab.sheet.name,
            f"The tab “{tab.sheet.name.strip()}” has questions but no grades: its boxes hold neither colours nor grade "
            "words. They may have been lost in a paste of values; ask for the original.",
        )  # fmt: skip
    book.problems += result.problems
    book.open_questions += result.open_questions
    greys += [(tab, cell) for cell in result.greys]
    tab_problems.say(book, tab, table, result.blanks)
    return _graded_reviews(book, tab, result.grades, quarters)


def _graded_reviews(book: Collated, tab: Tab, grades: list[Graded], quarters: Quarters) -> list[GradedReview]:
    found, start = [], 0
    for review in tab.reviews:
        mine = grades[start : start + len(review.boxes)]
        start += len(review.boxes)
        force = _own_force(book, review) or tab.force
        quarter = quarters.of(tab, review)
        if force and quarter:
            found.append(GradedReview(tab, review, force, quarter, mine))
        elif not force and "force" in review.facts:
            named = review.facts["force"]
            book.error(
                "unknown_force", tab.sheet.name,
                f"No known force is named by “{named.text}”. Correct the cell and load again.", named.cell,
            )  # fmt: skip
    return found


def _own_force(book: Collated, review: TabledReview) -> str | None:
    return book.forces.only_one_within(review.facts["force"].text) if "force" in review.facts else None


def _bands(tab: Tab, boxes: list[Box]) -> list[str]:
    """Fills that colour whole lines, the question with them: stripes, no grades."""
    labels: dict[str, int] = defaultdict(int)
    same: dict[str, int] = defaultdict(int)
    for box in boxes:
        wording = tab.sheet.cells.get(box.wording.place)
        if wording is not None and wording.colour:
            labels[wording.colour] += 1
            same[wording.colour] += box.grade is not None and box.grade.colour == wording.colour
    return [colour for colour, count in same.items() if count >= 0.9 * labels[colour] and count >= 2]
