"""The permanent key: what each colour and letter of a grade means."""

from __future__ import annotations

from html import escape

from arms_analytics.charts.grid import BLANK
from arms_analytics.network import network
from arms_analytics.vocabulary import NOT_APPLICABLE

EMPTY = "\N{NO-BREAK SPACE}"
"""What stands in a box that was left empty."""


def badge(grade: str | None, words: str = "") -> str:
    """A grade as a coloured label: its name, or `words`; markup."""
    said = escape(words or network().grade_scale.said(grade))
    return f'<span class="grade" data-grade="{grade or BLANK}">{said}</span>'


def key() -> str:
    """The grades from best to worst with letter and name, then what is no grade; markup."""
    graded = [(grade.key, grade.letter, grade.name) for grade in reversed(network().grade_scale.grades)]
    entries = [f"<li>{badge(grade, letter)} {escape(name)}</li>" for grade, letter, name in graded]
    entries += [f"<li>{badge(NOT_APPLICABLE, '–')} Not applicable</li>", f"<li>{badge(None, EMPTY)} Not graded</li>"]
    return f'<ul class="arms-key" aria-label="Key to the grades">{"".join(entries)}</ul>'
