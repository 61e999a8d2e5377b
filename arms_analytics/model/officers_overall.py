"""How does one officer do over all questions, beside the colleagues of the same force: described, never a flag."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from arms_analytics.model.design import NOTHING, Design
from arms_analytics.model.drift import Drift
from arms_analytics.model.rates import Shares, level, officers_met, share_below
from arms_analytics.model.rating import Rating
from arms_analytics.model.statements import Z90

Floats = NDArray[np.float64]

BELOW = -0.5
"""Logits: an officer this much below the force's average officer does clearly worse over all questions."""


def overall(rating: Rating, drift: Drift) -> Shares:
    """(officers,): the share of an officer's answers that would fail now, a mean over questions; the chance of BELOW.

    An officer whose plans were never reviewed is an average one of whom little is known.
    """
    beside, sd = beside_colleagues(rating), np.sqrt(rating.variance.officer)
    centre, low, high = (_failing(rating, drift, beside + reach * sd) for reach in (0, Z90, -Z90))
    return Shares(centre, low, high, ndtr((BELOW - beside) / sd))


def beside_colleagues(rating: Rating) -> Floats:
    """(officers,): logits above the mean officer of the force."""
    met = officers_met(rating.design)
    force = met @ rating.mean.officer / np.maximum(met.sum(axis=1), 1)
    return np.asarray(rating.mean.officer - met.T @ force)


def forces_of(design: Design) -> NDArray[np.int64]:
    """(officers,): whose officer each is; the first force's where no plan says so."""
    known = design.officer != NOTHING
    force = np.zeros(design.officers, dtype=np.int64)
    force[design.officer[known]] = design.force[known]
    return force


def _failing(rating: Rating, drift: Drift, beside: Floats) -> Floats:
    """(officers,): the share that fails of officers who stand so far above the mean officer of their force."""
    force, now = forces_of(rating.design), level(rating, rating.design.quarters - 1)
    share = share_below(rating, rating.design.failing_steps - 1, now[force] + beside[:, None], officers=False)
    return np.asarray((drift.now[force] * share).sum(axis=-1).mean(axis=1))
