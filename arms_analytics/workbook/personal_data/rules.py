"""A rule: one kind of personal data, how it is written, and what a text must hold for the rule to be tried."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of personal data: the pattern's group `x` is masked when `holds` agrees; tried where `hint` is found."""

    kind: str
    hint: str
    pattern: re.Pattern[str]
    holds: Callable[[re.Match[str]], bool]


def always(match: re.Match[str]) -> bool:
    """What the pattern found needs no second look."""
    return bool(match)


def rule(kind: str, hint: str, pattern: str, holds: Callable[[re.Match[str]], bool] = always, flags: int = 0) -> Rule:
    """A rule from its pattern as text."""
    return Rule(kind, hint, re.compile(pattern, flags), holds)
