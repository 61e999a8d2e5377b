"""How counts, places and texts of others are said to people: plain English, British habits."""

from __future__ import annotations

import re

_MEANT = re.compile(r"[\\`*_{}\[\]<>|~$!&]|:(?=\S)|(?<=www)\.")
_AT_THE_BEGINNING = re.compile(r"^(\s*\d*)([-+=.)#])", re.MULTILINE)


def unbroken(words: str) -> str:
    """The same words, which stay on one line."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def count(number: int, singular: str, plural: str = "") -> str:
    """`1 review`, `24 reviews`, `1,200 reviews`; `plural` where an s is not enough."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def where(sheet: str | None, cell: str | None) -> tuple[str, str]:
    """The tab and the cell that something was said of; it may be the whole tab, or the whole workbook."""
    return sheet or "whole workbook", cell or ("whole tab" if sheet else "–")


def plain(text: str) -> str:
    """The text so that Markdown shows it as it is: a backslash before each sign that would mean something there."""
    return _AT_THE_BEGINNING.sub(r"\1\\\2", _MEANT.sub(r"\\\g<0>", text))
