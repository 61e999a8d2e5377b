"""Read one tab: form the tables in both directions, keep the reading that leaves nothing over, verify it."""

from __future__ import annotations

import re
from collections.abc import Collection

from arms_analytics.workbook.cells import Cell, Sheet
from arms_analytics.workbook.labels import said
from arms_analytics.workbook.layouts import axis as axes
from arms_analytics.workbook.layouts import blocks, columns, lists
from arms_analytics.workbook.layouts.axis import Axis
from arms_analytics.workbook.layouts.blocks import Block
from arms_analytics.workbook.layouts.grid import Grid
from arms_analytics.workbook.layouts.natures import PROSE, Natures, is_count, is_overall
from arms_analytics.workbook.layouts.pairs import Pair
from arms_analytics.workbook.layouts.table import Box, Place, Table, TabledReview
from arms_analytics.workbook.words import plain


def recognise(sheet: Sheet, natures: Natures, told: list[Pair], key: Collection[Place] = ()) -> Table | None:
    """The reviews of a tab; None when nothing on it looks like a table of graded questions.

    `key` are the places of the tab's own key, which are no part of any table.
    """
    beside = {*key, *footers(sheet, natures)}
    grids = [Grid(sheet, natures.words, turned, beside) for turned in (False, True)]
    tries = [(found[0].likelihood, grid, found) for grid in grids for found in axes.hypotheses(grid, natures)]
    best: Table | None = None
    for _, grid, found in sorted(tries, key=lambda attempt: -attempt[0]):
        table = _read(grid, natures, told, found)
        if table is not None and (best is None or table.score > best.score):
            best = table
            if _leaves_nothing(sheet, table, natures):
                break
    if best is not None:
        best.astray += [cell for cell in left_over(sheet, best, natures, beside) if cell not in best.astray]
    return best


def _leaves_nothing(sheet: Sheet, table: Table, natures: Natures) -> bool:
    """Whether a reading is plainly right: every review's risk level known, nothing astray, all boxes placed."""
    if table.astray or any("risk" not in review.said for review in table.reviews):
        return False
    boxes = sum(1 for cell in sheet.cells.values() if natures.is_box(cell))
    return graded_boxes(table, natures) >= 0.9 * boxes


def _read(grid: Grid, natures: Natures, told: list[Pair], found: list[Axis]) -> Table | None:
    table = Table()
    for block in blocks.split(grid, natures, found):
        attributes = lists.attribute_columns(block)
        if attributes:
            reviews = lists.read(block, attributes)
            table.family = "list"
        else:
            reviews = columns.read(block)
            table.family = "turned" if grid.turned else "columns"
            if len(reviews) == 1:
                _add_pairs(block, reviews[0], told)
        _merge(table.reviews, reviews)
        table.astray += _astray(block, reviews)
    table.reviews = [review for review in table.reviews if _holds_anything(review)]
    table.used = {box.place for review in table.reviews for box in review.boxes} | {
        (cell.row, cell.column) for review in table.reviews for box in review.boxes for cell in box.feedback
    }
    table.explained = {grid.back(line, axis.column) for axis in found for line in axis.lines}
    table.score = _score(table, natures)
    return table if table.reviews else None


def _add_pairs(block: Block, review: TabledReview, told: list[Pair]) -> None:
    """A block with one review: what labels say in its heads, or in the margin before it, is said of that review."""
    right = block.columns[-1] if block.columns else block.axis.column
    for pair in told:
        line, column = block.grid.back(*pair.place)
        above = block.top <= line < block.entries[0].line and block.left <= column <= right
        beside = block.top <= line <= block.bottom and block.left <= column < block.axis.column
        if (above or beside) and pair.kind not in review.said:
            review.said[pair.kind] = (pair.text, pair.where)


def _merge(reviews: list[TabledReview], more: list[TabledReview]) -> None:
    """Add a block's reviews; the same review continued in a further block (a section's own table) is joined."""
    for review in more:
        mine = _identity(review)
        for earlier in reviews:
            if mine and _identity(earlier) == mine and _disjoint(earlier, review):
                earlier.boxes += review.boxes
                break
        else:
            reviews.append(review)


def _identity(review: TabledReview) -> tuple[str, ...]:
    kinds = ("ref", "code", "officer", "risk", "review")
    return tuple(review.said[kind][0].strip() for kind in kinds if kind in review.said)


def _disjoint(first: TabledReview, other: TabledReview) -> bool:
    return not {box.wording.text for box in first.boxes} & {box.wording.text for box in other.boxes}


def _holds_anything(review: TabledReview) -> bool:
    return any(box.feedback or _says_something(box.grade) for box in review.boxes)


def _says_something(cell: Cell | None) -> bool:
    return cell is not None and bool(cell.text or cell.colour or cell.note or cell.unsettled)


def _astray(block: Block, reviews: list[TabledReview]) -> list[Cell]:
    """Boxes and prose on the questions' lines that belong to no review."""
    grid, natures = block.grid, block.natures
    used: set[Place] = set()
    for review in reviews:
        for box in review.boxes:
            used.add(box.place)
            used |= {(cell.row, cell.column) for cell in box.feedback}
    found = []
    for entry in block.entries:
        for line in range(entry.line, entry.last + 1):
            if blocks.is_band(grid, block.axis, line):
                continue
            for column in grid.lines.get(line, ()):
                cell = grid.cells[line, column]
                if column not in block.columns or (cell.row, cell.column) in used or not reviews:
                    continue
                if natures.is_box(cell) or len(cell.text) > PROSE:
                    found.append(cell)
    return found


def _score(table: Table, natures: Natures) -> float:
    """How well a reading explains the tab: boxes placed in reviews whose risk level is known, less what is astray."""
    total = 0.0
    for review in table.reviews:
        graded = sum(1 for box in review.boxes if _is_graded(box, natures))
        words = sum(len(box.wording.text) > 8 for box in review.boxes) / max(1, len(review.boxes))
        texts = sum(bool(box.feedback) for box in review.boxes)
        weight = (1.0 if "risk" in review.said else 0.5) * (0.5 + 0.5 * words)
        total += weight * (graded + 0.25 * texts)
    return total * _plausible(table, natures) - len(table.astray)


def _plausible(table: Table, natures: Natures) -> float:
    """0..1: reviews differ in what is said of them, questions are several, and worded as elsewhere in the workbook."""
    identities = {_identity(review) for review in table.reviews}
    wordings = {plain(box.wording.text) for review in table.reviews for box in review.boxes}
    known = sum(wording in natures.shared for wording in wordings) / max(1, len(wordings))
    told_apart = len(identities) / max(1, len(table.reviews))
    return told_apart * min(1.0, (len(wordings) + 1) / 5) * (0.6 + 0.4 * known)


def _is_graded(box: Box, natures: Natures) -> bool:
    return box.grade is not None and bool(box.grade.colour or natures.is_box(box.grade))


def graded_boxes(table: Table, natures: Natures) -> int:
    """How many boxes show a grade."""
    return sum(_is_graded(box, natures) for review in table.reviews for box in review.boxes)


def left_over(sheet: Sheet, table: Table, natures: Natures, key: Collection[Place]) -> list[Cell]:
    """Grade words, filled boxes and prose in or around the table that belong to no box and that nothing explains."""
    lines = [box.place[0] for review in table.reviews for box in review.boxes]
    rights = [place[1] for place in table.used]
    wordings = {box.wording.place for review in table.reviews for box in review.boxes}
    first, last, right = min(lines), max(lines), max(rights)
    found = []
    for place, cell in sheet.cells.items():
        if place in table.used or place in key or place in wordings or place in table.explained:
            continue
        inside = first <= place[0] <= last and place[1] <= right
        worded = natures.is_word(cell) and len(cell.text) > 1 and not cell.text.strip().isdigit()
        filled = not cell.text and cell.colour is not None and natures.boxy(cell.colour)
        if (worded and place[0] >= first) or (filled and inside):
            found.append(cell)
    return [cell for cell in found if not _explained(sheet, cell, natures)]


def _explained(sheet: Sheet, cell: Cell, natures: Natures) -> bool:
    """A section's bar, a line that counts or sums up, a key without a heading."""
    beside = [other for place, other in sheet.cells.items() if place[0] == cell.row]
    beside.sort(key=lambda other: other.column)
    if len(beside) > 1 and len({other.colour for other in beside}) == 1 and not natures.is_word(cell):
        return True
    first = next((other.text for other in beside if other.text), "")
    return natures.words.named(first) is not None or is_count(first) or is_overall(first) or bool(said(first))


def footers(sheet: Sheet, natures: Natures) -> set[Place]:
    """The places of lines that count grades below a table ("Outstanding 8 5 1 4", "No. below good 9"): no boxes."""
    by_line: dict[int, list[Cell]] = {}
    for place in sorted(sheet.cells):
        by_line.setdefault(place[0], []).append(sheet.cells[place])
    found: set[int] = set()
    for line, cells in sorted(by_line.items()):
        texts = [cell for cell in cells if cell.text]
        values = texts[1:]
        if not values or not all(_is_figure(cell) for cell in values):
            continue
        detached = line - 1 not in by_line or line - 1 in found
        if natures.words.named(texts[0].text) or (detached and is_count(texts[0].text)):
            found.add(line)
    return {(line, cell.column) for line in found for cell in by_line[line]}


def _is_figure(cell: Cell) -> bool:
    return isinstance(cell.value, int | float) or bool(re.fullmatch(r"\s*\d+(?:\.\d+)?\s*%?\s*", cell.text))
