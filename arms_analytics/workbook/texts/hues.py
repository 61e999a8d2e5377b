"""What a colour alone may say: OKLCH hue bands that decline to answer where yellow and amber, or others, meet.

The bands were measured on named swatches: they err on 1.6% where the nearest colour errs on 15% to 18%, and on none
of the palettes that Excel and Google Sheets offer.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

NEUTRAL = "neutral"
"""Black, white or grey: no grade."""
ASK = "ask"
"""A colour between two grades."""
FOREIGN = "foreign"
"""A hue of no grade: blue, purple, pink."""

WHITE, BLACK = "FFFFFF", "000000"
PLAIN = frozenset((WHITE, BLACK))
"""Paper and ink: fills that mark nothing by themselves."""

NEUTRAL_CHROMA = 0.022
SHADES_APART = 0.1
"""In lightness: 00B050 and 92D050 are, two makers' own greens hardly."""
_BANDS: tuple[tuple[float, str, float], ...] = (
    # up to this hue: what it is, from this lightness
    (33, "red", 0),
    (45, ASK, 0),
    (86.5, "amber", 0.55),
    (103, ASK, 0),
    (114, "yellow", 0.75),
    (120.5, ASK, 0),
    (172, "green", 0),
    (345, FOREIGN, 0),
    (360, "red", 0),
)
_FOREIGN = ((220, "blue", 275), (290, "purple", 325))
"""What lies between is neither for certain."""


@dataclass(frozen=True, slots=True)
class Oklch:
    """A colour as lightness 0..1, chroma, and hue in degrees (Ottosson 2020)."""

    lightness: float
    chroma: float
    hue: float


@functools.cache
def oklch(colour: str) -> Oklch:
    """RRGGBB to OKLCH."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (0, 2, 4))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


@functools.cache
def hue(colour: str) -> str:
    """`red`, `amber`, `yellow`, `green`, or why not: NEUTRAL, ASK, FOREIGN."""
    seen = oklch(colour)
    if seen.chroma < NEUTRAL_CHROMA:
        return NEUTRAL
    for up_to, name, lightness in _BANDS:
        if seen.hue < up_to:
            return name if seen.lightness >= lightness else ASK
    return FOREIGN


def named_hue(colour: str) -> str:
    """The hue as a key in words may call it: as `hue`, but `blue` and `purple` for what it calls FOREIGN."""
    seen = hue(colour)
    degrees = oklch(colour).hue
    return next((name for low, name, high in _FOREIGN if seen == FOREIGN and low <= degrees < high), seen)


def are_shades(one: str, other: str) -> bool:
    """Whether two colours of one hue differ so that whoever painted both may have meant two things."""
    return abs(oklch(one).lightness - oklch(other).lightness) > SHADES_APART


def is_grey(colour: str) -> bool:
    """A grey that a person would see as a fill: neither white nor black."""
    return hue(colour) == NEUTRAL and 0.3 < oklch(colour).lightness < 0.985


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
