"""Whether the texts beside a list of grades are questions, so that the list is a review's boxes and no key."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property

from arms_analytics.workbook.cells import Cell, Place, Sheet
from arms_analytics.workbook.key.entries import COLOUR_NAMES, KeyEntry, names
from arms_analytics.workbook.texts.grade_words import GradeWords
from arms_analytics.workbook.texts.risk_levels import risk_level

LONGEST_MARK = 3
NEAR = 2
"""So many cells from its grade's name a key's explanation may stand, or from its box a question."""
_COLOUR = re.compile(rf"\b(?:{COLOUR_NAMES}|white|colou?r|#?[0-9a-f]{{6}})\b", re.I)
_STEP = re.compile(r"\s*(?:grade|level|score|rating|band|step|category|option)s? ?\d\s*[.:)=-]?\s*", re.I)
_ASKS = re.compile(r"\s*[(\[]?(?:q|qu|question)[. ]{0,2}\d", re.I)


class Elsewhere:
    """Where each longer text of a workbook stands, on all tabs."""

    def __init__(self, sheets: list[Sheet], words: GradeWords) -> None:
        self._words, self._sheets = words, sheets

    @cached_property
    def _standing(self) -> dict[str, list[tuple[Sheet, Place]]]:
        found: dict[str, list[tuple[Sheet, Place]]] = defaultdict(list)
        for sheet in self._sheets:
            for place, cell in sheet.cells.items():
                if len(cell.text) > LONGEST_MARK:
                    found[cell.text.strip()].append((sheet, place))
        return found

    def without(self, sheet: Sheet, text: str, grade: str) -> bool:
        """Whether the text stands on another tab, and that grade's name not near it: no key says so of a grade."""
        others = [(other, place) for other, place in self._standing[text.strip()] if other is not sheet]
        return any(not self._near(other, place, grade) for other, place in others)

    def graded(self, sheet: Sheet, places: list[Place]) -> bool:
        """Whether one of these cells shows a grade: a box, and the list stands beside a table."""
        return any(self._words.read(sheet.cells[place].text) is not None for place in places)

    def _near(self, sheet: Sheet, place: Place, grade: str) -> bool:
        steps = [step for step in range(-NEAR, NEAR + 1) if step]
        around = [(place[0] + step, place[1]) for step in steps] + [(place[0], place[1] + step) for step in steps]
        told = (names(sheet.cells[near].text, self._words) for near in around if near in sheet.cells)
        return any(name is not None and name[0] == grade for name in told)


def are_questions(sheet: Sheet, run: list[KeyEntry], elsewhere: Elsewhere) -> bool:
    """Whether most entries have a question before them: asked in words, numbered as one, or graded otherwise elsewhere.

    So does a level head a box, where the reviews of a question stand one below another: "VH | Good". A key's
    explanation asks nothing, and stands beside the same grade wherever it stands. It stands behind the grade's
    name, where before a box stands its question; before the name a key has a mark or a colour.
    """
    asked = 0
    for entry in run:
        places = _before(sheet, run, entry)
        texts = [sheet.cells[place].text for place in places[:NEAR]]
        asked += any(_heads_a_box(text) or elsewhere.without(sheet, text, entry.grade) for text in texts) or (
            any(_states(sheet.cells[place], entry) for place in places[:NEAR]) and not elsewhere.graded(sheet, places)
        )
    return asked > 0.5 * len(run)


def _states(cell: Cell, entry: KeyEntry) -> bool:
    """Whether it is worded: no mark, no colour's name or swatch, no step of the scale."""
    text = cell.text.strip()
    marked = len(text) <= LONGEST_MARK or _COLOUR.search(text) or _STEP.fullmatch(text)
    return not marked and cell.colour not in entry.colours


def _before(sheet: Sheet, run: list[KeyEntry], entry: KeyEntry) -> list[Place]:
    """The cells with text that lead up to an entry: left of it in a column of names, above it in a row."""
    down, right = (0, -1) if run[0].place[1] == run[-1].place[1] else (-1, 0)
    found: list[Place] = []
    place = (entry.place[0] + down, entry.place[1] + right)
    while place in sheet.cells and sheet.cells[place].text:
        found.append(place)
        place = (place[0] + down, place[1] + right)
    return found


def ask_again(sheet: Sheet, run: list[KeyEntry], around: set[Place]) -> bool:
    """Whether most texts around it stand elsewhere on the tab too: the questions of a block, asked again."""
    texts = [text for place in around if len(text := sheet.cells[place].text) > LONGEST_MARK]
    again = [text for text in texts if sheet.often[text] > 1]
    return len(again) > 0.5 * len(run)


def _heads_a_box(text: str) -> bool:
    return text.rstrip().endswith("?") or bool(_ASKS.match(text)) or risk_level(text) is not None
