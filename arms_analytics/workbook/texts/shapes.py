"""What a text is by its shape alone: a question's number, a code, a section's name, somebody's prose."""

from __future__ import annotations

import re

from arms_analytics.remembered import remembered
from arms_analytics.workbook.cells import Cell

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
_SECTION = re.compile(
    r"\s*(?:section|part|domain|chapter|stage|theme)(?: ?\d{1,2}[a-z]?| [a-z]\d?| [ivx]{2,4})\b", re.I
)
"""Its number or letter follows: "Part 2", "Section D"; but "Sections", "Part of the plan"."""


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


@remembered(8192)
def is_number(text: str) -> bool:
    """Whether the text is a question's number and no more: "Q7", "2.1", "14.", "3a"."""
    return len(text) < 16 and bool(_NUMBER.match(text))


def is_section(text: str) -> bool:
    """Whether the text names a section: "Section D: Risk management plan"."""
    return len(text) <= LONGEST_SECTION and bool(_SECTION.match(text))


def is_code(text: str) -> bool:
    """A reference of some kind: digits, and no word in it that is written in lower case."""
    return any(map(str.isdigit, text)) and not re.search(r"[a-z]{3,}", text) and len(text) < 40


def is_reference(text: str) -> bool:
    """A code of a plan or an officer: "CHE-L-01"; a bare number is a question's, too."""
    return is_code(text) and not is_number(text)


def is_prose(cell: Cell) -> bool:
    """Whether the cell's text is somebody's sentence."""
    return len(cell.text) > PROSE
