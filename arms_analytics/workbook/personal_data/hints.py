"""Which rules are worth trying on a text: most feedback holds little of what they look for, and is done with quickly.

A text's shape has A for every capital, a for every small letter, 0 for every figure. A pattern that begins with one of
these is found in the shape, or found missing, by far sooner than the same pattern in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from arms_analytics.workbook.personal_data.names import LOWER, UPPER, has_title, speaks_of_a_person
from arms_analytics.workbook.personal_data.places import in_a_street


def _shape(character: str) -> str:
    """A, a or 0 for a letter or figure, otherwise the character itself."""
    if re.match(rf"[{UPPER}]", character):
        return "A"
    return "a" if re.match(rf"[{LOWER}]", character) else "0" if character in "0123456789" else character


_SHAPES = "".join(map(_shape, map(chr, range(256)))).encode("latin-1")
_FROM_A_CAPITAL = {
    "capitals": rb"A[A'\-]{2}",
    "two": b"Aa+,? A",
    "rank": rb"A[Aa]{1,3}a*\.? A",
    "initial": rb"A(?:\. ?| )(?:A\.? ?){0,2}A[a']",
    "title": rb"A[Aa]+\.? (?:(?:[Aa]{2,3}[ \-]){1,2})?A",
    "person": rb"A(?<=[^.?!][ :,\-(]A)",
    "prison": b"A0000AA(?![Aa0])",
    "plate": b"A0{1,3} ?AAA(?![Aa0])",
}
_FROM_A_FIGURE = {
    "stroke": b"0/000",
    "digits": rb"0(?:[ \-)]{0,2}0){8}",
    "insured": b"0 ?A(?![Aa0])",
    "house": b"0[Aa]?,? A",
    "street": b"0[Aa]?,? [Aa]",
    "post": b"0[Aa]? ?0[Aa]{2}(?![Aa0])",
}
"""Hints by what the shape of a text must hold somewhere; one look for several is quick only if all begin alike."""
_LOOKS = {hint: re.compile(pattern).search for hint, pattern in (_FROM_A_CAPITAL | _FROM_A_FIGURE).items()}
_ANY_FROM_A_CAPITAL = re.compile(b"|".join(_FROM_A_CAPITAL.values())).search
_ANY_FROM_A_FIGURE = re.compile(b"|".join(_FROM_A_FIGURE.values())).search
"""One look for all: most texts hold none."""
_BESIDE_FIGURES = {
    "birth": "birth", "born": "birth", "dob": "birth", "d.o": "birth", "do.b": "birth", "(b": "birth",
    "visor": "visor", "pnc": "record", "cro": "record",
    "passport": "passport", "ip ": "internet", "ip:": "internet",
    "vrm": "vehicle", "vrn": "vehicle", "reg": "vehicle", "index": "vehicle",
}  # fmt: skip
"""The words that give a hint, in whatever case, where there are figures as well."""
_CLOSER: dict[str, Callable[[str], object]] = {"title": has_title, "person": speaks_of_a_person, "street": in_a_street}
"""What is said only of few texts of that shape, and takes longer to see."""


_OF_SOMEBODY = (", his ", ", her ", ", their ", "(his ", "(her ", "(their ", ", the ", "(the ")
"""So begins what follows a name: "Emily, his partner"."""

ALL = frozenset({*_FROM_A_CAPITAL, *_FROM_A_FIGURE, *_BESIDE_FIGURES.values(), "@", "user", "kin"})


def of(text: str, among: Collection[str] = ALL) -> set[str]:
    """The hints that a text gives; none, for most. What a longer text around it gives may be known: `among` these."""
    shape = text.replace("’", "'").encode("latin-1", "replace").translate(_SHAPES)
    found = _held(shape, _FROM_A_CAPITAL, among) if _ANY_FROM_A_CAPITAL(shape) else set()
    if b"0" in shape:
        words = text.lower()
        found |= _held(shape, _FROM_A_FIGURE, among) if _ANY_FROM_A_FIGURE(shape) else set()
        found |= {hint for word, hint in _BESIDE_FIGURES.items() if hint in among and word in words}
    if "mr" in text:
        found.add("title")
    if "user" in text or "User" in text:
        found.add("user")
    if any(map(text.__contains__, _OF_SOMEBODY)):
        found.add("kin")
    if found:
        found -= {hint for hint, looks in _CLOSER.items() if hint in found and not looks(text)}
    return found | {"@"} if "@" in text else found


def _held(shape: bytes, hints: Iterable[str], among: Collection[str]) -> set[str]:
    return {hint for hint in hints if hint in among and _LOOKS[hint](shape)}
