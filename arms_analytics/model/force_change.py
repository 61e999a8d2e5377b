"""Did a whole force change: its last two quarters against those before, allowing for who reviewed them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from arms_analytics.model.rating import Rating

Floats = NDArray[np.float64]

RECENT, EARLIER = 2, 4
"""Quarters that must be there: never one alone."""
CLEAR = 1.645
"""Standard errors that make a change worth saying."""
MOST_UNSURE = 0.98
"""Of a quarter that tells next to nothing, the part of the prior's variance that its posterior is held under."""


@dataclass(frozen=True, slots=True)
class ForceChange:
    """(forces,) each: better by `estimate` logits (worse below 0) and its standard error; nan with too few quarters."""

    estimate: Floats
    se: Floats

    @property
    def clear(self) -> NDArray[np.bool_]:
        """Where it is more than chance."""
        return np.abs(self.estimate) > CLEAR * self.se


def force_changes(rating: Rating) -> ForceChange:
    """Undo the shrinkage of each force's quarters, put its trend back, and compare the means of late and early."""
    design, sd = rating.design, rating.sd["force_quarter"]
    held = np.minimum(rating.variance.force_quarter, MOST_UNSURE * sd**2)
    years = (np.arange(design.quarters) - (design.quarters - 1)) / 4
    trend = (rating.mean.region_trend + rating.mean.force_trend)[:, None] * years
    own = rating.mean.force_quarter / (1 - held / sd**2) + rating.mean.quarter + trend
    variance = sd**2 + 1 / (1 / held - 1 / sd**2)
    seen = np.zeros((design.forces, design.quarters), dtype=bool)
    seen[design.force, design.quarter] = True
    recent = np.arange(design.quarters) >= design.quarters - RECENT
    late, late_variance = _mean(own, variance, seen & recent)
    early, early_variance = _mean(own, variance, seen & ~recent)
    enough = ((seen & recent).sum(axis=1) >= RECENT) & ((seen & ~recent).sum(axis=1) >= EARLIER)
    estimate = np.where(enough, late - early, np.nan)
    return ForceChange(estimate, np.where(enough, np.sqrt(late_variance + early_variance), np.nan))


def _mean(values: Floats, variance: Floats, chosen: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """The plain mean over the chosen quarters of each force, and its variance."""
    count = np.maximum(chosen.sum(axis=1), 1)
    return (values * chosen).sum(axis=1) / count, (variance * chosen).sum(axis=1) / count**2
