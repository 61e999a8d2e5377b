"""Lighter and darker, exactly as Excel paints them: ECMA-376's rule (18.8.19) in whole numbers.

Excel reckons hue, lightness and saturation in 240 steps, as Windows has always done. Floating point differs from
what people see by a unit in a third of the colours of Excel's own palette; this reproduces that palette.
"""

from __future__ import annotations

STEPS = 240
SIXTH, THIRD, HALF = STEPS // 6, STEPS // 3, STEPS // 2
NEARLY_WHOLE = 0.05
"""Tints are stored with small errors (0.3999755 for 0.4): a lightness this near below a step has reached it."""


def tinted(colour: str, tint: float) -> str:
    """RRGGBB made darker (tint from -1) or lighter (up to 1); as it was for no tint."""
    if not tint:
        return colour
    hue, lightness, saturation = _hls(*(int(colour[at : at + 2], 16) for at in (0, 2, 4)))
    moved = lightness * (1 + tint) if tint < 0 else lightness * (1 - tint) + STEPS * tint
    return "".join(f"{part:02X}" for part in _rgb(hue, int(moved + NEARLY_WHOLE), saturation))


def _hls(red: int, green: int, blue: int) -> tuple[int, int, int]:
    most, least = max(red, green, blue), min(red, green, blue)
    total, range_ = most + least, most - least
    lightness = (total * STEPS + 255) // 510
    if not range_:
        return 0, lightness, 0
    among = total if lightness <= HALF else 510 - total
    saturation = (range_ * STEPS + among // 2) // among

    def away(part: int) -> int:
        return ((most - part) * SIXTH + range_ // 2) // range_

    if most == red:
        hue = away(blue) - away(green)
    elif most == green:
        hue = THIRD + away(red) - away(blue)
    else:
        hue = 2 * THIRD + away(green) - away(red)
    return hue % STEPS, lightness, saturation


def _rgb(hue: int, lightness: int, saturation: int) -> tuple[int, ...]:
    if not saturation:
        return (lightness * 255 // STEPS,) * 3
    if lightness <= HALF:
        high = (lightness * (STEPS + saturation) + HALF) // STEPS
    else:
        high = lightness + saturation - (lightness * saturation + HALF) // STEPS
    low = 2 * lightness - high
    return tuple(min(255, (_part(low, high, hue + turn) * 255 + HALF) // STEPS) for turn in (THIRD, 0, -THIRD))


def _part(low: int, high: int, hue: int) -> int:
    hue %= STEPS
    if hue < SIXTH:
        return low + ((high - low) * hue + SIXTH // 2) // SIXTH
    if hue < HALF:
        return high
    if hue < 2 * THIRD:
        return low + ((high - low) * (2 * THIRD - hue) + SIXTH // 2) // SIXTH
    return low
