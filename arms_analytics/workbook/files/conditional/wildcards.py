"""Excel's wildcards in SEARCH and COUNTIF: `*` any text, `?` one character, `~` before one that is meant.

Matched piece by piece from the left, so that no pattern of a hostile file takes more than a pass over the text.
"""

from __future__ import annotations

import re
from functools import lru_cache

PIECE = re.compile(r"~[*?~]|\*|\?|[^*?~]+|~", re.DOTALL)


LONGEST_PATTERN = 255
"""Excel's own limit for a pattern with wildcards."""


def is_plain(pattern: str) -> bool:
    """Whether the pattern has no wildcard in it."""
    return not any(mark in pattern for mark in "*?~")


@lru_cache(maxsize=256)
def _pieces(pattern: str) -> tuple[re.Pattern[str], ...]:
    """What stands between the stars, each to be found after the one before."""
    pieces = [""]
    for part in PIECE.findall(pattern):
        if part == "*":
            pieces.append("")
        elif part == "?":
            pieces[-1] += "."
        else:
            pieces[-1] += re.escape(part[1:] if len(part) == 2 and part[0] == "~" else part)
    return tuple(re.compile(piece, re.IGNORECASE | re.DOTALL) for piece in pieces)


def found_at(pattern: str, text: str, start: int = 0) -> int | None:
    """Where the pattern begins in the text, from 0; None when it is not there."""
    if is_plain(pattern):
        at = text.casefold().find(pattern.casefold(), start)
        return at if at >= 0 else None
    first, *rest = _pieces(pattern[:LONGEST_PATTERN])
    match = first.search(text, start)
    begin = match.start() if match else 0
    for piece in rest:
        match = match and piece.search(text, match.end())
    return begin if match else None


def matches(pattern: str, text: str) -> bool:
    """Whether the pattern is the whole text."""
    if is_plain(pattern):
        return text.casefold() == pattern.casefold()
    first, *rest = _pieces(pattern[:LONGEST_PATTERN])
    if not rest:
        return first.fullmatch(text) is not None
    match = first.match(text)
    for piece in rest[:-1]:
        match = match and piece.search(text, match.end())
    if not match:
        return False
    last = rest[-1]
    return any(last.fullmatch(text, at) for at in _ends(text, last, match.end()))


def _ends(text: str, last: re.Pattern[str], after: int) -> tuple[int, ...]:
    """The one place where a piece of fixed length can end the text, if it lies after what is matched already."""
    length = len(re.sub(r"\\(.)", r"\1", last.pattern, flags=re.DOTALL))
    return (len(text) - length,) if len(text) - length >= after else ()
