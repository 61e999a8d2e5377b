"""Likely personal data in feedback and references: masked before anything is stored, each kind in words.

It errs on the side of masking what names a person and leaves alone what only looks like it: dates of visits, log and
paragraph numbers, counts, place names, officers' and plans' references. It cannot catch everything, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from arms_analytics.workbook.personal_data.names import FIRST, LOWER, NAMES, SURNAME, TITLE, UPPER, speaks_of_a_person
from arms_analytics.workbook.personal_data.numbers import NUMBERS
from arms_analytics.workbook.personal_data.places import PLACES
from arms_analytics.workbook.personal_data.vocabulary import FIRST_NAMES

HINTS: dict[str, Callable[[str], object]] = {
    "@": re.compile("@").search,
    "birth": re.compile(r"birth|born|d\.?o\.?b|\(b", re.I).search,
    "visor": re.compile("visor", re.I).search,
    "stroke": re.compile(r"\d/\d{3}").search,
    "record": re.compile(r"\bpnc|\bcro\b", re.I).search,
    "digits": re.compile(r"\d(?:[ \-)]{0,2}\d){8}").search,
    "insured": re.compile(r"\d ?[A-D]\b").search,
    "plate": re.compile(r"[A-Z]\d{1,3} ?[A-Z]{3}\b|\b(?:VR[MN]|[Rr]eg|[Ii]ndex)").search,
    "house": re.compile(r"\d[A-Za-z]?,? [A-Za-z]").search,
    "post": re.compile(r"\d ?\d[A-Za-z]{2}\b").search,
    "capitals": re.compile(rf"[{UPPER}][{UPPER}'’\-]{{2}}").search,
    "title": re.compile(rf"\b(?:{TITLE}|mrs?)\b").search,
    "person": speaks_of_a_person,
    "two": re.compile(rf"[{UPPER}][{LOWER}]+,? [{UPPER}]").search,
}
"""What a text must hold for a rule to be worth trying: most feedback holds little of it, and is done with quickly."""


RULES = (*NUMBERS, *PLACES, *NAMES)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with personal data masked, and which kinds were found."""

    text: str
    kinds: tuple[str, ...]


def mask(text: str) -> Masked:
    """Mask likely personal data: "[name removed]". A text without any comes back unchanged."""
    hints = {hint for hint, found in HINTS.items() if found(text)}
    spans: list[tuple[int, int, str]] = []
    for rule in RULES:
        if rule.hint not in hints:
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
    """The same for a plan's reference, which may moreover be nothing but a name."""
    found = mask(text)
    if not found.kinds and re.fullmatch(rf"\s*{FIRST} {SURNAME}\s*", text) and text.split()[0].lower() in FIRST_NAMES:
        return Masked("[name removed]", ("name",))
    return found
