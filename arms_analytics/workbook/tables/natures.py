"""What kind of thing a cell is to a recogniser: a grade word, a grade's fill, a wording, prose, a code."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Collection

from arms_analytics.remembered import remembered
from arms_analytics.workbook import hues
from arms_analytics.workbook.cells import Cell
from arms_analytics.workbook.labels import said
from arms_analytics.workbook.words import GradeWords, plain

PROSE = 30
"""A text this long is somebody's sentence, not an entry in a form."""

LONGEST_SECTION = 60

POINTER = re.compile(r"\s*[(\[]?(?:see|refer|as per|please see|as below|as above|below|above|cf\.?)\b", re.I)
"""A remark that points elsewhere: no feedback of its own."""

_NUMBERED = re.compile(
    r"\s*[(\[]?(?P<number>(?:(?:question|qu|q)\.?\s*)?[A-Za-z]?\d{1,3}(?:\.\d{1,2})*[a-z]?(?!\d)|[A-Za-z]\d{0,2}(?=[.)]))\s*(?P<stop>[.):\]\-–—]*)\s*(?P<text>.*)$",
    re.S | re.I,
)
_NUMBER = re.compile(
    r"\s*[(\[]?(?:(?:question|qu|q)\.?\s*)?[A-Za-z]?\s?\d{1,3}(?:\.\d{1,2})*[a-z]?\s*[.):\]\-–—]{0,2}\s*$", re.I
)
_SECTION = re.compile(r"\s*(?:section|part|domain|chapter|stage|theme) ?[a-z\d]{1,2}\b", re.I)
_COUNT = re.compile(
    r"(?:no\.?|number|nos|total|totals|count|sum|tally|%|per ?cent|percentage|average|avg|mean|median|mode|score|"
    r"points|grand total|sub[ -]?total|overall|most common|majority|lowest|highest)\b"
)
_SUMMED = r"(?:grade|grading|judge?ment|rating|rag|score|outcome|assessment|result|total|average)s?"
_OVERALL = re.compile(
    r"(?:overall|average|final|combined|total|summary|mean|modal|majority)(?: (?:plan|arms|review|qa|hmicfrs))*"
    rf"(?: {_SUMMED})?(?: (?:for|of) (?:the )?(?:plan|review))?"
    r"|(?:section|domain)(?: [a-z\d]{1,2})? "
    r"(?:overall|(?:overall )?(?:grade|grading|rating|rag|score|total|average)s?)"
)


@remembered(8192)
def split_number(text: str) -> tuple[str, str]:
    """ "Q7. Emotional congruence" → ("Q7", "Emotional congruence"); a text without a number keeps all of itself."""
    match = _NUMBERED.match(text)
    if not match or not match["text"]:
        return "", text.strip()
    number, stop, rest = match["number"].strip(), match["stop"], match["text"].strip()
    if not stop and not re.search(r"\d$", number):
        return "", text.strip()
    if not stop and number.isalnum() and number[0].isalpha() and not number.lower().startswith("q"):
        return "", text.strip()  # "RM2000 considered", "A4 form"
    if not re.search("[A-Za-z]", rest):
        return "", text.strip()
    return number, rest


def is_number(text: str) -> bool:
    """Whether the text is a question's number and no more: "Q7", "2.1", "14.", "3a"."""
    return bool(_NUMBER.match(text)) and len(text) < 16


def is_section(text: str) -> bool:
    """Whether the text names a section: "Section D: Risk management plan"."""
    return len(text) <= LONGEST_SECTION and bool(_SECTION.match(text))


def is_code(text: str) -> bool:
    """A reference of some kind: digits, and no word in it that is written in lower case."""
    return any(map(str.isdigit, text)) and not re.search(r"[a-z]{3,}", text) and len(text) < 40


def is_count(text: str) -> bool:
    """A label under a table: "No. below good", "Total", "Average"."""
    return bool(_COUNT.match(plain(text)))


def is_overall(text: str) -> bool:
    """The label of a line that sums up the others: "Overall grade"."""
    return bool(_OVERALL.fullmatch(plain(text).strip(" :.")))


def is_prose(cell: Cell) -> bool:
    """Whether the cell's text is somebody's sentence."""
    return len(cell.text) > PROSE


class Natures:
    """Judges cells with one workbook's grade words and the colours of its key.

    `shared` are the wordings that most tabs of the workbook have in common, and those of questions already known:
    feedback is written once, questions stand on every tab. `names` are texts that name a force.
    """

    def __init__(
        self,
        words: GradeWords,
        key_colours: Collection[str] = (),
        shared: Collection[str] = (),
        names: Callable[[str], object] = lambda text: None,
    ) -> None:
        self.words = words
        self.shared = frozenset(shared)
        self._names = names
        self._key_colours = set(key_colours)
        self.boxy = functools.lru_cache(1024)(self._boxy)
        self.reads_as_word = functools.lru_cache(4096)(self._reads_as_word)
        self.spells_out = functools.lru_cache(4096)(self._spells_out)
        self._shows_a_grade = functools.lru_cache(4096)(self._shows_a_grade_fresh)

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
