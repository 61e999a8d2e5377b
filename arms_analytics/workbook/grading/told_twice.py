"""A tab of the whole region beside the forces' own: a summary is left out, a second telling is asked about."""

from __future__ import annotations

import itertools
from collections import defaultdict

from arms_analytics.vocabulary import OpenQuestion, Quarter
from arms_analytics.workbook.cells import Cell, addresses
from arms_analytics.workbook.collated import Collated
from arms_analytics.workbook.grading.tab_reviews import GradedReview
from arms_analytics.workbook.tables.heat_maps import ALIKE
from arms_analytics.workbook.tables.table import NO_FACT
from arms_analytics.workbook.texts.plain import plain


def once(book: Collated, graded: list[GradedReview]) -> list[GradedReview]:
    """The reviews without those that another tab tells too. Two tabs named for one force were settled before."""
    shown: dict[str, list[tuple[GradedReview, GradedReview]]] = defaultdict(list)
    own: dict[tuple[str, Quarter, str], list[GradedReview]] = defaultdict(list)
    for review in graded:
        if review.tab.force is not None:
            own[_identity(review)].append(review)
    for review in graded:
        others = [] if review.tab.force is not None else _shown_by(review, own[_identity(review)])
        if others:  # of two plans of one level that which it shows
            other = min(others, key=lambda other: len(_differing(review, other)))
            shown[review.tab.sheet.name].append((review, other))
    left_out: set[int] = set()
    for sheet, pairs in shown.items():
        differing = [cell for review, other in pairs for cell in _differing(review, other)]
        if len(differing) <= (1 - ALIKE) * sum(len(review.grades) for review, _ in pairs):
            left_out |= {id(review) for review, _ in pairs}
            _say_shown(book, sheet, differing)
    return _asked(book, [review for review in graded if id(review) not in left_out])


def _shown_by(review: GradedReview, own: list[GradedReview]) -> list[GradedReview]:
    """Those of a force's own that have as many grades, where nothing has a word of feedback on the tab of no force."""
    told = any(box.feedback or box.in_box for box in review.tabled.boxes)
    return [] if told else [other for other in own if len(review.grades) == len(other.grades)]


def _identity(review: GradedReview) -> tuple[str, Quarter, str]:
    return review.force, review.quarter, review.tabled.facts.get("risk", NO_FACT).text


def _differing(review: GradedReview, other: GradedReview) -> list[Cell]:
    boxes = zip(review.tabled.boxes, review.grades, other.grades, strict=True)
    return [box.grade for box, mine, its in boxes if box.grade is not None and mine.grade != its.grade]


def _say_shown(book: Collated, sheet: str, differing: list[Cell]) -> None:
    if differing:
        book.warn(
            "summary_differs", sheet, addresses(differing),
            "This tab sums up the forces' own, but these grades are others than there. The forces' tabs were read; "
            "correct whichever is wrong.",
        )  # fmt: skip
    else:
        book.info("summary_tab", sheet, "", f"The tab “{sheet.strip()}” sums up the forces' own and was not read.")


def _asked(book: Collated, graded: list[GradedReview]) -> list[GradedReview]:
    """The reviews; where a force has some of one quarter on its own tab and others elsewhere, as answered."""
    together: dict[tuple[str, Quarter], list[GradedReview]] = defaultdict(list)
    for review in graded:
        together[review.force, review.quarter].append(review)
    held: dict[str, str] = {}
    for (force, _), reviews in together.items():
        names = list(dict.fromkeys(review.tab.sheet.name for review in reviews))
        again = len(names) > 1 and any(_may_be_same(*pair) for pair in itertools.combinations(reviews, 2))
        if again and force not in held:
            held[force] = _holder(book, force, names)
    return [r for r in graded if plain(held.get(r.force, "")) in ("", plain(r.tab.sheet.name))]


def _may_be_same(one: GradedReview, other: GradedReview) -> bool:
    """Whether two tabs, not both the force's own, may tell one review: nothing that both say of it differs."""
    if one.tab is other.tab or (one.tab.force and other.tab.force) or _identity(one) != _identity(other):
        return False
    told, its = one.tabled.facts, other.tabled.facts
    differing = any(told[kind].text != its[kind].text for kind in ("ref", "reviewing") if kind in told and kind in its)
    by = {one.tab.name.by, other.tab.name.by} - {None}
    return not differing and len(by) < 2


def _holder(book: Collated, force: str, names: list[str]) -> str:
    """The tab that holds a force's reviews by a person's answer; empty (and asked, and refused) without one."""
    key = f"duplicate/{force}"
    answer = book.answers.get(key)
    if answer is not None and plain(answer) in map(plain, names):
        return answer
    listed = " and ".join(f"“{name.strip()}”" for name in names)
    text = f"Which of the tabs {listed} holds {force}'s reviews?"
    book.open_questions.append(OpenQuestion(key, "duplicate_force", names[-1], "", text, tuple(names)))
    book.error(
        "duplicate_force", names[-1],
        f"{force} has reviews on more than one tab: {listed}. Remove those that do not count, or answer which holds.",
    )  # fmt: skip
    return ""
