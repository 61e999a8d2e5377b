"""Words that are names, and words that are none however they are written."""

from __future__ import annotations

from pathlib import Path


def _words(name: str) -> frozenset[str]:
    return frozenset((Path(__file__).parent / "words" / f"{name}.txt").read_text(encoding="utf-8").split())


FIRST_NAMES, NO_SURNAMES, ORDINARY = _words("first_names"), _words("no_surnames"), _words("ordinary")
NO_NAMES = _words("no_names") | ORDINARY
ALSO_SURNAMES = _words("also_surnames")
"""Ordinary words that many people are called."""
LETTERED = _words("lettered")
"""What a single letter numbers: "appendix B"."""
OF_PLACES = frozenset(
    {"chapel", "church", "field", "green", "hall", "hill", "house", "lane", "park", "street", "town", "wood"}
)


def is_ordinary(word: str) -> bool:
    """Whether a word, or what it is a form of, stands in a plain dictionary: no name, however it is written."""
    word = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    if word in NO_NAMES or len(word) < 3:
        return True
    for ending in ("s", "es", "ed", "d", "ing", "ly", "ment", "al", "ies", "ied", "ness", "ion", "ation", "able"):
        if word.endswith(ending):
            base = word.removesuffix(ending)
            forms = {base, base + "e", base + "y", base[:-1] if base[-1:] == base[-2:-1] else base}
            if len(base) > 2 and forms & ORDINARY:
                return True
    return "-" in word and all(is_ordinary(part) for part in word.split("-"))


def no_surname(word: str) -> bool:
    """A word that is no surname in capitals: an acronym, or an ordinary word that somebody shouts."""
    return word.upper() in NO_SURNAMES or is_ordinary(word)
