"""Read one tab: every reading that its heads allow, and of these the one that explains most of its boxes."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator

from arms_analytics.workbook.cells import Cell, Place, Sheet
from arms_analytics.workbook.tables import (
    across,
    anchors,
    asides,
    blocks,
    echoes,
    footers,
    heat_maps,
    level_below,
    level_in_reference,
    lists,
    question_blocks,
    rearranged,
    titles,
    written_once,
)
from arms_analytics.workbook.tables.body import Bounds
from arms_analytics.workbook.tables.facts import text_before
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.left_over import left_over
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.table import Box, Table, TabledReview
from arms_analytics.workbook.texts.absent import says_none
from arms_analytics.workbook.texts.sums import is_overall

ALIKE = 0.8
"""The reviews of a tab are asked the same questions, but for so many."""


def recognise(sheet: Sheet, natures: Natures, key: frozenset[Place] = frozenset()) -> Table | None:
    """The reviews of a tab; None when nothing on it looks like a table of graded questions. `key` is no part of it."""
    key |= footers.find(sheet, natures)
    best: Table | None = None
    for turned, reviews in _readings(sheet, natures, key):
        table = _table(sheet, natures, turned, reviews, key)
        if table is not None and (best is None or table.score > best.score):
            best = table
            if _explains_everything(sheet, natures, table, key):
                break
    if best is not None:
        written_once.carry(best.reviews)
        level_in_reference.tell(best.reviews)
        titles.hand_down(sheet, best, natures)
        best.aside += asides.take_comments(best.reviews, natures)
        best.astray = [cell for cell in best.astray if cell not in best.aside]
        heat_maps.leave_out(best, natures)
    return best


def _explains_everything(sheet: Sheet, natures: Natures, table: Table, key: frozenset[Place]) -> bool:
    """Whether a reading is plainly right, so that no other need be tried: all told apart, all known, all placed."""
    kinds = {frozenset(review.facts) for review in table.reviews}
    known = len(kinds) == 1 and {"risk", "ref"} <= next(iter(kinds))
    identities = {_identity(review) for review in table.reviews}
    once = all(len(set(asked)) == len(asked) > 1 for asked in table.asked)
    if table.astray or not known or not once or len(identities) < len(table.reviews) or _in_common(table) < ALIKE:
        return False
    boxes = sum(natures.is_box(cell) for place, cell in sheet.cells.items() if place not in key)
    return graded_boxes(table, natures) >= 0.9 * boxes


def _readings(sheet: Sheet, natures: Natures, key: frozenset[Place]) -> Iterator[tuple[bool, list[TabledReview]]]:
    """Whether its lines are the tab's columns, and the reviews that it finds. The likeliest come first."""
    plain = Grid(sheet, natures.words)
    yield False, _side_by_side(plain, natures, anchors.find(plain, natures, key), key)
    turned, turned_key = Grid(sheet, natures.words, turned=True), frozenset((column, line) for line, column in key)
    yield True, _side_by_side(turned, natures, anchors.find(turned, natures, turned_key), turned_key)
    if column := rearranged.question_column(sheet, natures):
        front = rearranged.Rearranged(sheet, natures.words, column)
        front_key = frozenset((line, front.seen(c)) for line, c in key)
        yield False, _side_by_side(front, natures, anchors.find(front, natures, front_key), front_key)
    for grid in (plain, turned):
        if line := level_below.level_line(grid, natures, key):
            first = level_below.LevelsFirst(grid, line)
            first_key = first.seen(key)
            yield grid.turned, _side_by_side(first, natures, anchors.find(first, natures, first_key), first_key)
    yield False, _side_by_side(plain, natures, anchors.by_reference(plain), key)
    yield True, _side_by_side(turned, natures, anchors.by_reference(turned), turned_key)
    yield False, lists.read(plain, natures, key)
    yield True, lists.read(turned, natures, turned_key)
    yield False, question_blocks.read(sheet, natures, key)
    yield False, blocks.read(plain, turned, natures, key)
    yield True, blocks.read(turned, plain, natures, turned_key)


def _side_by_side(
    grid: Grid, natures: Natures, found: dict[int, list[anchors.Anchor]], without: frozenset[Place]
) -> list[TabledReview]:
    """All runs of heads on a tab, each down to the next; heads on neighbouring lines are one run."""
    reviews: list[TabledReview] = []
    lines = _with_grades(grid, natures, _apart(found), found, without)
    for line, after in itertools.pairwise([*lines, grid.last_line + 1]):
        bounds = Bounds(1, 1, after - 1, grid.last_column, without)
        _merge(reviews, across.read(grid, natures, bounds, found[line]), natures)
    return reviews


def _apart(found: dict[int, list[anchors.Anchor]]) -> list[int]:
    """The lines that head a table each: of neighbouring ones the one with most anchors."""
    lines: list[int] = []
    for line in sorted(found):
        if lines and line - lines[-1] <= 2:
            if len(found[line]) > len(found[lines[-1]]):
                lines[-1] = line
        else:
            lines.append(line)
    return lines


def _with_grades(
    grid: Grid, natures: Natures, lines: list[int], found: dict[int, list[anchors.Anchor]], without: frozenset[Place]
) -> list[int]:
    """These lines without those that head, over the same columns once more, the words of the grades above alone."""
    kept: list[int] = []
    for line, after in itertools.pairwise([*lines, grid.last_line + 1]):
        columns = {anchor.column for anchor in found[line]}
        if kept and columns == {anchor.column for anchor in found[kept[-1]]}:
            rows = [row for row in range(line + 1, after) if not is_overall(text_before(grid, row, 1, min(columns)))]
            places = [(row, column) for row in rows for column in columns if (row, column) not in without]
            below = [cell for place in places if (cell := grid.own.get(place)) is not None]
            told = [cell for cell in below if cell.text]
            if told and sum(map(natures.is_box, below)) <= echoes.BOXED * len(told):
                continue
        kept.append(line)
    return kept


def _merge(reviews: list[TabledReview], more: list[TabledReview], natures: Natures) -> None:
    """Add reviews; the same review continued in a further table (a section's own) is joined, a heat map is not."""
    known: dict[tuple[str, ...], list[TabledReview]] = defaultdict(list)
    for earlier in reviews:
        known[_identity(earlier)].append(earlier)
    for review in more:
        mine = _identity(review)
        for earlier in known[mine] if mine else ():
            if _continues(earlier, review, natures):
                earlier.boxes += review.boxes
                break
        else:
            reviews.append(review)
            known[mine].append(review)


def _identity(review: TabledReview) -> tuple[str, ...]:
    kinds = ("ref", "officer", "risk", "review", "quarter", "name")
    return tuple(review.facts[kind].text.strip() for kind in kinds if kind in review.facts)


def _continues(first: TabledReview, other: TabledReview, natures: Natures) -> bool:
    """Whether it is asked other questions, and does not merely show the same grades."""
    disjoint = not {_words(box) for box in first.boxes} & {_words(box) for box in other.boxes}
    return disjoint and not heat_maps.shows(first, other, natures) and not heat_maps.shows(other, first, natures)


def _words(box: Box) -> tuple[str, str]:
    return box.wording.number, box.wording.text


def _table(
    sheet: Sheet, natures: Natures, turned: bool, reviews: list[TabledReview], key: frozenset[Place]
) -> Table | None:
    absent = {id(review): cell for review in reviews if (cell := _said_absent(review, natures))}
    unanswered = [review for review in reviews if id(review) not in absent and not _is_answered(review)]
    reviews = [review for review in reviews if id(review) not in absent and _is_answered(review)]
    if not reviews or _asks_of_forces(reviews, natures) or _stand_on_lines_of_forces(sheet, reviews, natures):
        return None
    table = Table(reviews=reviews, turned=turned, asked=[list(map(_words, review.boxes)) for review in reviews])
    table.unanswered, table.absent = unanswered, list(absent.values())
    boxes = [box for review in reviews for box in review.boxes]
    table.used = {box.place for box in boxes if box.grade is not None}
    table.used |= {place for box in boxes for place in box.unsaid}
    table.used |= {(cell.row, cell.column) for box in boxes for cell in box.feedback}
    table.used |= {(cell.row, cell.column) for cell in table.absent}
    table.aside = asides.find(sheet, table, natures)
    table.astray = [cell for cell in left_over(sheet, table, natures, key) if cell not in table.aside]
    table.score = _score(table, natures)
    return table


def _is_answered(review: TabledReview) -> bool:
    """Whether anybody has written or coloured anything in its boxes; otherwise it is headed and awaited."""
    return any(box.feedback or _says_something(box.grade) for box in review.boxes)


def _asks_of_forces(reviews: list[TabledReview], natures: Natures) -> bool:
    """Whether the questions are for the most part names of forces: lines of reviews, or a summary."""
    wordings = {box.wording.text for review in reviews for box in review.boxes}
    return sum(map(natures.is_name, wordings)) > 0.5 * len(wordings)


def _stand_on_lines_of_forces(sheet: Sheet, reviews: list[TabledReview], natures: Natures) -> bool:
    """Whether most lines begin with names of forces that no review is told of: a tab for one question, no questions."""
    told = {fact.text for review in reviews for fact in review.facts.values()}
    along = int(all(len({box.place[0] for box in review.boxes}) == 1 for review in reviews))  # a line is a column
    first: dict[int, int] = {}
    for review in reviews:
        for box in review.boxes:
            line, place = box.place[along], box.place[1 - along]
            first[line] = min(place, first.get(line, place))
    named = {
        place[along]: cell.text
        for place, cell in sheet.cells.items()
        if place[1 - along] < first.get(place[along], 0)
        and cell.text.strip() not in told
        and natures.is_name(cell.text)
    }
    return len(set(named.values())) > 1 and len(named) > 0.5 * len(first)


def _said_absent(review: TabledReview, natures: Natures) -> Cell | None:
    """The one cell with words of a review that say there is none; they may be merged over all of its boxes."""
    told = [cell for box in review.boxes for cell in (box.grade, *box.feedback) if _says_something(cell)]
    worded = {(cell.row, cell.column): cell for cell in told if cell is not None and (cell.text or cell.note)}
    if len(worded) != 1 or len(review.boxes) < 2:
        return None
    said = next(iter(worded.values()))
    graded = any(cell is not said and cell is not None and natures.is_box(cell) for cell in told)
    return None if graded or not says_none(said.text) else said


def _says_something(cell: Cell | None) -> bool:
    return cell is not None and bool(cell.text or cell.colour or cell.note or cell.unsettled)


def _score(table: Table, natures: Natures) -> float:
    """How well a reading explains the tab: boxes placed in reviews of which much is known, less what is astray.

    Reviews that nothing tells apart or that answer one question alone (the lines of a list), questions that one review
    answers twice, and questions that only one review is asked (they may be somebody's feedback) speak against it.
    """
    total = 0.0
    for review, asked in zip(table.reviews, table.asked, strict=True):
        graded = sum(_is_graded(box, natures) for box in review.boxes)
        texts = sum(bool(box.feedback) for box in review.boxes)
        known = (1.0 if "risk" in review.facts else 0.5) + 0.05 * len({"ref", "officer"} & review.facts.keys())
        total += known * (graded + 0.25 * texts) * len(set(asked)) / max(2, len(asked))
    told_apart = len({_identity(review) for review in table.reviews}) / len(table.reviews)
    return total * told_apart * (1 + _in_common(table)) / 2 - len(table.astray)


def _in_common(table: Table) -> float:
    """The share of boxes whose question another review is asked too; all of them where there is one review."""
    if len(table.asked) == 1:
        return 1.0
    reviews = Counter(words for asked in table.asked for words in set(asked))
    counts = [reviews[words] > 1 for asked in table.asked for words in asked]
    return sum(counts) / len(counts)


def _is_graded(box: Box, natures: Natures) -> bool:
    """Whether a box shows a grade."""
    return box.grade is not None and bool(box.grade.colour or natures.is_box(box.grade))


def graded_boxes(table: Table, natures: Natures) -> int:
    """How many boxes show a grade."""
    return sum(_is_graded(box, natures) for review in table.reviews for box in review.boxes)
