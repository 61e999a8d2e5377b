"""The one place of colours: a fill and its ink for each step of the grade scale, in three palettes.

The collated sheets' own colours come from the network's grade scale; the other two are ramps from worst to best
of which a scale takes as many steps as it has. Text never rests on a fill alone: cells carry letters or counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from arms_analytics.vocabulary import Grade, GradeScale

LINE, BESIDE = "3D7BD0", "7A828C"
"""What is drawn in a figure, and what it is compared with: told from white and from the dark page alike (3:1)."""
DARK_INK, LIGHT_INK = "101010", "FFFFFF"

# Orange to blue, after ColorBrewer's PuOr and Blues: told apart with any of the common colour vision deficiencies.
_ORANGE_TO_BLUE = ("7A2E00", "A84A06", "DB7F1D", "FDBE6F", "F2EDE6", "A9D0EA", "6FAED8", "2F76B5", "123F73")
# Black to white: told apart in print without colour, each ink at least 7:1 against its fill.
_BLACK_TO_WHITE = ("000000", "2B2B2B", "434343", "555555", "B4B4B4", "CBCBCB", "DEDEDE", "F0F0F0", "FFFFFF")


@dataclass(frozen=True, slots=True)
class Paint:
    """A fill and the ink that reads on it, both RRGGBB."""

    fill: str
    ink: str


@dataclass(frozen=True, slots=True)
class Palette:
    """`paints` by grade key, worst first. `key` goes into links, `label` is what people choose by."""

    key: str
    label: str
    paints: dict[str, Paint]

    def __getitem__(self, grade: str) -> Paint:
        return self.paints[grade]


def luminance(colour: str) -> float:
    """Relative luminance of RRGGBB, 0 to 1 (WCAG 2.2, relative luminance)."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two RRGGBB colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(fill: str) -> str:
    """The ink, dark or light, that reads better on this fill."""
    return max((DARK_INK, LIGHT_INK), key=lambda ink: contrast(fill, ink))


def _ramp(grades: tuple[Grade, ...], colours: tuple[str, ...]) -> Iterator[tuple[str, Paint]]:
    """As many colours as there are grades, evenly spaced over the ramp, its ends included."""
    last = max(len(grades) - 1, 1)
    for grade in grades:
        fill = colours[round(grade.rank * (len(colours) - 1) / last)]
        yield grade.key, Paint(fill, ink_on(fill))


def palettes(scale: GradeScale) -> dict[str, Palette]:
    """The palettes a person may choose from for this scale, by key; the first is the collated sheets' own."""
    collated = {grade.key: Paint(grade.colour, grade.ink) for grade in scale}
    made = (
        Palette("collated", "As in the collated sheets", collated),
        Palette("colour-blind", "Safe for colour blindness", dict(_ramp(scale.grades, _ORANGE_TO_BLUE))),
        Palette("high-contrast", "High contrast", dict(_ramp(scale.grades, _BLACK_TO_WHITE))),
    )
    return {palette.key: palette for palette in made}
