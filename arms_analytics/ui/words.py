"""How dates and counts are said to people: plain English, British habits."""

from __future__ import annotations

import datetime as dt


def day(when: dt.date | dt.datetime) -> str:
    """`21 November 2026`."""
    return f"{when.day} {when:%B %Y}"


def moment(when: dt.datetime) -> str:
    """`21 November 2026 at 14:05`."""
    return f"{day(when)} at {when:%H:%M}"


def unbroken(words: str) -> str:
    """The same words, which stay on one line."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def count(number: int, singular: str, plural: str = "") -> str:
    """`1 review`, `24 reviews`, `1,200 reviews`; `plural` where an s is not enough."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
