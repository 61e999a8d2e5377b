"""Likely personal data in feedback and references: masked before anything is stored, each kind in words.

It errs on the side of masking what names a person and leaves alone what only looks like it: dates of visits, log and
paragraph numbers, counts, place names, officers' and plans' references. It cannot catch everything, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from arms_analytics.workbook.personal_data import hints
from arms_analytics.workbook.personal_data.names import FIRST, NAMES, SURNAME
from arms_analytics.workbook.personal_data.numbers import NUMBERS
from arms_analytics.workbook.personal_data.places import PLACES
from arms_analytics.workbook.personal_data.vocabulary import FIRST_NAMES

RULES = (*NUMBERS, *PLACES, *NAMES)


class Masked(NamedTuple):
    """A text with personal data masked, and which kinds were found."""

    text: str
    kinds: tuple[str, ...]


def mask(text: str, among: Collection[str] = hints.ALL) -> Masked:
    """Mask likely personal data: "[name removed]". A text without any comes back unchanged.

    `among` are the hints that a longer text around it gives, where that was looked through before.
    """
    given = hints.of(text, among)
    if not given:
        return Masked(text, ())
    spans: list[tuple[int, int, str]] = []
    for rule in RULES:
        if rule.hint not in given:
            continue
        for match in rule.pattern.finditer(text):
            start, end = match.span("x")
            if rule.holds(match) and not any(start < taken[1] and end > taken[0] for taken in spans):
                spans.append((start, end, rule.kind))
    if not spans:
        return Masked(text, ())
    spans.sort()
    pieces, done = [], 0
    for start, end, kind in spans:
        pieces += [text[done:start], f"[{kind} removed]"]
        done = end
    return Masked("".join(pieces) + text[done:], tuple(dict.fromkeys(kind for _, _, kind in spans)))


def mask_reference(text: str) -> Masked:
    """The same for a plan's reference, blanks around it apart; it may moreover be nothing but a name."""
    text = text.strip()
    found = mask(text)
    if not found.kinds and re.fullmatch(rf"\s*{FIRST} {SURNAME}\s*", text) and text.split()[0].lower() in FIRST_NAMES:
        return Masked("[name removed]", ("name",))
    return found
