"""Tables that people read: real HTML tables, whose text is escaped unless it is markup of ours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


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


def _row(cells: Sequence[object]) -> str:
    first, *rest = (cell if isinstance(cell, Markup) else escape(str(cell)) for cell in cells)
    return f'<th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in rest)
