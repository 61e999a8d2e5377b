"""What a cell is to a recogniser, by this workbook's words and colours: a grade's word, its fill, a force's name."""

from __future__ import annotations

import functools
from collections.abc import Collection

from arms_analytics.workbook.cells import Cell
from arms_analytics.workbook.texts import hues
from arms_analytics.workbook.texts.forces import Forces
from arms_analytics.workbook.texts.grade_words import GradeWords
from arms_analytics.workbook.texts.labels import said
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.shapes import PROSE, is_code


class Natures:
    """Judges cells with one workbook's grade words and the colours of its key.

    `shared` are the wordings that most tabs of the workbook have in common, and those of questions already known:
    feedback is written once, questions stand on every tab. `titled` tells of a title whose plans were reviewed, and by
    whom: `Forces.titled`.
    """

    def __init__(
        self, words: GradeWords, key_colours: Collection[str], shared: Collection[str], forces: Forces
    ) -> None:
        self.words = words
        self.shared = frozenset(shared)
        self.titled = forces.titled
        self._names = forces.named
        self._key_colours = set(key_colours)
        self.boxy = functools.lru_cache(1024)(self._boxy)
        self.reads_as_word = functools.cache(self._reads_as_word)
        self.spells_out = functools.cache(self._spells_out)
        self._shows_a_grade = functools.cache(self._shows_a_grade_fresh)

    def _boxy(self, colour: str) -> bool:
        """Whether the colour may be a grade's."""
        return colour in self._key_colours or hues.hue(colour) not in (hues.NEUTRAL, hues.FOREIGN)

    def is_word(self, cell: Cell) -> bool:
        """Whether its whole text is a grade word (or N/A), no mere dash."""
        return self.reads_as_word(cell.text)

    def _reads_as_word(self, text: str) -> bool:
        word = self.words.read(text) if text else None
        return word is not None and (word.grade is not None or bool(word.doubtful))

    def _spells_out(self, text: str) -> bool:
        """Whether feedback follows the grade's word in one text: "Good: clear rationale"."""
        if not text or (len(text) <= PROSE and ":" not in text and "\n" not in text):
            return False
        head = self.words.leading(text)
        return head is not None and bool(head.rest) and (":" in text or len(head.rest) > 12)

    def is_box(self, cell: Cell) -> bool:
        """Whether it shows a grade: a grade word, or a grade's colour without a label's text."""
        return bool(cell.unsettled) or self._shows_a_grade(cell.text, cell.colour)

    def _shows_a_grade_fresh(self, text: str, colour: str | None) -> bool:
        if self.reads_as_word(text) or self.spells_out(text):
            return True
        if not colour or not self.boxy(colour):
            return False
        spoken = said(text)
        if spoken:
            return len(text) > PROSE and not spoken.parts and not spoken.risk
        return not (len(text) > 3 and is_code(text)) and not (text and self._names(text))

    def is_name(self, text: str) -> bool:
        """Whether the text names a force."""
        return self._names(text) is not None

    def compared(self, text: str) -> str:
        """The text as one compares it with another's: "GMP" and "Greater  Manchester" are one force."""
        return self._names(text) or plain(text)
