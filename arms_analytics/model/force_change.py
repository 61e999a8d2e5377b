"""Did a whole force change: its last two quarters against those before, allowing for who reviewed them.

By generalised least squares (Aitken 1935) over all forces' quarters at once: a force that reviews one force and then
another tells, by how both look, how far its own strictness has drifted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve

from arms_analytics.model.design import NOTHING, Design
from arms_analytics.model.rating import Rating

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

RECENT, EARLIER = 2, 4
"""Quarters that must be there: never one alone."""
CLEAR = 1.7
"""Standard errors that make a change worth saying: 1.645, nine in ten, flagged more than seven in a hundred of the
forces that had hardly moved, on development regions."""
MOST_UNSURE = 0.98
"""Of a quarter that tells next to nothing, the part of the prior's variance that its posterior is held under."""
DRIFT = 0.15
"""Logits by which a reviewing force's strictness moves on in a quarter (sd), while the rating takes it as steady."""


@dataclass(frozen=True, slots=True)
class ForceChange:
    """(forces,) each: better by `estimate` logits (worse below 0) and its standard error; nan with too few quarters."""

    estimate: Floats
    se: Floats

    @property
    def clear(self) -> Bools:
        """Where it is more than chance."""
        return np.abs(self.estimate) > CLEAR * self.se


def force_changes(rating: Rating) -> ForceChange:
    """Each force has a level of its own, and where there are quarters enough a change that its last ones add to it."""
    design = rating.design
    seen = np.zeros((design.forces, design.quarters), dtype=bool)
    seen[design.force, design.quarter] = True
    recent = np.arange(design.quarters) >= design.quarters - RECENT
    told = ((seen & recent).sum(axis=1) >= RECENT) & ((seen & ~recent).sum(axis=1) >= EARLIER)
    nothing = np.full(design.forces, np.nan)
    change = ForceChange(nothing, nothing.copy())
    if told.any():
        change.estimate[told], change.se[told] = _least_squares(rating, seen, recent, told)
    return change


def _least_squares(rating: Rating, seen: Bools, recent: Bools, told: Bools) -> tuple[Floats, Floats]:
    """The changes of the forces `told` and their standard errors."""
    force, quarter = np.nonzero(seen)
    quality, luck = _quarters_of_forces(rating)
    covariance = np.diag(luck[seen]) + _drift(rating.design, force, quarter)
    own = np.equal.outer(force, np.arange(rating.design.forces)).astype(float)
    levels, changes = own[:, seen.any(axis=1)], own[:, told] * recent[quarter, None]
    effects = np.hstack([levels, changes])
    weighted = cho_solve(cho_factor(covariance, lower=True), np.column_stack([effects, quality[seen]]))
    normal = cho_factor(effects.T @ weighted[:, :-1], lower=True)
    estimate = cho_solve(normal, effects.T @ weighted[:, -1])
    variance = np.diag(cho_solve(normal, np.eye(effects.shape[1])))
    return estimate[levels.shape[1] :], np.sqrt(variance[levels.shape[1] :])


def _quarters_of_forces(rating: Rating) -> tuple[Floats, Floats]:
    """(forces, quarters) each: what every quarter says of its force, shrinkage undone, trend put back; its variance."""
    design, sd = rating.design, rating.sd["force_quarter"]
    held = np.minimum(rating.variance.force_quarter, MOST_UNSURE * sd**2)
    years = (np.arange(design.quarters) - (design.quarters - 1)) / 4
    trend = (rating.mean.region_trend + rating.mean.force_trend)[:, None] * years
    quality = rating.mean.force_quarter / (1 - held / sd**2) + rating.mean.quarter + trend
    return quality, sd**2 + 1 / (1 / held - 1 / sd**2)


def _drift(design: Design, force: NDArray[np.int64], quarter: NDArray[np.int64]) -> Floats:
    """The covariance of what these forces' quarters are off by because strictness drifts.

    A random walk of each reviewing force, less its mean over the quarters, which the rating has taken off, and less
    what all reviewing forces share, which cannot be told from a change of the whole region.
    """
    moves = np.tril(np.ones((design.quarters, design.quarters)))
    moves -= moves.mean(axis=0)
    walk = DRIFT**2 * moves @ moves.T
    met = _graded_by(design)[force, quarter]
    met = met - met.sum(axis=1, keepdims=True) / design.forces
    return np.asarray(met @ met.T * walk[np.ix_(quarter, quarter)])


def _graded_by(design: Design) -> Floats:
    """(forces, quarters, forces): the part of a force's reviews in a quarter that each force graded."""
    graded = np.zeros((design.forces, design.quarters, design.forces + 1))
    np.add.at(graded, (design.force, design.quarter, design.reviewing_force), 1.0)  # NOTHING: the last, left out
    return np.asarray(graded[..., :-1] / np.maximum(graded.sum(axis=-1, keepdims=True), 1.0))


assert NOTHING == -1
