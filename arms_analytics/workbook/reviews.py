"""From graded boxes to reviews: heads read as risk level, force and references, words cleaned of personal data."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from itertools import filterfalse

from arms_analytics.vocabulary import Answer, Quarter, Review, RiskLevel
from arms_analytics.workbook.cells import Cell, address
from arms_analytics.workbook.collated import Collated, Tab
from arms_analytics.workbook.grading.tab_grader import Graded
from arms_analytics.workbook.grading.tab_reviews import GradedReview
from arms_analytics.workbook.personal_data import Masked, hints, mask, mask_reference
from arms_analytics.workbook.settling import cover
from arms_analytics.workbook.tables.table import NO_FACT, Box, Fact
from arms_analytics.workbook.texts.quarters import is_about_another


def build(book: Collated, graded: list[GradedReview]) -> tuple[Review, ...]:
    """The workbook's reviews, each numbered among its force's of the quarter."""
    reviewing = cover.reviewing_forces(book)
    reviews = tuple(_review(book, one, reviewing, place) for one, place in _numbered(graded))
    _say_own(book, graded, reviews)
    _say_unnamed(book, graded, reviews)
    _say_counts(book, reviews)
    return reviews


def _numbered(graded: list[GradedReview]) -> list[tuple[GradedReview, int]]:
    count = Counter[tuple[str, Quarter]]()
    found = []
    for one in graded:
        count[one.force, one.quarter] += 1
        found.append((one, count[one.force, one.quarter]))
    return found


def _review(book: Collated, graded: GradedReview, reviewing: dict[str, str], ordinal: int) -> Review:
    facts, tab = graded.tabled.facts, graded.tab
    return Review(
        force=graded.force,
        quarter=graded.quarter,
        risk_level=_risk(book, graded),
        reviewing_force=_reviewing(book, graded, reviewing),
        review_ref=_named(book, tab, facts.get("ref", NO_FACT), mask_reference),
        officer_ref=_named(book, tab, facts.get("officer", NO_FACT), mask),
        team=_named(book, tab, facts.get("team", NO_FACT), mask),
        sheet=tab.sheet.name,
        ordinal=ordinal,
        answers=tuple(_answers(book, graded)),
    )


def _named(book: Collated, tab: Tab, fact: Fact, by: Callable[[str], Masked]) -> str:
    """What names a plan, an officer or a team, with single spaces: the same one in every quarter, however typed."""
    return _clean(book, tab, " ".join(fact.text.split()), fact.cell, by)


def _answers(book: Collated, graded: GradedReview) -> list[Answer]:
    """The review's answers. What gives no hint of personal data when looked through whole, as most, holds none."""
    boxes = graded.tabled.boxes
    feedback = [_feedback(box, told) for box, told in zip(boxes, graded.grades, strict=True)]
    hinted = hints.of("\n".join([text for text, _ in feedback]))
    masked = partial(mask, among=hinted)
    answers = []
    for question_id, box, told, (text, where) in zip(graded.ids, boxes, graded.grades, feedback, strict=True):
        answers.append(
            Answer(
                question_id=question_id,
                question=box.wording.words,
                grade=told.grade,
                feedback=_clean(book, graded.tab, text, where, masked) if hinted else text,
                cell=box.grade.address if box.grade else address(*box.place),
                feedback_cell=where,
            )
        )
    return answers


def _feedback(box: Box, graded: Graded) -> tuple[str, str]:
    """The words and where they stood: the feedback cells, what the box holds besides its grade, its note."""
    pieces: list[tuple[str, str]] = [(_as_written(cell), cell.address) for cell in box.feedback]
    if box.grade is not None:
        if not pieces and graded.words:
            pieces.append((graded.words, box.grade.address))
        if box.grade.note:
            pieces.append((box.grade.note, box.grade.address))
    pieces += [(cell.note, cell.address) for cell in box.feedback if cell.note]
    text = "\n".join([text for text, _ in pieces]).replace("\r\n", "\n").replace("\r", "\n")
    return text, pieces[0][1] if pieces else address(*box.place)


def _as_written(cell: Cell) -> str:
    return cell.value if isinstance(cell.value, str) else cell.text


def _clean(book: Collated, tab: Tab, text: str, where: str, by: Callable[[str], Masked]) -> str:
    """The text without likely personal data; each cell that held some is reported."""
    masked = by(text)
    if masked.kinds:
        *others, last = masked.kinds
        told = f"{', '.join(others)} and {last} stood here and were" if others else f"{last} stood here and was"
        book.warn(
            "personal_data", tab.sheet.name, where,
            f"A likely {told} masked before anything was stored. Correct the source.",
        )  # fmt: skip
    return masked.text


def _risk(book: Collated, graded: GradedReview) -> RiskLevel | None:
    if "risk" in graded.tabled.facts:
        return RiskLevel(graded.tabled.facts["risk"].text)
    book.warn(
        "no_risk_level", graded.tab.sheet.name, address(*graded.tabled.place),
        "No risk level was found for the review whose boxes begin here; it was kept without one.",
    )  # fmt: skip
    return None


def _reviewing(book: Collated, graded: GradedReview, cover_says: dict[str, str]) -> str | None:
    """Who graded it: the review's own head, its tab, the cover sheet; None where nobody says."""
    if "reviewing" in graded.tabled.facts:
        return book.forces.only_one_within(graded.tabled.facts["reviewing"].text)
    told = {book.forces.only_one_within(pair.text) for pair in graded.tab.told if pair.kind == "reviewing"} - {None}
    # "Force: Cheshire - Q1 - reviewed by Cumbria" is a label's value, and says more
    sentences = [*graded.tab.titles, *(pair.text for pair in graded.tab.told if pair.kind in ("force", "quarter"))]
    told = told or _said_to_review(book, sentences, graded.force) or {graded.tab.name.by} - {None}
    told = told or _said_to_review(book, filterfalse(is_about_another, graded.tab.footnotes), graded.force)
    if len(told) == 1:
        return told.pop()
    return cover_says.get(graded.force) if not told else None


def _said_to_review(book: Collated, sentences: Iterable[str], force: str) -> set[str | None]:
    """The forces that sentences say reviewed this one: "Cheshire, reviewed by Cumbria"."""
    return {by for whose, by in map(book.forces.reviewed_by, sentences) if by and whose in (None, force)}


def _say_own(book: Collated, graded: list[GradedReview], reviews: tuple[Review, ...]) -> None:
    """A force never reviews its own plans: perhaps the tab is named for the force that reviewed."""
    said: dict[tuple[str, str], str] = {}
    for one, review in zip(graded, reviews, strict=True):
        if review.reviewing_force == review.force:
            told = (pair.where for pair in one.tab.told if pair.kind == "reviewing")
            where = one.tabled.facts["reviewing"].cell if "reviewing" in one.tabled.facts else next(told, "")
            said[review.sheet, where] = review.force
    for (sheet, where), force in said.items():
        book.warn(
            "own_review", sheet, where,
            f"{force} is named as the force that reviewed and as the force whose plans were reviewed. Correct one, "
            "or name the tab for the force whose plans these are, and load again.",
        )  # fmt: skip


def _say_unnamed(book: Collated, graded: list[GradedReview], reviews: tuple[Review, ...]) -> None:
    """A tab's name that speaks of who reviewed and names no known force: misspelt, or cut off by Excel."""
    unsaid = [one.tab for one, review in zip(graded, reviews, strict=True) if review.reviewing_force is None]
    for tab in {tab.sheet.name: tab for tab in unsaid if tab.name.by_whom is not None}.values():
        book.warn(
            "unknown_reviewing_force", tab.sheet.name, "",
            f"The name of the tab “{tab.sheet.name.strip()}” says who reviewed but names no known force: it may be "
            "misspelt, or cut off. Name the reviewing force on the tab and load again.",
        )  # fmt: skip


def _say_counts(book: Collated, reviews: tuple[Review, ...]) -> None:
    """Not four reviews, or two at one risk level: kept as they are, and said."""
    by_pair: dict[tuple[str, Quarter], list[Review]] = defaultdict(list)
    for review in reviews:
        by_pair[review.force, review.quarter].append(review)
    for (force, quarter), found in by_pair.items():
        sheet = found[0].sheet
        if len(found) != book.network.reviews_expected:
            book.info(
                "review_count", sheet, "",
                f"{force} has {len(found)} reviews in {quarter.short}; {book.network.reviews_expected} are expected.",
            )  # fmt: skip
        levels = Counter(review.risk_level for review in found if review.risk_level)
        double = [level.label.lower() for level, count in levels.items() if count > 1]
        if double and len(found) <= len(RiskLevel):
            book.info("same_risk_level", sheet, "", f"{force} has more than one review at {' and '.join(double)} risk.")
