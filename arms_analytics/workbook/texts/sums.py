"""Labels of what sums up or counts: of a line below a table, of a whole review, of a column beside the reviews."""

from __future__ import annotations

import re

from arms_analytics.remembered import remembered
from arms_analytics.workbook.texts.plain import plain

_COUNT = re.compile(
    r"%|(?:no\.?|number|nos|total|totals|count|sum|tally|per ?cent|percentage|average|avg|mean|median|mode|score|"
    r"points|grand total|sub[ -]?total|overall|most common|majority|lowest|highest)\b"
)
_SUMMED = r"(?:grade|grading|judge?ment|rating|rag|score|outcome|assessment|result|total|average)s?"
_OVERALL = re.compile(
    r"(?:overall|average|final|combined|total|summary|mean|modal|majority)(?: (?:plan|arms|review|qa|hmicfrs))*"
    rf"(?: {_SUMMED})?(?: (?:for|of) (?:the )?(?:plan|review))?"
    r"|(?:section|domain)(?: [a-z\d]{1,2})? "
    r"(?:overall|(?:overall )?(?:grade|grading|rating|rag|score|total|average)s?)"
)
_COMMENTS = re.compile(
    r"(?:(?:any )?(?:general|overall|other|additional|further|final|closing|summary)(?: \w+)?|any)"
    r" (?:comments?|feedback|observations?|remarks|notes?)"
    r"|(?:(?:examples? of|any|identified) )*(?:promising|good|best|notable) practice|strengths?|what went well"
    r"|areas? (?:for|of) (?:improvement|development|learning|concern)"
    r"|(?:learning|key (?:themes?|messages?))(?: points?)?"
    r"|recommendations?|next steps|trends?(?: (?:since|from|against|on) .{1,30})?|direction of travel"
)
_SUM_OF_COLUMNS = re.compile(
    r"mode|mean|median|average|most common|majority|lowest|highest|worst|best|overall.{0,20}|trend", re.I
)


@remembered(4096)
def is_count(text: str) -> bool:
    """A label under a table: "No. below good", "Total", "Average"."""
    return bool(_COUNT.match(plain(text)))


@remembered(4096)
def is_overall(text: str) -> bool:
    """The label of a line that sums up the others: "Overall grade"."""
    return bool(_OVERALL.fullmatch(plain(text).strip(" :.")))


@remembered(4096)
def is_of_all(text: str) -> bool:
    """The label of words on a whole review, or on all of them: "General comments", "Promising practice", "Trend"."""
    return bool(_COMMENTS.fullmatch(plain(text).strip(" :.")))


@remembered(4096)
def heads_sums(text: str) -> bool:
    """The head of a column that sums up those of the reviews: "Most common", "Trend"."""
    return bool(_SUM_OF_COLUMNS.fullmatch(text.strip()))
