"""From a tab's table to its reviews with every box graded, and what is odd about the tab's boxes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from arms_analytics.vocabulary import Quarter
from arms_analytics.workbook.cells import Cell, address, addresses
from arms_analytics.workbook.grading import Graded, TabGrader
from arms_analytics.workbook.key import Key
from arms_analytics.workbook.tab_quarters import Quarters
from arms_analytics.workbook.tables.table import Box, TabledReview
from arms_analytics.workbook.tabs import Collated, Tab


@dataclass(slots=True)
class Draft:
    """A review with its graded boxes, before its questions have ids."""

    tab: Tab
    tabled: TabledReview
    force: str
    quarter: Quarter
    grades: list[Graded]
    ids: list[str] = field(default_factory=list)


def drafts(book: Collated, quarters: Quarters) -> list[Draft]:
    """The reviews of all tabs in their order, graded; what is odd about their boxes joins the book's problems."""
    found: list[Draft] = []
    greys: list[tuple[Tab, Cell]] = []
    for tab in book.with_reviews:
        found += _grade_tab(book, tab, quarters, greys)
    _say_greys(book, greys)
    return found


def _grade_tab(book: Collated, tab: Tab, quarters: Quarters, greys: list[tuple[Tab, Cell]]) -> list[Draft]:
    assert tab.table is not None
    boxes = [box for review in tab.table.reviews for box in review.boxes]
    own = book.own_keys.get(tab.sheet.name, Key())
    grader = TabGrader(tab.sheet.name, tab.force or "", book.words, own, book.everywhere, book.answers)
    result = grader.grade(boxes, _bands(tab, boxes))
    if not any(graded.grade for graded in result.grades) and not result.questions and not result.problems:
        book.error(
            "no_grades", tab.sheet.name,
            f"The tab “{tab.sheet.name.strip()}” has questions but no grades: its boxes hold neither colours nor grade "
            "words. They may have been lost in a paste of values; ask for the original.",
        )  # fmt: skip
    book.problems += result.problems
    book.questions += result.questions
    greys += [(tab, cell) for cell in result.greys]
    _say_blanks(book, tab, result.blanks)
    _say_astray(book, tab)
    _say_unsaid(book, tab)
    _say_unclaimed(book, tab)
    return _drafts(book, tab, result.grades, quarters)


def _drafts(book: Collated, tab: Tab, grades: list[Graded], quarters: Quarters) -> list[Draft]:
    assert tab.table is not None
    drafts, start = [], 0
    for review in tab.table.reviews:
        mine = grades[start : start + len(review.boxes)]
        start += len(review.boxes)
        force = _own_force(book, review) or tab.force
        quarter = quarters.of(tab, review)
        if force and quarter:
            drafts.append(Draft(tab, review, force, quarter, mine))
        elif not force and "force" in review.said:
            where = review.said.get("force", ("", address(*review.place)))
            book.error(
                "unknown_force", tab.sheet.name,
                f"No known force is named by “{where[0]}”. Correct the cell and load again.", where[1],
            )  # fmt: skip
    return drafts


def _own_force(book: Collated, review: TabledReview) -> str | None:
    return book.forces.only_one_within(review.said["force"][0]) if "force" in review.said else None


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


def _say_blanks(book: Collated, tab: Tab, blanks: list[Box]) -> None:
    if blanks:
        cells = ", ".join(address(*box.place) for box in blanks)
        said = "1 box is" if len(blanks) == 1 else f"{len(blanks)} boxes are"
        book.info("blank_grade", tab.sheet.name, cells, f"{said} blank: not graded.")


def _say_astray(book: Collated, tab: Tab) -> None:
    assert tab.table is not None
    if tab.table.astray:
        book.warn(
            "left_over", tab.sheet.name, addresses(tab.table.astray),
            "These cells look like a grade or feedback but belong to no box that was found; they were not read.",
        )  # fmt: skip
    headed = (review.said.get("ref") or review.said.get("officer") for review in tab.table.unanswered)
    if cells := [head[1] for head in headed if head]:
        book.info(
            "empty_review", tab.sheet.name, ", ".join(cells),
            "A review is headed here that has neither grades nor feedback; it was left out.",
        )  # fmt: skip
    if tab.table.aside:
        book.info(
            "grade_aside", tab.sheet.name, addresses(tab.table.aside),
            "These cells sum up whole reviews, show an earlier quarter, or repeat grades that stand elsewhere on the "
            "tab; they answer no question and were not read.",
        )  # fmt: skip


def _say_unsaid(book: Collated, tab: Tab) -> None:
    """Feedback, or a coloured box's text, by a formula of which the file holds no result: nobody knows what it says."""
    assert tab.table is not None
    boxes = [box for review in tab.table.reviews for box in review.boxes]
    unsaid = [cell for box in boxes for place in box.unsaid if (cell := tab.sheet.cells.get(place)) is not None]
    coloured = [box.grade for box in boxes if box.grade is not None and box.grade.colour]
    cells = [cell for cell in [*unsaid, *coloured] if cell.formula_without_value]
    if cells:
        book.warn(
            "unread_feedback", tab.sheet.name, addresses(cells),
            "The feedback is a formula without a stored result and was not read: open the workbook in Excel, save it, "
            "and load it again.",
        )  # fmt: skip


def _say_unclaimed(book: Collated, tab: Tab) -> None:
    """References and officers that stand on the tab, one for each review without: its reviews were found, not whole."""
    assert tab.table is not None
    claimed = {where for review in tab.table.reviews for _, where in review.said.values()}
    for kind, name in (("ref", "reference"), ("officer", "officer")):
        lacking = sum(kind not in review.said for review in tab.table.reviews)
        spare = [pair.where for pair in tab.told if pair.kind == kind and pair.where not in claimed]
        one_of_many = lacking < len(tab.table.reviews)
        if lacking and len(spare) >= (lacking if one_of_many else max(2, lacking)):
            book.warn(
                "left_over", tab.sheet.name, ", ".join(spare),
                f"These cells name a plan's {name} but belong to no review that was found; they were not read.",
            )  # fmt: skip


def _say_greys(book: Collated, greys: list[tuple[Tab, Cell]]) -> None:
    """Once for the workbook: grey often means not applicable, and nobody said so."""
    if greys:
        by_tab: dict[str, list[Cell]] = defaultdict(list)
        for tab, cell in greys:
            by_tab[tab.sheet.name.strip()].append(cell)
        listed = "; ".join(f"{name} {addresses(cells)}" for name, cells in by_tab.items())
        book.info(
            "grey_box", "", "",
            f"Grey boxes without a word were taken as not graded; grey often means not applicable ({listed[:280]}). "
            "Write N/A into them, or put grey into the key.",
        )  # fmt: skip
