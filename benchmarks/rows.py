"""One line of docs/benchmarks.md, and the clock that fills it."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was done, what it cost, and what is asked of it: `must` has to hold, `aim` is hoped for.

    `holds` is None where nothing is asked, otherwise whether `must` holds. `why` says what the figure needs beside it,
    such as what stands between it and what is hoped for.
    """

    work: str
    figure: str
    must: str = ""
    aim: str = ""
    holds: bool | None = None
    why: str = ""


def seconds(work: Callable[[], object], repeat: int = 5) -> float:
    """The median time of `repeat` calls, in seconds, after one that is not counted."""
    work()
    return statistics.median(once(work) for _ in range(repeat))


def paired(first: Callable[[], object], second: Callable[[], object], repeat: int = 5) -> tuple[float, float, float]:
    """Medians of both in seconds and of their ratio first ÷ second, taken in turn so that noise meets both."""
    first(), second()
    times = [(once(first), once(second)) for _ in range(repeat)]
    return (
        statistics.median(a for a, _ in times),
        statistics.median(b for _, b in times),
        statistics.median(a / b for a, b in times),
    )


def once(work: Callable[[], object]) -> float:
    """The time of one call in seconds, the rubbish of earlier ones swept first."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def as_time(value: float) -> str:
    """Seconds for people: `12 ms`, `3.4 s`."""
    return f"{value * 1000:.3g} ms" if value < 1 else f"{value:.3g} s"
