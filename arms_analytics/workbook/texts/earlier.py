"""What speaks of an earlier time: grades that were given before, the quarter before."""

from __future__ import annotations

import re

from arms_analytics.remembered import remembered
from arms_analytics.workbook.texts.plain import plain

_GRADE = r"(?:grade|grading|graded|score|rating|rag|mark|judge?ment|result)s?"
_EARLIER = re.compile(
    rf"(?:{_GRADE} (?:(?:in|at|from|for) )?(?:the )?)?"
    r"(?:last|previous|prev|prior|initial|original|draft|provisional|first|old|earlier|own|self)\.?[ -]?"
    rf"(?:quarter|qtr|review|assessment|assessed|{_GRADE})(?:'?s)?(?: {_GRADE})?"
)
_BEFORE = re.compile(r"\b(?:last|previous|prev|prior)\b", re.I)
_QUARTER_BEFORE = re.compile(
    r"\W*(?:the )?(?:last|previous|prior|preceding) (?:quarter|qtr)(?:'?s)?"
    r"(?: (?:results?|grades?|reviews?|returns?|figures?|position|table|plans?))?"
    r"(?: ?\(?(?:for )?(?:comparison|reference|info.*))?\W*"
)
_BEGINS = re.compile(r"(?:last|previous|prior) (?:quarter|qtr)\b")


@remembered(4096)
def is_earlier(text: str) -> bool:
    """Whether a column's head says that its grades were given before: "Last quarter", "Initial grade"."""
    return bool(_EARLIER.fullmatch(plain(text)))


def says_before(text: str) -> bool:
    """Whether that was in another quarter: an initial grade is the same review's, and missed where another was read."""
    return bool(_BEFORE.search(text))


@remembered(4096)
def is_quarter_before(text: str) -> bool:
    """Whether the whole text says that what follows is the quarter before, without naming it: "Last quarter"."""
    return bool(_QUARTER_BEFORE.fullmatch(plain(text)))


def begins_with_the_quarter_before(text: str) -> bool:
    """Whether the text may go on and name it: "Last quarter (Q4 2024/25)"."""
    return bool(_BEGINS.match(plain(text)))
