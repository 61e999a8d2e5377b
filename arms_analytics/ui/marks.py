"""Text as markup with what was looked for marked in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape


def marked(text: str, words: Sequence[str]) -> str:
    """The text escaped, each place where one of `words` stands (in any case) within a mark element.

    A word is found as a part of another too: then the whole word that holds it is marked, so that what was found can
    be read.
    """
    if not words:
        return escape(text)
    places = re.compile("|".join(map(_whole, sorted(words, key=len, reverse=True))), re.IGNORECASE)
    result, end = [], 0
    for place in places.finditer(text):
        result += [escape(text[end : place.start()]), "<mark>", escape(place[0]), "</mark>"]
        end = place.end()
    return "".join([*result, escape(text[end:])])


def _whole(word: str) -> str:
    """The expression of a word with the rest of the word it is found in; a sign by itself stands alone."""
    before, after = (r"\w*" if edge.isalnum() else "" for edge in (word[0], word[-1]))
    return f"{before}{re.escape(word)}{after}"
