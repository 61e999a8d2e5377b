"""Which rules are worth trying on a text: most feedback holds little of what they look for, and is done with quickly.

A text's shape has A for every capital, a for every small letter, 0 for every figure. A pattern that begins with one of
these is found in the shape, or found missing, by far sooner than the same pattern in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from arms_analytics.workbook.personal_data.names import LOWER, UPPER, has_title, speaks_of_a_person
from arms_analytics.workbook.personal_data.places import in_a_street

Looks = Callable[[str], object]


class _Shapes(dict[int, str]):
    """The shape of every character, worked out when it is first met."""

    _SHAPE = re.compile(rf"(?P<A>[{UPPER}])|(?P<a>[{LOWER}])|(?P<figure>\d)")

    def __missing__(self, code: int) -> str:
        found = self._SHAPE.match(chr(code))
        shape = {"A": "A", "a": "a", "figure": "0"}[found.lastgroup or ""] if found else chr(code)
        return self.setdefault(code, shape)


_SHAPES = _Shapes()
_IN_LETTERS: dict[str, Looks] = {
    "capitals": re.compile(r"A[A'’\-]{2}").search,
    "two": re.compile("Aa+,? A").search,
    "title": re.compile(r"A[Aa]+\.? (?:(?:[Aa]{2,3}[ \-]){1,2})?A").search,
    "person": re.compile(r"A(?<=[^.?!][ :,\-(]A)").search,
}
_IN_FIGURES: dict[str, Looks] = {
    "stroke": re.compile("0/000").search,
    "digits": re.compile(r"0(?:[ \-)]{0,2}0){8}").search,
    "insured": re.compile("0 ?A(?![Aa0])").search,
    "plate": re.compile("A0{1,3} ?AAA(?![Aa0])").search,
    "house": re.compile("0[Aa]?,? A").search,
    "street": re.compile("0[Aa]?,? [Aa]").search,
    "post": re.compile("0[Aa]? ?0[Aa]{2}(?![Aa0])").search,
}
"""Hints by what the shape of a text must hold somewhere."""
_BESIDE_FIGURES = {
    "birth": "birth", "born": "birth", "dob": "birth", "d.o": "birth", "do.b": "birth", "(b": "birth",
    "visor": "visor", "pnc": "record", "cro": "record",
    "vrm": "vehicle", "vrn": "vehicle", "reg": "vehicle", "index": "vehicle",
}  # fmt: skip
"""The words that give a hint, in whatever case, where there are figures as well."""
_CLOSER: dict[str, Looks] = {"title": has_title, "person": speaks_of_a_person, "street": in_a_street}
"""What is said only of few texts of that shape, and takes longer to see."""


def of(text: str) -> set[str]:
    """The hints that a text gives; none, for most."""
    shape = text.translate(_SHAPES)
    found = {hint for hint, looks in _IN_LETTERS.items() if looks(shape)}
    if "0" in shape:
        words = text.lower()
        found |= {hint for hint, looks in _IN_FIGURES.items() if looks(shape)}
        found |= {hint for word, hint in _BESIDE_FIGURES.items() if word in words}
    if "mr" in text:
        found.add("title")
    if found:
        found -= {hint for hint, looks in _CLOSER.items() if hint in found and not looks(text)}
    return found | {"@"} if "@" in text else found
