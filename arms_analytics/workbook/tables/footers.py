"""The lines below a table that are no boxes: counts of grades ("Outstanding 8 5 1 4"), and the plan of actions."""

from __future__ import annotations

import re

from arms_analytics.remembered import remembered
from arms_analytics.workbook.cells import Cell, Place, Sheet
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.texts.labels import label, said
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.sums import is_count

_FIGURE = re.compile(r"\s*\d+(?:\.\d+)?\s*%?\s*")
_OF_ACTIONS = re.compile(
    r"(?:agreed |further |recommended )?actions?(?: required| needed| points?| plan)?|owners?|action owner|lead|"
    r"responsible(?: officer| person)?|due(?: date| by)?|by (?:when|whom)|target date|deadline|status|progress|update|"
    r"completed?(?: date)?|date completed"
)
"""The heads of a plan of actions."""
_WHAT_OR_WHO = r".*\bactions?\b|.*owner|lead|resp|by whom"
LONGEST_HEAD = 24

Lines = dict[int, list[Cell]]


def find(sheet: Sheet, natures: Natures) -> set[Place]:
    """The places on such lines."""
    found = _counts(sheet.rows, natures) | _plans_of_actions(sheet.rows, natures)
    return {(line, cell.column) for line in found for cell in sheet.rows[line]}


def _counts(by_line: Lines, natures: Natures) -> set[int]:
    """A grade's name with figures after it, or "Total" and the like below a blank line."""
    found: set[int] = set()
    for line, cells in by_line.items():
        texts = [cell for cell in cells if cell.text or cell.formula_without_value]
        if len(texts) < 2 or not all(map(_is_figure, texts[1:])):
            continue
        detached = line - 1 not in by_line or line - 1 in found
        if natures.words.named(texts[0].text) or (detached and is_count(texts[0].text)):
            found.add(line)
    return found


def _is_figure(cell: Cell) -> bool:
    figure = isinstance(cell.value, int | float) or bool(_FIGURE.fullmatch(cell.text))
    return figure or cell.formula_without_value


def _plans_of_actions(by_line: Lines, natures: Natures) -> set[int]:
    """From "Action | Owner | Due" below the first boxes to a blank line; what heads every block is no such plan."""
    heads = {line: texts for line, cells in by_line.items() if (texts := _heads_actions(cells))}
    once = {line for line, texts in heads.items() if list(heads.values()).count(texts) == 1}
    boxed = min((line for line, cells in by_line.items() if any(map(natures.is_box, cells))), default=0) if once else 0
    found: set[int] = set()
    for line in by_line:
        if line - 1 in found or (line in once and boxed < line):
            found.add(line)
    return found


def _heads_actions(cells: list[Cell]) -> tuple[str, ...]:
    """The texts of a line that heads actions, and neither reviews nor grades with their feedback; otherwise none."""
    told = {head for cell in cells if (head := _head_of_actions(cell.text))}
    if len(told) < 2 or not any(re.match(_WHAT_OR_WHO, head) for head in told):
        return ()
    texts = tuple(plain(cell.text).strip(" :") for cell in cells if cell.text)
    kinds = {label(text) for text in texts}
    reviews = {"grade", "feedback"} <= kinds or any(said(text).risk for text in texts)
    return () if reviews else texts


@remembered(8192)
def _head_of_actions(text: str) -> str:
    """The text as one compares it, if it heads something of a plan of actions; otherwise nothing."""
    head = plain(text).strip(" :")
    return head if len(head) <= LONGEST_HEAD and _OF_ACTIONS.fullmatch(head) else ""
