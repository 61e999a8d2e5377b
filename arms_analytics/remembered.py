"""What was worked out once for a text of a workbook, kept while the program runs, and forgotten after an erasure."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Worked = TypeVar("Worked")
_KEPT: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[Asked, Worked]], Callable[Asked, Worked]]:
    """For a function of texts that is asked the same again and again: its answers to the last `most` are kept."""

    def keep(function: Callable[Asked, Worked]) -> Callable[Asked, Worked]:
        kept = lru_cache(most)(function)
        _KEPT.append(kept.cache_clear)
        return kept  # type: ignore[return-value]

    return keep


def forget() -> None:
    """Keep none of them: no name and no word of a workbook stays in memory."""
    for clear in _KEPT:
        clear()
