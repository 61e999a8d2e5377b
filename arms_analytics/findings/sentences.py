"""How findings are said: numbers, chances and shares as a person would read them out."""

from __future__ import annotations

from collections.abc import Iterable

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(count: int) -> str:
    """`four`; figures above ten."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else f"{count:,}"


def counted(count: int, thing: str) -> str:
    """`one force`, `four forces`, `12 forces`."""
    return f"{number(count)} {thing}{'' if count == 1 else 's'}"


def chance(probability: float) -> str:
    """`93 in 100`; never certain: `more than 99 in 100`, `less than 1 in 100`."""
    if probability >= 0.995:
        return "more than 99 in 100"
    if probability < 0.005:
        return "less than 1 in 100"
    return f"{probability * 100:.0f} in 100"


def share(value: float) -> str:
    """`48%`."""
    return f"{value * 100:.0f}%"


def likely(estimate: float, low: float, high: float) -> str:
    """`best estimate 48%, likely range 30% to 66%`."""
    return f"best estimate {share(estimate)}, likely range {share(low)} to {share(high)}"


def one_of(things: Iterable[str], joint: str = "and") -> str:
    """`Cheshire, Cumbria and Lancashire`; empty for none."""
    *most, last = [*things] or [""]
    return f"{', '.join(most)} {joint} {last}" if most else last
