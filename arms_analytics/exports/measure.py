"""How much room words need, so that nothing is cut: near enough for Arial, and rather too much than too little."""

from __future__ import annotations

_NARROW, _SLIM, _WIDE, _CAPITAL, _OTHER = 0.24, 0.34, 0.86, 0.69, 0.56
_SHARES = (
    dict.fromkeys("iljI.,;:'!|’‘", _NARROW) | dict.fromkeys(" ftr()[]/-–\"", _SLIM) | dict.fromkeys("mwMW@%—", _WIDE)
)  # fmt: skip
LINE_HEIGHT = 1.2
"""Distance of lines in sizes of type."""


def width_of(text: str, size: float) -> float:
    """Points that the text takes on one line, in type of this size."""
    return size * sum(_SHARES.get(letter, _CAPITAL if letter.isupper() else _OTHER) for letter in text)


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
