"""Labels with their values anywhere on a tab: "Reviewed by: Cumbria", or "Period" with "Q2 25/26" beside or below."""

from __future__ import annotations

from dataclasses import dataclass

from arms_analytics.workbook.cells import Cell, Place, Sheet
from arms_analytics.workbook.tables.facts import ATTRIBUTES, in_text
from arms_analytics.workbook.texts.labels import LONGEST_HEADING, label, said
from arms_analytics.workbook.texts.shapes import is_number

REACH = 4
"""So many columns to the right a value may stand from its label."""

LONGEST_VALUE = 60


@dataclass(frozen=True, slots=True)
class Pair:
    """A label's kind and its value: text, address, the cell itself, and the place of the label on the tab."""

    kind: str
    text: str
    where: str
    cell: Cell
    place: Place
    label: str


def find(sheet: Sheet) -> list[Pair]:
    """All pairs of a tab in reading order. A value is right of its label or, failing that, below it."""
    found: list[Pair] = []
    ends = {(area.top, area.left): (area.bottom, area.right) for area in sheet.merged}
    for place in sorted(sheet.cells):
        cell = sheet.cells[place]
        if not cell.text or len(cell.text) > LONGEST_HEADING:
            continue
        spoken = said(cell.text)
        if not spoken:
            continue
        if spoken.label in ATTRIBUTES and not spoken.value and not spoken.parts:
            value = _value(sheet, spoken.label, place, ends.get(place, place))
            if value is not None:
                text = value.text.strip()
                inner = in_text(said(text), text, spoken.label, value.address)
                found += [Pair(kind, t, w, value, place, cell.text) for kind, (t, w) in inner.items()]
            elif spoken.label == "review":
                found.append(Pair("review", cell.text.strip(), cell.address, cell, place, cell.text))
        else:
            inner = in_text(spoken, cell.text.strip(), "", cell.address)
            found += [Pair(kind, t, w, cell, place, cell.text) for kind, (t, w) in inner.items()]
    return found


def _value(sheet: Sheet, kind: str, place: Place, end: Place) -> Cell | None:
    line, column = place
    beside: Cell | None = None
    for right in range(end[1] + 1, end[1] + 1 + REACH):
        cell = sheet.cells.get((line, right))
        if cell is not None and cell.text:
            if not label(cell.text):
                beside = cell
            break
    below = sheet.cells.get((end[0] + 1, column))
    if below is not None and (not below.text or label(below.text) or _numbers_a_question(kind, below)):
        below = None
    if beside is not None and below is not None and not _fits(kind, beside) and _fits(kind, below):
        return below
    return beside or below


def _numbers_a_question(kind: str, cell: Cell) -> bool:
    """ "Q1" below "Ref no": the label is a column's, and the references are those of questions."""
    return kind == "ref" and is_number(cell.text)


def _fits(kind: str, cell: Cell) -> bool:
    """Whether a value may belong to such a label: no question's number is an officer, no sentence a risk level."""
    if kind == "risk":
        return said(cell.text).risk is not None
    if kind in ("ref", "officer", "reviewing", "force", "quarter"):
        return not is_number(cell.text) and len(cell.text) <= LONGEST_VALUE
    return True
