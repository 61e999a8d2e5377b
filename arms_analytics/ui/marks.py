"""Text as markup with what was looked for marked in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape


def marked(text: str, words: Sequence[str]) -> str:
    """The text escaped, each place where one of `words` stands (in any case) within a mark element."""
    if not words:
        return escape(text)
    longest_first = sorted(words, key=len, reverse=True)
    places = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)
    result, end = [], 0
    for place in places.finditer(text):
        result += [escape(text[end : place.start()]), "<mark>", escape(place[0]), "</mark>"]
        end = place.end()
    return "".join([*result, escape(text[end:])])
