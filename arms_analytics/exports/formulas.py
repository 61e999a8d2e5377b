"""Text that a spreadsheet would take for a formula, made safe by a mark that can be taken off again.

The mark is one apostrophe in front. It is put before text that begins with = + - @ (or their full-width forms), a tab
or a line break, and before text that already looks marked, so that taking off one apostrophe from whatever looks
marked gives back exactly what was there.
"""

from __future__ import annotations

import re

MARK = "'"
BEGINS_LIKE_A_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def harmless(text: str) -> str:
    """The text as it may stand in a CSV file."""
    return MARK + text if BEGINS_LIKE_A_FORMULA.match(text) else text
