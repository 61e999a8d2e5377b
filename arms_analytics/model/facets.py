"""The facets of the rating model: what its effects are called, how they start, where they stand in one vector."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from arms_analytics.model.design import NOTHING, Design

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

STARTING_SD = {
    "question": 0.5, "cell": 0.5, "force": 0.3, "officer": 0.3, "risk_level": 0.2, "quarter": 0.15, "severity": 0.5,
    "region_trend": 0.2, "force_trend": 0.15, "force_quarter": 0.25, "review": 0.4,
    "own_cut": 0.15,
}  # fmt: skip
"""Spreads in logits before the data speak; they weigh as much as PRIOR_LEVELS levels of each facet."""

TOGETHER = ("question", "cell", "force", "officer", "risk_level", "quarter", "severity", "region_trend", "force_trend")
"""The facets that are solved for together, in the order in which they follow the thresholds."""


@dataclass(frozen=True, slots=True)
class Effects:
    """One number per level of each facet, in logits of quality (`severity`: more is stricter).

    `cell` is (forces, questions), `force_quarter` (forces, quarters), `review` (reviews,), the others one axis.
    """

    question: Floats
    cell: Floats
    force: Floats
    officer: Floats
    risk_level: Floats
    quarter: Floats
    severity: Floats
    region_trend: Floats
    force_trend: Floats
    force_quarter: Floats
    review: Floats

    def items(self) -> list[tuple[str, Floats]]:
        """Facet and its numbers."""
        return [(field.name, getattr(self, field.name)) for field in fields(self)]

    def of_reviews(self, design: Design) -> Floats:
        """What all questions of a review share, shape (reviews,)."""
        return np.asarray(
            self.force[design.force]
            + at(self.officer, design.officer)
            + at(self.risk_level, design.risk_level)
            + self.quarter[design.quarter]
            - at(self.severity, design.reviewing_force)
            + (self.region_trend + self.force_trend[design.force]) * design.years
            + self.force_quarter[design.force, design.quarter]
            + self.review
        )

    def eta(self, design: Design, *, without_cell: bool = False) -> Floats:
        """Quality as it was graded, shape (reviews, questions)."""
        eta = self.of_reviews(design)[:, None] + self.question
        return eta if without_cell else eta + self.cell[design.force]


def at(values: Floats, index: Ints) -> Floats:
    """The effect of each index, in logits and the shape of `index`; 0 where the level is NOTHING, not known."""
    return np.append(values, 0.0)[index]  # NOTHING is -1: the appended 0


assert NOTHING == -1


def shapes(design: Design) -> dict[str, tuple[int, ...]]:
    """The shape of each facet's effects, by the facet's name."""
    return {
        "question": (design.questions,),
        "cell": (design.forces, design.questions),
        "force": (design.forces,),
        "officer": (design.officers,),
        "risk_level": (design.risk_levels,),
        "quarter": (design.quarters,),
        "severity": (design.forces,),
        "region_trend": (1,),
        "force_trend": (design.forces,),
        "force_quarter": (design.forces, design.quarters),
        "review": (design.reviews,),
    }


class Layout:
    """Where thresholds and facets stand in the vector that is solved for together."""

    def __init__(self, design: Design) -> None:
        self.cuts = design.steps - 1
        self.shapes = shapes(design)
        self.start: dict[str, int] = {}
        size = self.cuts
        for name in TOGETHER:
            self.start[name] = size
            size += int(np.prod(self.shapes[name]))
        self.size = size

    def part(self, name: str) -> slice:
        """Where this facet stands."""
        return slice(self.start[name], self.start[name] + int(np.prod(self.shapes[name])))

    def unpack(self, vector: Floats, force_quarter: Floats, review: Floats) -> Effects:
        """The vector, and the two facets outside it, as effects."""
        inside = {name: vector[self.part(name)].reshape(self.shapes[name]) for name in TOGETHER}
        return Effects(**inside, force_quarter=force_quarter, review=review)
