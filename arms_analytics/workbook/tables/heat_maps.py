"""A table's grades shown once more without their feedback, as a heat map: no reviews of their own."""

from __future__ import annotations

from collections import defaultdict

from arms_analytics.workbook.cells import Cell
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.table import NO_FACT, Table, TabledReview

FEWEST = 3
ALIKE = 0.7
"""A heat map may be older than what it shows: so many grades are the same."""


def leave_out(table: Table, natures: Natures) -> None:
    """Take such reviews out of the table: their cells are aside, and astray where they contradict the review itself."""
    told: dict[str, list[TabledReview]] = defaultdict(list)
    for review in table.reviews:
        if _is_told(review):
            told[_level(review)].append(review)
    for review in filter(_says_little, list(table.reviews)):
        shown = next((other for other in told[_level(review)] if shows(review, other, natures)), None)
        if shown is None:
            continue
        table.reviews.remove(review)
        for mine, its in zip(review.boxes, shown.boxes, strict=True):
            if mine.grade is not None:
                (table.aside if _same(mine.grade, its.grade, natures) else table.astray).append(mine.grade)


def shows(review: TabledReview, other: TabledReview, natures: Natures) -> bool:
    """Whether a review of which nothing is told but its level has the grades of another, in rows of its own."""
    if not _says_little(review) or _are_of_two(review, other) or not _is_told(other):
        return False
    alike = len(review.boxes) == len(other.boxes) >= FEWEST and _level(review) == _level(other) != ""
    if not alike or {box.place[0] for box in review.boxes} & {box.place[0] for box in other.boxes}:
        return False
    pairs = zip(review.boxes, other.boxes, strict=True)
    return sum(_same(mine.grade, its.grade, natures) for mine, its in pairs) >= ALIKE * len(review.boxes)


def _says_little(review: TabledReview) -> bool:
    """Whether nothing is told of a review but its level and grades."""
    return not {"ref", "officer", "reviewing"} & review.facts.keys() and not _is_told(review)


def _is_told(review: TabledReview) -> bool:
    """Whether there is a word of feedback."""
    return any(box.feedback or box.in_box for box in review.boxes)


def _are_of_two(review: TabledReview, other: TabledReview) -> bool:
    """Whether they are of two forces, or are told of two quarters."""
    forces, quarters = ({r.facts.get(kind, NO_FACT).text for r in (review, other)} for kind in ("force", "quarter"))
    return len(forces) > 1 or len(quarters - {""}) > 1


def _level(review: TabledReview) -> str:
    return review.facts.get("risk", NO_FACT).text


def _same(cell: Cell | None, other: Cell | None, natures: Natures) -> bool:
    if cell is None or other is None:
        return cell is other
    words = natures.words.read(cell.text), natures.words.read(other.text)
    if words[0] and words[1]:
        return words[0].grade == words[1].grade
    return cell.colour == other.colour
