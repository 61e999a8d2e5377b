"""Cell references as text: `C18`, `$B$2:C5`, whole columns and rows."""

from __future__ import annotations

import re
from functools import lru_cache

from arms_analytics.workbook.cells import Area, Place
from arms_analytics.workbook.files.refusals import corrupt

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


@lru_cache(maxsize=2048)
def column_number(letters: str) -> int:
    """A → 1, XFD → 16384; UnreadableWorkbookError beyond the sheet."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    if not 1 <= number <= LAST_COLUMN:
        raise corrupt(f"it has a cell in column {letters}, which no sheet has")
    return number


def place_of(reference: str) -> Place:
    """`C18` → (18, 3); UnreadableWorkbookError for what is no cell of a sheet."""
    match = REFERENCE.fullmatch(reference)
    if not match or int(match[2]) > LAST_ROW:
        raise corrupt(f"it has a cell {reference[:20]!r}, which no sheet has")
    return int(match[2]), column_number(match[1])


def area_of(reference: str) -> Area:
    """`B2:C5` or `B2` → its area; whole columns (`B:C`) and rows (`2:5`) too."""
    first, _, last = reference.partition(":")
    first, last = first.replace("$", ""), (last or first).replace("$", "")
    if first.isalpha() and last.isalpha():
        first, last = f"{first}1", f"{last}{LAST_ROW}"
    elif first.isdecimal() and last.isdecimal():
        first, last = f"A{first}", f"XFD{last}"
    (top, left), (bottom, right) = place_of(first), place_of(last)
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
