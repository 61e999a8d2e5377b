"""Tables that people read: real HTML tables, whose text is escaped unless it is markup of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

LONG = 40
"""Letters without a space from which on a word may be broken."""
TAG = re.compile(r"<[^>]*>")


class Markup(str):
    """Text that is markup already, made by us from escaped parts."""

    __slots__ = ()


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Markup of a table; the first cell of each row is its head. `caption` is heard, and shown above."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(f"<tr>{_row(cells)}</tr>" for cells in rows)
    return (
        f'<table class="arms-table"><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def attributes(*texts: str) -> str:
    """Of a cell in which a word stands that is too long for its column to be as wide: it may be broken."""
    return ' class="unbroken"' if any(len(word) > LONG for text in texts for word in text.split()) else ""


def _row(cells: Sequence[object]) -> str:
    marked = (
        (attributes(TAG.sub(" ", cell)), cell)
        if isinstance(cell, Markup)
        else (attributes(str(cell)), escape(str(cell)))
        for cell in cells
    )
    (how, first), *rest = marked
    return f'<th scope="row"{how}>{first}</th>' + "".join(f"<td{how}>{cell}</td>" for how, cell in rest)
