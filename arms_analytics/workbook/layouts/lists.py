"""A long list: one line per review and question, the review's attributes in columns, filled down or written once."""

from __future__ import annotations

from collections import Counter

from arms_analytics.workbook.cells import address
from arms_analytics.workbook.labels import label, said
from arms_analytics.workbook.layouts.axis import Entry
from arms_analytics.workbook.layouts.blocks import ROLES, Block
from arms_analytics.workbook.layouts.heads import facts
from arms_analytics.workbook.layouts.natures import PROSE, is_code
from arms_analytics.workbook.layouts.table import Box, TabledReview, Wording
from arms_analytics.workbook.words import plain

Facts = dict[str, tuple[str, str]]
_OF_A_REVIEW = ("force", "quarter", "ref", "code", "risk", "officer", "review", "reviewing")


def attribute_columns(block: Block) -> dict[int, str]:
    """Columns whose lines say the risk level and other attributes of a review: {column: kind}. Empty: no list."""
    found: dict[int, str] = {}
    lines = [entry.line for entry in block.entries]
    for column in range(1, block.grid.last_column + 1):
        if column == block.axis.column or column == block.axis.numbers:
            continue
        here = [line for line in lines if block.grid.anchored(line, column) and block.grid.text(line, column)]
        risks = sum(block.grid.said(line, column).risk is not None for line in here)
        headed = _header(block, column)
        if risks >= 2 and risks >= 0.8 * len(here) and headed not in ROLES:
            found[column] = "risk"
        elif headed in ("ref", "officer", "reviewing", "force", "team", "quarter", "date", "review"):
            found[column] = headed
    if "risk" in found.values() or _told_by_lines(block, found):
        return found
    return {}


def _told_by_lines(block: Block, found: dict[int, str]) -> bool:
    """Without a risk column: references stand on the questions' own lines and the wordings repeat."""
    wordings = Counter(plain(entry.text) for entry in block.entries)
    repeated = sum(count > 1 for count in wordings.values()) >= 0.5 * len(wordings)
    return repeated and any(kind in ("ref", "officer", "review") for kind in found.values())


def _header(block: Block, column: int) -> str:
    for line in range(block.entries[0].line - 1, max(0, block.entries[0].line - 4), -1):
        kind = label(block.grid.text(line, column))
        if kind:
            return kind
    return ""


def read(block: Block, attributes: dict[int, str]) -> list[TabledReview]:
    """The reviews of a list, in the order of their first lines."""
    grade, feedback = _box_columns(block, attributes)
    reviews: list[TabledReview] = []
    by_key: dict[tuple[object, ...], list[TabledReview]] = {}
    current: Facts = {}
    for entry in block.entries:
        told = _facts(block, entry, attributes)
        current = told if _begins(current, told) else current | told
        key = tuple(current[kind][0].strip().casefold() for kind in _OF_A_REVIEW if kind in current)
        review = _review_for(entry, by_key.setdefault(key, []), reviews, block, current)
        review.boxes.append(_box(block, entry, grade, feedback))
    return reviews


def _begins(current: Facts, told: Facts) -> bool:
    """Whether these attributes are another review's: any of them differs from what holds so far."""
    return any(kind in current and current[kind][0].strip() != text.strip() for kind, (text, _) in told.items())


def _review_for(
    entry: Entry, same: list[TabledReview], reviews: list[TabledReview], block: Block, current: Facts
) -> TabledReview:
    """The review of these attributes that has no answer to this question yet; a new one when all have."""
    for review in same:
        if not any(box.wording.text == entry.text and box.wording.number == entry.number for box in review.boxes):
            return review
    review = TabledReview(said=dict(current), place=block.grid.back(entry.line, block.axis.column))
    same.append(review)
    reviews.append(review)
    return review


def _facts(block: Block, entry: Entry, attributes: dict[int, str]) -> Facts:
    gathered: Facts = {}
    for column, kind in attributes.items():
        text = block.grid.text(entry.line, column)
        if not text:
            continue
        area = block.grid.area(entry.line, column)
        where = address(*block.grid.back(area.top, area.left))
        found = said(text)
        if kind == "risk" and not (found.risk or found.parts):
            continue
        gathered |= facts(found, text, kind, where) if found.risk or found.parts else {kind: (text, where)}
    return gathered


def _box_columns(block: Block, attributes: dict[int, str]) -> tuple[int | None, list[int]]:
    """The column of the grades, and those of the feedback."""
    roles: dict[int, str] = {}
    for column in range(1, block.grid.last_column + 1):
        if column in attributes or column in (block.axis.column, block.axis.numbers):
            continue
        kind = _header(block, column)
        if kind in ROLES:
            roles[column] = kind
    graded = [column for column, kind in roles.items() if kind != "feedback"]
    if not graded:
        graded = _by_look(block, attributes)
    feedback = [column for column, kind in roles.items() if kind == "feedback"]
    if not feedback:
        feedback = [c for c in block.columns if c not in graded and c not in attributes and _prose(block, c)]
    return (graded[0] if graded else feedback[0] if feedback else None), feedback


def _by_look(block: Block, attributes: dict[int, str]) -> list[int]:
    found = Counter[int]()
    for entry in block.entries:
        for column in block.columns:
            cell = block.grid.at(entry.line, column)
            if cell is not None and column not in attributes and block.natures.is_box(cell):
                found[column] += 1
    return [column for column, _ in found.most_common(1)]


def _prose(block: Block, column: int) -> bool:
    return any(len(block.grid.text(entry.line, column)) > PROSE for entry in block.entries)


def _box(block: Block, entry: Entry, grade: int | None, feedback: list[int]) -> Box:
    grid = block.grid
    wording = Wording(entry.number, entry.text, grid.back(entry.line, block.axis.column))
    home = grade if grade is not None else block.axis.column + 1
    box = Box(wording, grid.back(entry.line, home), grid.at(entry.line, home))
    box.in_box = home in feedback or not feedback
    for column in feedback:
        cell = grid.at(entry.line, column)
        if cell is not None and cell.text and column != home:
            box.feedback.append(cell)
    return box


def looks_like_a_code(text: str) -> bool:
    """Whether a bare value is a reference."""
    return is_code(text)
