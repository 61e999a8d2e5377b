"""A block for each question, a line in it for each review: seen as a list with the question beside each review."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from arms_analytics.workbook.cells import Area, Cell, Place, Sheet
from arms_analytics.workbook.tables import lists
from arms_analytics.workbook.tables.anchors import heads_a_review, names_risk
from arms_analytics.workbook.tables.facts import ATTRIBUTES
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.list_columns import Columns
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.table import TabledReview
from arms_analytics.workbook.tables.titles import names_a_quarter
from arms_analytics.workbook.texts.grade_words import GradeWords
from arms_analytics.workbook.texts.labels import label, said
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.shapes import is_code, is_number, is_reference

FEWEST = 3
"""Questions with a block each; two may be anything."""
ALIKE = 0.6
NUMBER, QUESTION = 1, 2
"""The columns set before those of the tab."""


@dataclass(slots=True)
class Block:
    """A question's number and wording (one may be None) and the lines below it, a review each."""

    number: Cell | None
    wording: Cell
    lines: list[int]


class Unfolded(Grid):
    """A grid with each block's question set before its reviews."""

    def __init__(self, sheet: Sheet, words: GradeWords, blocks: list[Block]) -> None:
        self._asked = {line: block for block in blocks for line in block.lines}
        cells = {(line, c + QUESTION): cell for (line, c), cell in sheet.cells.items() if line in self._asked}
        for line, block in self._asked.items():
            cells[line, QUESTION] = block.wording
            if block.number is not None:
                cells[line, NUMBER] = block.number
        merged = [
            Area(a.top, a.left + QUESTION, a.bottom, a.right + QUESTION) for a in sheet.merged if a.top in self._asked
        ]
        super().__init__(replace(sheet, cells=cells, merged=merged), words)

    def back(self, line: int, column: int) -> Place:
        """The place on the tab itself."""
        if column > QUESTION:
            return line, column - QUESTION
        block = self._asked[line]
        cell = block.number if column == NUMBER and block.number is not None else block.wording
        return cell.row, cell.column


def read(sheet: Sheet, natures: Natures, without: frozenset[Place]) -> list[TabledReview]:
    """The reviews of a tab of such blocks; none where there are too few, or they do not list the same reviews."""
    lines = _lines(sheet, without)
    blocks = _blocks(lines, natures)
    told = Counter(tuple(_name(lines[line]) for line in block.lines) for block in blocks)
    asked = {(block.number and block.number.text, block.wording.text) for block in blocks}
    usual, often = told.most_common(1)[0] if told else ((), 0)
    if often < max(FEWEST, ALIKE * len(blocks)) or len(asked) < len(blocks):
        return []
    if any(len(set(names)) < len(names) for names in told) and set(told) != {usual}:
        return []  # a review answers no question twice; nameless ones are told apart by their order alone
    columns = _columns(lines, blocks, natures)
    key = frozenset((line, column + QUESTION) for line, column in without)
    return lists.listed(Unfolded(sheet, natures.words, blocks), natures, key, columns) if columns.grade else []


def _name(cells: list[Cell]) -> str:
    """What heads a line's review: plans of one level differ in their references, a force's in their levels."""
    first, *rest = cells
    levels = itertools.takewhile(lambda cell: heads_a_review(said(cell.text)), rest)
    return plain(" ".join([first.text, *(cell.text for cell in [*levels, *(c for c in rest if is_reference(c.text))])]))


def _lines(sheet: Sheet, key: frozenset[Place]) -> dict[int, list[Cell]]:
    """The cells of each line that has a text, from the first text on, in order."""
    found: dict[int, list[Cell]] = defaultdict(list)
    for place in sorted(sheet.cells):
        cell = sheet.cells[place]
        if place not in key and (cell.text or found.get(place[0])):
            found[place[0]].append(cell)
    return found


def _blocks(lines: dict[int, list[Cell]], natures: Natures) -> list[Block]:
    """All blocks of two reviews and more. What begins right of the reviews' names goes on with a review's feedback."""
    found: list[Block] = []
    asked: Block | None = None
    names = 0
    for line, cells in lines.items():
        if _is_of_a_review(cells, natures):
            names = cells[0].column
            if asked is not None:
                asked.lines.append(line)
        elif cells[0].column <= (names or cells[0].column) and not _heads_columns(cells, asked):
            asked = _question(cells, natures)
            found += [asked] if asked is not None else []
    return [block for block in found if len(block.lines) > 1]


def _heads_columns(cells: list[Cell], asked: Block | None) -> bool:
    """Whether a line has nothing but labels. One alone, below the reviews of a question, asks: "Priority level"."""
    texts = [cell.text for cell in cells if cell.text]
    return all(map(label, texts)) and not (len(texts) == 1 and asked is not None and asked.lines)


def _is_of_a_review(cells: list[Cell], natures: Natures) -> bool:
    """Whether a line begins with what heads a review (a risk level, "Review 2", a reference), and heads no others.

    So does a force's name that grades stand behind.
    """
    first, *rest = cells
    if natures.is_name(first.text):
        return any(map(natures.is_box, rest))
    headed = heads_a_review(said(first.text)) or is_reference(first.text)
    return headed and (any(map(natures.is_box, rest)) or not any(heads_a_review(said(cell.text)) for cell in rest))


def _question(cells: list[Cell], natures: Natures) -> Block | None:
    """The question that a line asks: its wording, perhaps behind its number, and nothing else."""
    texts = [cell for cell in cells if cell.text]
    if len(texts) > 2 or (len(texts) == 2 and not is_number(texts[0].text)):
        return None
    wording = texts[-1]
    if natures.is_word(wording) or natures.is_name(wording.text) or names_a_quarter(wording.text):
        return None
    return Block(texts[0] if len(texts) == 2 else None, wording, [])


def _columns(lines: dict[int, list[Cell]], blocks: list[Block], natures: Natures) -> Columns:
    """What each column of the reviews holds: what its own head says, or else what stands in it."""
    first = blocks[0]
    heads = {
        cell.column: kind
        for line, cells in lines.items()
        for cell in cells
        if line < first.lines[0] and line != first.wording.row and (kind := label(cell.text))
    }
    columns: dict[int, list[Cell]] = defaultdict(list)
    for line in (line for block in blocks for line in block.lines):
        for cell in lines[line]:
            columns[cell.column].append(cell)
    found = Columns(head=0, question=QUESTION, number=NUMBER)
    names, *others = sorted(columns)
    found.attributes[names + QUESTION] = _named(columns[names], natures)
    for column in others:
        kind, at = heads.get(column) or _held(columns[column], natures), column + QUESTION
        if kind in ("grade", "grade and feedback") and not found.grade:
            found.grade = at
        elif kind == "feedback":
            found.feedback.append(at)
        elif kind in ATTRIBUTES:
            found.attributes[at] = kind
    return found


def _named(cells: list[Cell], natures: Natures) -> str:
    if _often(cells, lambda cell: natures.is_name(cell.text)):
        return "force"
    return "ref" if _often(cells, lambda cell: is_code(cell.text)) else "review"


def _held(cells: list[Cell], natures: Natures) -> str:
    if _often(cells, natures.is_box):
        return "grade"
    if _often(cells, lambda cell: names_risk(said(cell.text))):
        return "risk"
    return "ref" if _often(cells, lambda cell: is_code(cell.text)) else "feedback"


def _often(cells: list[Cell], holds: Callable[[Cell], bool]) -> bool:
    return sum(map(holds, cells)) > ALIKE * len(cells)
