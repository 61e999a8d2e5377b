"""Likely personal data in feedback and references: masked before anything is stored, each kind in words.

It errs on the side of masking what names a person and leaves alone what only looks like it: dates of visits, log and
paragraph numbers, counts, place names, officers' and plans' references. It cannot catch everything, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from arms_analytics.workbook.personal_data.names import (
    FIRST,
    LOWER,
    NAMES,
    SURNAME,
    UPPER,
    has_title,
    speaks_of_a_person,
)
from arms_analytics.workbook.personal_data.numbers import NUMBERS
from arms_analytics.workbook.personal_data.places import PLACES
from arms_analytics.workbook.personal_data.vocabulary import FIRST_NAMES

DIGIT = re.compile("[0-9]").search
WORDS = {
    "@": ("@",),
    "birth": ("birth", "born", "dob", "d.o", "do.b", "(b"),
    "visor": ("visor",),
    "record": ("pnc", "cro"),
    "vehicle": ("vrm", "vrn", "reg", "index"),
}
"""Each hint's words, one of which a text must hold in whatever case."""

CAPITALS: dict[str, Callable[[str], object]] = {
    "capitals": re.compile(rf"[{UPPER}][{UPPER}'’\-]{{2}}").search,
    "title": has_title,
    "person": speaks_of_a_person,
    "two": re.compile(rf"[{UPPER}][{LOWER}]+,? [{UPPER}]").search,
}
NUMBERED: dict[str, Callable[[str], object]] = {
    "stroke": re.compile(r"[0-9]/\d{3}").search,
    "digits": re.compile(r"[0-9](?:[ \-)]{0,2}\d){8}").search,
    "insured": re.compile(r"[0-9] ?[A-D]\b").search,
    "plate": re.compile(r"[A-Z]\d{1,3} ?[A-Z]{3}\b").search,
    "house": re.compile(r"[0-9][A-Za-z]?,? [A-Za-z]").search,
    "post": re.compile(r"[0-9] ?\d[A-Za-z]{2}\b").search,
}
"""Hints that need a digit."""


RULES = (*NUMBERS, *PLACES, *NAMES)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with personal data masked, and which kinds were found."""

    text: str
    kinds: tuple[str, ...]


def mask(text: str) -> Masked:
    """Mask likely personal data: "[name removed]". A text without any comes back unchanged."""
    hints = _hints(text)
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


def _hints(text: str) -> set[str]:
    """Which rules are worth trying on a text: most feedback holds little of all this, and is done with quickly."""
    holds = text.lower().__contains__
    hints = {hint for hint, words in WORDS.items() if any(map(holds, words))}
    hints |= {hint for hint, found in CAPITALS.items() if found(text)}
    return hints | {hint for hint, found in NUMBERED.items() if found(text)} if DIGIT(text) else hints


def mask_reference(text: str) -> Masked:
    """The same for a plan's reference, which may moreover be nothing but a name."""
    found = mask(text)
    if not found.kinds and re.fullmatch(rf"\s*{FIRST} {SURNAME}\s*", text) and text.split()[0].lower() in FIRST_NAMES:
        return Masked("[name removed]", ("name",))
    return found
