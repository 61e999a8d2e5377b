"""Is one officer weak on one question: the same grid, around everything else that is known of the plans.

A mixture (McLachlan and Peel, Finite Mixture Models, 2000): on most questions an officer does as the force does, on
some weaker; a few officers have most of the weaknesses.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from arms_analytics.model.design import NOTHING
from arms_analytics.model.drift import Drift, answer_likelihoods, follow
from arms_analytics.model.grid import GRID, normalised, spread_over_grid
from arms_analytics.model.officers_overall import beside_colleagues, forces_of
from arms_analytics.model.rates import LIKELY, Shares, level, percentile, share_below
from arms_analytics.model.rating import Rating

Floats = NDArray[np.float64]

WEAK = -1.0
"""Logits: an officer this much below what the force does on the question needs training of their own."""
LIKE_THE_FORCE: Floats = spread_over_grid(0.25)
WEAKER: Floats = spread_over_grid(0.6, around=-1.5)
SOME_WEAK, WEAK_ON, ELSEWHERE = 0.2, 0.12, 0.007
"""One officer in five has weaknesses, on about three questions of 25; any other, on seven in a thousand."""


def weak_officers(rating: Rating, drift: Drift) -> Shares:
    """(officers, questions): the share of an officer's plans that would fail now; the chance of being WEAK or weaker.

    Where an officer is plainly weak on one question, a second is likelier. Twice, because a weak officer's plans pull
    down where the cell is thought to stand: the second time they no longer do. An officer whose plans were never
    reviewed has the prior's chance, which is small.
    """
    design = rating.design
    weights = _posterior(rating, drift)
    if design.officers:
        weakness = np.vstack([weights @ GRID, np.zeros(design.questions)])[design.officer]  # NOTHING: the appended 0
        weights = _posterior(rating, follow(rating, drift, weakness))
    now = (level(rating, design.quarters - 1) + drift.now @ GRID)[forces_of(design)]
    around = now + beside_colleagues(rating)[:, None]
    share = share_below(rating, design.failing_steps - 1, around, officers=False)
    high, low = (percentile(weights, share, end) for end in LIKELY)  # more weakness fails more: the share falls
    return Shares((weights * share).sum(axis=-1), low, high, weights[..., GRID <= WEAK].sum(axis=-1))


def _posterior(rating: Rating, drift: Drift) -> Floats:
    """(officers, questions, grid): how far below the force each officer is, given where the force's cells stand."""
    design = rating.design
    offset = rating.mean.eta(design, without_cell=True) + _cells(rating, drift)
    logs = answer_likelihoods(rating.cuts, design.grade, offset)
    likelihood = np.zeros((design.officers, design.questions, GRID.size))
    known = design.officer != NOTHING
    np.add.at(likelihood, design.officer[known], logs[known])
    likelihood = np.exp(likelihood - likelihood.max(axis=-1, keepdims=True))
    like, weaker = likelihood * LIKE_THE_FORCE, likelihood * WEAKER
    weak = chance_of_weak(weaker.sum(axis=-1) / like.sum(axis=-1))[..., None]
    return np.asarray(weak * normalised(weaker) + (1 - weak) * normalised(like))


def chance_of_weak(odds: Floats) -> Floats:
    """(officers, questions): from how much likelier the grades of each are if weak, and what the others say."""
    some, none = 1 - WEAK_ON + WEAK_ON * odds, 1 - ELSEWHERE + ELSEWHERE * odds
    against = (1 - SOME_WEAK) / SOME_WEAK * np.exp(np.log(none).sum(axis=1) - np.log(some).sum(axis=1))
    has_weaknesses = 1 / (1 + against[:, None])
    return np.asarray(odds * (has_weaknesses * WEAK_ON / some + (1 - has_weaknesses) * ELSEWHERE / none))


def _cells(rating: Rating, drift: Drift) -> Floats:
    """(reviews, questions): where the review's cell stood in its quarter."""
    design = rating.design
    return np.asarray((drift.smoothed @ GRID)[design.force, :, design.quarter])
