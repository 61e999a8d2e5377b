"""How findings are said: numbers, chances and shares as a person would read them out."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from arms_analytics.model.enough import GRADED
from arms_analytics.vocabulary import in_100, share

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(count: int) -> str:
    """`four`; figures above ten."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else f"{count:,}"


def counted(count: int, thing: str) -> str:
    """`one force`, `four forces`, `12 forces`."""
    return f"{number(count)} {thing}{'' if count == 1 else 's'}"


def of_last(count: int, reviews: int) -> str:
    """`7 of the last 16 reviews`; `1 of 1 review`."""
    return f"{count} of the last {reviews} reviews" if reviews > 1 else f"{count} of {reviews} review"


def too_few(reviews: int) -> str:
    """`too few reviews`; `too few quarters` where there are reviews enough of late, and it is quarters that lack."""
    return f"too few {'reviews' if reviews < GRADED else 'quarters'}"


def chance(probability: float) -> str:
    """`a 93 in 100 chance`, `an 8 in 100 chance`; never certain: `a chance of over 99 in 100`."""
    said = in_100(probability)
    if not said[0].isdigit():
        return f"a chance of {said}"
    return f"a{'n' if said.startswith(('8', '11 ', '18 ')) else ''} {said} chance"


def allowing(row: pd.Series, forces: str = "the reviewing forces") -> str:
    """How a sentence with a chance begins, of a row that says whether strictness can be told (`strictness_told`)."""
    if row["strictness_told"]:
        return f"Allowing for how strict {forces} are, there is"
    return "How strict the reviewing forces are cannot be told from who reviewed whom. There is"


def likely(estimate: float, low: float, high: float) -> str:
    """`best estimate 48%, likely range 30% to 66%`."""
    return f"best estimate {share(estimate)}, likely range {share(low)} to {share(high)}"


def where(row: pd.Series) -> str:
    """`Merseyside, Q07 (Offence-related interests)`, of a row that has these."""
    return f"{row['reviewed_force']}, {row['question_id']} ({row['short']})"


def guess(row: pd.Series) -> str:
    """As `likely`, of a row that has estimate, low and high."""
    return likely(row["estimate"], row["low"], row["high"])


def listed(things: Iterable[str], joint: str = "and") -> str:
    """`Cheshire, Cumbria and Lancashire`; empty for none."""
    *most, last = [*things] or [""]
    return f"{', '.join(most)} {joint} {last}" if most else last
