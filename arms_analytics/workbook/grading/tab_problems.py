"""What is odd about a tab's boxes: blank ones, grades and feedback that belong to none, what a formula keeps back."""

from __future__ import annotations

from collections import defaultdict

from arms_analytics.workbook.cells import Cell, address, addresses
from arms_analytics.workbook.collated import Collated, Tab
from arms_analytics.workbook.tables.table import Box, Table


def say(book: Collated, tab: Tab, table: Table, blanks: list[Box]) -> None:
    """Report it by cell. `blanks` are the boxes that were not graded because nothing is in them."""
    _say_blanks(book, tab, blanks)
    _say_astray(book, tab, table)
    _say_unsaid(book, tab, table)
    _say_unclaimed(book, tab, table)


def _say_blanks(book: Collated, tab: Tab, blanks: list[Box]) -> None:
    if blanks:
        cells = ", ".join(address(*box.place) for box in blanks)
        said = "1 box is" if len(blanks) == 1 else f"{len(blanks)} boxes are"
        book.info("blank_grade", tab.sheet.name, cells, f"{said} blank: not graded.")


def _say_astray(book: Collated, tab: Tab, table: Table) -> None:
    if table.astray:
        book.warn(
            "left_over", tab.sheet.name, addresses(table.astray),
            "These cells look like a grade or feedback but belong to no box that was found; they were not read.",
        )  # fmt: skip
    headed = (review.facts.get("ref") or review.facts.get("officer") for review in table.unanswered)
    if cells := [head.cell for head in headed if head]:
        book.info(
            "empty_review", tab.sheet.name, ", ".join(cells),
            "A review is headed here that has neither grades nor feedback; it was left out.",
        )  # fmt: skip
    if table.absent:
        book.info(
            "empty_review", tab.sheet.name, addresses(table.absent),
            "The words here stand instead of a review and say that there is none; none was read.",
        )  # fmt: skip
    if table.aside:
        book.info(
            "grade_aside", tab.sheet.name, addresses(table.aside),
            "These cells sum up whole reviews, show an earlier quarter, or repeat grades that stand elsewhere on the "
            "tab; they answer no question and were not read.",
        )  # fmt: skip


def _say_unsaid(book: Collated, tab: Tab, table: Table) -> None:
    """Feedback, or a coloured box's text, by a formula of which the file holds no result: nobody knows what it says."""
    boxes = [box for review in table.reviews for box in review.boxes]
    unsaid = [cell for box in boxes for place in box.unsaid if (cell := tab.sheet.cells.get(place)) is not None]
    coloured = [box.grade for box in boxes if box.grade is not None and box.grade.colour]
    cells = [cell for cell in [*unsaid, *coloured] if cell.formula_without_value]
    if cells:
        book.warn(
            "unread_feedback", tab.sheet.name, addresses(cells),
            "The feedback is a formula without a stored result and was not read: open the workbook in Excel, save it, "
            "and load it again.",
        )  # fmt: skip


def _say_unclaimed(book: Collated, tab: Tab, table: Table) -> None:
    """References and officers that stand on the tab, one for each review without: its reviews were found, not whole.

    Who stands on a question's own line, under "Owner", is to act on the answer.
    """
    claimed = {where for review in table.reviews for _, where in review.facts.values()}
    along = int(table.turned)
    lines = {box.place[along] for review in table.reviews for box in review.boxes}
    told = [pair for pair in tab.told if (pair.cell.row, pair.cell.column)[along] not in lines]
    for kind, name in (("ref", "reference"), ("officer", "officer")):
        lacking = sum(kind not in review.facts for review in table.reviews)
        spare = [pair.where for pair in told if pair.kind == kind and pair.where not in claimed]
        one_of_many = lacking < len(table.reviews)
        if lacking and len(spare) >= (lacking if one_of_many else max(2, lacking)):
            book.warn(
                "left_over", tab.sheet.name, ", ".join(spare),
                f"These cells name a plan's {name} but belong to no review that was found; they were not read.",
            )  # fmt: skip


def say_greys(book: Collated, greys: list[tuple[Tab, Cell]]) -> None:
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
