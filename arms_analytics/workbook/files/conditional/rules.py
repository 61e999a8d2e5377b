"""Conditional formats as data: what a rule asks of a cell, where, in which order, and what it paints."""

from __future__ import annotations

from dataclasses import dataclass, field

from arms_analytics.workbook.cells import Area, Place
from arms_analytics.workbook.files.fills import Fill

MOST_RULES = 20_000
"""On one tab; copies of copies reach hundreds."""


@dataclass(slots=True)
class Stop:
    """One point of a colour scale: `kind` is min, max, num, percent, percentile or formula."""

    kind: str
    value: str = ""
    colour: Fill = field(default_factory=Fill)


@dataclass(slots=True)
class Rule:
    """One rule. `fill` is None where it changes no fill. Attributes as the file names them are in `options`."""

    kind: str
    priority: int
    areas: tuple[Area, ...] = ()
    fill: Fill | None = None
    stops_here: bool = False
    formulas: list[str] = field(default_factory=list)
    scale: list[Stop] = field(default_factory=list)
    options: dict[str, str] = field(default_factory=dict)
    base: Place | None = None
    """The cell that relative references count from; None for the upper left corner of the areas."""
