"""Is one officer weak on one question: the same grid, around everything else that is known of the plans."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from arms_analytics.model.design import NOTHING
from arms_analytics.model.drift import GRID, Drift, answer_likelihoods, spread_over_grid
from arms_analytics.model.rates import Shares, level, percentile, share_below
from arms_analytics.model.rating import Rating

Floats = NDArray[np.float64]

PRIOR: Floats = 0.9 * spread_over_grid(0.25) + 0.1 * spread_over_grid(1.5)
WEAK = -1.0
"""Logits: an officer this much below what the force does on the question needs training of their own."""


def weak_officers(rating: Rating, drift: Drift) -> Shares:
    """(officers, questions): the share of an officer's plans that would fail now; the chance of being WEAK or weaker.

    An officer whose plans were never reviewed has the prior's chance, which is small.
    """
    design = rating.design
    logs = answer_likelihoods(rating, rating.mean.eta(design, without_cell=True) + _cells(rating, drift))
    weights = np.zeros((design.officers, design.questions, GRID.size))
    known = design.officer != NOTHING
    np.add.at(weights, design.officer[known], logs[known])
    weights += np.log(PRIOR)
    weights = np.exp(weights - weights.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    force = np.zeros(design.officers, dtype=np.int64)
    force[design.officer[known]] = design.force[known]
    now = level(rating, design.quarters - 1) + drift.now @ GRID
    share = share_below(rating, design.failing - 1, now[force] + rating.mean.officer[:, None], officers=False)
    low, high = percentile(weights, share, 0.97), percentile(weights, share, 0.03)
    return Shares((weights * share).sum(axis=-1), low, high, weights[..., GRID <= WEAK].sum(axis=-1))


def _cells(rating: Rating, drift: Drift) -> Floats:
    """(reviews, questions): where the review's cell stood in its quarter."""
    design = rating.design
    return np.asarray((drift.smoothed @ GRID)[design.force, :, design.quarter])
