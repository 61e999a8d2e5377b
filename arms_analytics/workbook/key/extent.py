"""What is plainly a key, and how far it reaches: told from boxes that hold every grade once, and from counts."""

from __future__ import annotations

import re

from arms_analytics.vocabulary import NOT_APPLICABLE
from arms_analytics.workbook.cells import Cell, Place, Sheet
from arms_analytics.workbook.key.entries import KeyEntry, all_in_one, names
from arms_analytics.workbook.key.questions_beside import Elsewhere, are_questions, ask_again
from arms_analytics.workbook.texts.grade_words import GradeWords
from arms_analytics.workbook.texts.labels import NOTHING, label, said
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.quarters import is_quarter

LARGEST = 6
"""So many cells a line has a key with all that belongs to it; what touches more is part of a table."""
ABOVE, BELOW = 4, 3
"""So many lines above and below its entries a key's heading and remarks may take."""
_HEADING = re.compile(
    r"\b(?:key|legend|guide|guidance|colou?r codes?|colou?rs?|meanings?|means|definitions?|hmicfrs gradings?)"
    r"\s*(?:$|[:(=/-]|(?:to|for|of|used|mean)\b)"
)
"""Such words end a heading or open its list; "Key points missed" is somebody's feedback."""
OF_REMARKS = ("grade", "feedback", "date", "status")
"""What labels may say of a remark below a key: "Note: ..."."""
_TAB = re.compile(
    r"\b(?:key|legend|guide|guidance|notes|lookup|definitions?|instructions?|read ?me|help)\b"
    r"|^(?:(?:the|hmicfrs|arms|qa|rag|colou?r) )*grad(?:ing|es)\b"
)
"""Such a tab explains; but "Cheshire grades" holds them."""
_NEXT_BUT_ONE = ((0, -2), (0, 2), (-2, 0), (2, 0))
_FIGURE = re.compile(r"\s*(?:\d+(?:\.\d+)?\s*%?)?\s*")


def is_headed(sheet: Sheet, run: list[KeyEntry]) -> bool:
    """Whether the run is plainly a key: its tab's name, its heading, or its "1 = Outstanding" form says so."""
    if _TAB.search(plain(sheet.name)) or (sum(bool(entry.marks) for entry in run) >= 3 and all_in_one(sheet, run)):
        return True
    if _has_boxes_beside(sheet, run):
        return False
    top, left = run[0].place
    for line in range(top, top - 4, -1):
        for column in range(left, left - 3, -1):
            cell = sheet.cells.get((line, column))
            if (
                cell
                and cell.text
                and len(cell.text) < 60
                and _HEADING.search(plain(cell.text))
                and label(cell.text) != "grade"
                and (line, column) != (top, left)
                and not label(cell.text)
            ):
                return True
    return False


def _has_boxes_beside(sheet: Sheet, run: list[KeyEntry]) -> bool:
    """Whether other cells of the run's colours stand next to it but one: boxes of a table, with feedback between."""
    colours = {colour for entry in run for colour in entry.colours}
    mine = {place for entry in run for place in entry.places}
    around = {(row + down, column + right) for row, column in mine for down, right in _NEXT_BUT_ONE} - mine
    return sum((cell := sheet.cells.get(place)) is not None and cell.colour in colours for place in around) > 1


def apart(sheet: Sheet, run: list[KeyEntry], words: GradeWords, elsewhere: Elsewhere) -> set[Place]:
    """The places of a run with all that belongs to it, if it is a key; empty if it may be boxes."""
    if not is_headed(sheet, run) and are_questions(sheet, run, elsewhere):
        return set()
    if len({entry.place[1] for entry in run}) > 1:
        return _along_a_row(sheet, run, words)
    if _is_headed_as_boxes(sheet, run) or _counts(sheet, run):
        return set()
    if not is_whole(run, words) and not _has_swatches(sheet, run) and not is_headed(sheet, run):
        return set()
    own = {place for entry in run for place in entry.places}
    beside = _touching(sheet, run, own)
    if any(_is_grade(sheet, place, words) for place in beside - own) or ask_again(sheet, run, beside - own):
        return set()
    reached = beside | _remarks(sheet, run, beside)
    in_rows = [cell for entry in run for cell in sheet.rows[entry.place[0]]]
    in_column = [cell for cell in sheet.columns[run[0].place[1]] if names(cell.text, words)]
    if _further(in_rows, reached) and _further(in_column, reached):
        return set()
    return reached if len(reached) <= LARGEST * len(run) else own


def _further(cells: list[Cell], reached: set[Place]) -> list[Cell]:
    """Those with a text that are not reached."""
    return [cell for cell in cells if cell.text and (cell.row, cell.column) not in reached]


def _along_a_row(sheet: Sheet, run: list[KeyEntry], words: GradeWords) -> set[Place]:
    """The places of a run along a row on which, but for "Key", nothing else stands."""
    row, own = run[0].place[0], {place for entry in run for place in entry.places}
    others = _further(sheet.rows[row], own)
    headed = all(_HEADING.search(plain(cell.text)) and not label(cell.text) for cell in others)
    return own | {(row, cell.column) for cell in others} if headed and is_whole(run, words) else set()


def _touching(sheet: Sheet, run: list[KeyEntry], own: set[Place]) -> set[Place]:
    """The cells on the entries' own lines that touch them, one through another."""
    rows = {entry.place[0] for entry in run}
    reached, edge = set(own), list(own)
    while edge:
        row, column = edge.pop()
        around = ((row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1))
        more = [near for near in around if near[0] in rows and near in sheet.cells and near not in reached]
        reached.update(more)
        edge += more
    return reached


def _remarks(sheet: Sheet, run: list[KeyEntry], beside: set[Place]) -> set[Place]:
    """The heading above the entries and the remarks below: lines that are no wider than the entries themselves."""
    columns = [column for _, column in beside]
    top, bottom = run[0].place[0], run[-1].place[0]
    found: set[Place] = set()
    for lines in (range(top - 1, top - 1 - ABOVE, -1), range(bottom + 1, bottom + 1 + BELOW)):
        for line in lines:
            left, right = min(columns), max(columns)
            while (line, left - 1) in sheet.cells:
                left -= 1
            while (line, right + 1) in sheet.cells:
                right += 1
            more = {(line, column) for column in range(left, right + 1) if (line, column) in sheet.cells}
            if not more or right - left > max(columns) - min(columns):
                break
            if line > bottom and (
                _is_below_an_empty_side(sheet, beside, line)
                or any(_begins_a_table(sheet.cells[place].text) for place in more)
            ):
                break
            found |= more
    return found


def _is_below_an_empty_side(sheet: Sheet, beside: set[Place], line: int) -> bool:
    """Whether something stands on the line right of the key's columns, where on its own lines nothing does.

    A table below a key begins so; beside a key it stands on its own lines too.
    """
    rows, right = {row for row, _ in beside}, max(column for _, column in beside)
    return sheet.rows[line][-1].column > right and not any(sheet.rows[row][-1].column > right for row in rows)


def _begins_a_table(text: str) -> bool:
    """Whether it heads reviews or questions, or says their quarter: what may stand right below a key."""
    spoken = said(text)
    return bool(spoken.risk or spoken.parts or spoken.label not in ("", *OF_REMARKS)) or is_quarter(text)


def _is_grade(sheet: Sheet, place: Place, words: GradeWords) -> bool:
    word = words.read(sheet.cells[place].text)
    return word is not None and word.grade not in (None, NOT_APPLICABLE)


def _is_headed_as_boxes(sheet: Sheet, run: list[KeyEntry]) -> bool:
    """Whether a table's head stands above it: the first boxes that somebody filled, and of all grades by chance.

    Such a head is "Grade" with "Feedback" next to it or again on the line, or a risk level right above or among others.
    """
    top, column = run[0].place
    above = next((row for row in range(top - 1, 0, -1) if (row, column) in sheet.cells), 0)
    if not above:
        return False
    heads = {cell.column: said(cell.text) for cell in sheet.rows[above] if cell.text}
    mine = heads.get(column, NOTHING)
    if mine.label == "grade":
        near = any(heads.get(next_to, NOTHING).label == "feedback" for next_to in (column - 1, column + 1))
        text = sheet.cells[above, column].text
        return near or sum(cell.text == text for cell in sheet.rows[above]) > 1
    return mine.risk is not None and (above == top - 1 or sum(head.risk is not None for head in heads.values()) > 1)


def is_whole(run: list[KeyEntry], words: GradeWords) -> bool:
    """Whether it has every grade, up or down the scale or by the alphabet, as a person lists them; boxes seldom do."""
    steps = [words.scale[entry.grade] for entry in run if entry.grade != NOT_APPLICABLE]
    ranks, listed = [words.scale.grades.index(step) for step in steps], [step.name for step in steps]
    in_order = ranks in (sorted(ranks), sorted(ranks, reverse=True)) or listed == sorted(listed)
    return in_order and len(steps) == len(words.scale.grades)


def _has_swatches(sheet: Sheet, run: list[KeyEntry]) -> bool:
    """Whether every name stands plain beside its colour: a box has both in one cell."""
    return all(entry.colours and sheet.cells[entry.place].colour is None for entry in run)


def _counts(sheet: Sheet, run: list[KeyEntry]) -> bool:
    """Whether figures stand behind every name: how often each grade was given."""
    rows, mine = {entry.place[0] for entry in run}, {place for entry in run for place in entry.places}
    others = [cell for row in rows for cell in sheet.rows[row] if (row, cell.column) not in mine]
    return bool(others) and all(cell.formula_without_value or _FIGURE.fullmatch(cell.text) for cell in others)
