"""Where the cells of each question stand on the whole: weighed again with the cells as stage two takes them.

Stage one takes every cell as normal and draws each question towards the others: single cells that are far off pull
their question's level, and a question that is bad everywhere is thought better than it is. Here a question's level is
tried on a few points, each with the chance of the grades of all forces when cells may be unusual.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from arms_analytics.model.chain import Chain, added
from arms_analytics.model.grid import normalised
from arms_analytics.model.rating import Rating

Floats = NDArray[np.float64]

SHIFTS: Floats = np.arange(-0.75, 0.76, 0.25)
"""Logits from where stage one has a question; the posterior's sd is half a step and more, which sums well enough."""
LIKE_OTHERS_SD, APART_SD, APART_SHARE = 0.4, 1.3, 0.05
"""A question is like the others, or, one in twenty, far from them."""


@dataclass(frozen=True, slots=True)
class QuestionLevels:
    """`chance` (questions, shifts) of each level; `now` (forces, questions, shifts, grid): where cells stand, if so."""

    chance: Floats
    now: Floats

    @property
    def mean(self) -> Floats:
        """(questions,): logits from where stage one has it."""
        return np.asarray(self.chance @ SHIFTS)

    @property
    def variance(self) -> Floats:
        """(questions,)."""
        return np.asarray(self.chance @ SHIFTS**2 - self.mean**2)


def question_levels(rating: Rating, likelihood: Floats) -> QuestionLevels:
    """From the likelihood of each cell's quarters, (forces, questions, quarters, grid).

    The prior is one around the mean question, not around stage one's estimate: no grade is counted twice.
    """
    tried = [Chain.around(shift).latest(likelihood) for shift in SHIFTS]
    level = rating.mean.question[:, None] + SHIFTS
    log = np.stack([log.sum(axis=0) for _, log in tried], axis=-1) + np.log(_prior(level))
    chance = normalised(np.exp(log - log.max(axis=-1, keepdims=True)))
    return QuestionLevels(chance, np.stack([added(state) for state, _ in tried], axis=2))


def _prior(level: Floats) -> Floats:
    return (1 - APART_SHARE) * _normal(level, LIKE_OTHERS_SD) + APART_SHARE * _normal(level, APART_SD)


def _normal(level: Floats, sd: float) -> Floats:
    """The normal density, but for a factor that all have; `scipy.stats` takes much memory for little."""
    return np.asarray(np.exp(-((level / sd) ** 2) / 2) / sd)
