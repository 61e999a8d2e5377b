"""How much room words need, so that nothing is cut: near enough for Arial, and rather too much than too little."""

from __future__ import annotations

_SHARES = {
    0.25: "iljI.,:;'’‘!| ",
    0.34: 'ftr()[]/-“”"',
    0.5: "cksvxyzJ",
    0.72: "ABCDEGHKNOPQRSUVXYw&",
    0.87: "mMW@%—",
}
_WIDTHS = {letter: share for share, letters in _SHARES.items() for letter in letters}
_OTHER = 0.57
"""Widths of letters as shares of the size of type, after Arial's and a little above them."""

LINE_HEIGHT = 1.2
"""Distance of lines in sizes of type."""


def width_of(text: str, size: float) -> float:
    """Points that the text takes on one line, in type of this size."""
    return size * sum(_WIDTHS.get(letter, _OTHER) for letter in text)


def longest_word(text: str, size: float) -> float:
    """Points that its longest word takes: a column narrower than that breaks it."""
    return max((width_of(word, size) for word in text.split()), default=0.0)


def lines_of(text: str, size: float, width: float) -> int:
    """Lines that the text takes in a column of this width (points), broken between words as programs break it."""
    return sum(_wrapped(paragraph, size, width) for paragraph in text.split("\n"))


def height_of(text: str, size: float, width: float) -> float:
    """Points that the text takes downwards in a column of this width."""
    return lines_of(text, size, width) * size * LINE_HEIGHT


def _wrapped(paragraph: str, size: float, width: float) -> int:
    lines, used = 1, 0.0
    for word in paragraph.split(" "):
        needed = width_of(word + " ", size)
        if used and used + needed > width:
            lines, used = lines + 1, 0.0
        used += needed
        if used > width:  # a word longer than the line is broken inside
            broken, used = divmod(used, width)
            lines += int(broken)
    return lines
