"""The cumulative logit of an ordered grade: P(grade ≤ c) = σ(τ_c − η), its slope and its curvature.

Agresti, Analysis of Ordinal Categorical Data (2nd ed. 2010), section 3.2. Written with A = σ(τ_y − η) and
B = σ(τ_{y−1} − η), so that the probability of grade y is A − B.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

Floats = NDArray[np.float64]

SMALLEST = 1e-12
"""Probabilities are kept from reaching 0, where a logarithm would end everything."""


def above_and_below(thresholds: Floats, grade: NDArray[np.int8], eta: Floats) -> tuple[Floats, Floats]:
    """A and B for each answer; grade and eta broadcast against each other."""
    cuts = np.concatenate([[-np.inf], thresholds, [np.inf]])
    return expit(cuts[grade + 1] - eta), expit(cuts[grade] - eta)


@dataclass(frozen=True, slots=True)
class Local:
    """The log likelihood around one point, per answer (any shape) and for the thresholds.

    `slope` and `weight` are the first and the negative second derivative in η; `cross` (…, cuts) is the negative
    mixed derivative in η and each threshold; `cut_slope` (cuts,) and `cut_weight` (cuts, cuts) are summed over
    the answers. Where `graded` is False everything is 0.
    """

    value: float
    slope: Floats
    weight: Floats
    cross: Floats
    cut_slope: Floats
    cut_weight: Floats


def expand(thresholds: Floats, grade: NDArray[np.int8], eta: Floats, graded: NDArray[np.bool_]) -> Local:
    """The log likelihood of these grades to second order in η and the thresholds."""
    above, below = above_and_below(thresholds, np.where(graded, grade, 0), eta)
    share = np.maximum(above - below, SMALLEST)
    a, b = np.where(graded, above * (1 - above), 0.0), np.where(graded, below * (1 - below), 0.0)
    cuts = len(thresholds)
    cross = np.zeros((*eta.shape, cuts))
    cut_slope, cut_weight = np.zeros(cuts), np.zeros((cuts, cuts))
    for cut in range(cuts):
        upper, lower = graded & (grade == cut), graded & (grade == cut + 1)
        cross[..., cut] = -a * upper - b * lower
        cut_slope[cut] = (a / share)[upper].sum() - (b / share)[lower].sum()
        own = (a / share) ** 2 - a * (1 - 2 * above) / share
        other = (b / share) ** 2 + b * (1 - 2 * below) / share
        cut_weight[cut, cut] = own[upper].sum() + other[lower].sum()
        if cut:
            cut_weight[cut, cut - 1] = cut_weight[cut - 1, cut] = -(a * b / share**2)[upper].sum()
    value = float(np.log(share, where=graded, out=np.zeros_like(share)).sum())
    slope = np.where(graded, above + below - 1, 0.0)
    return Local(value, slope, a + b, cross, cut_slope, cut_weight)


def starting_thresholds(grade: NDArray[np.int8], graded: NDArray[np.bool_], steps: int) -> Floats:
    """The cuts that a scale has when nothing else is known; half a review on each step keeps them finite."""
    count = np.bincount(grade[graded], minlength=steps) + 0.5
    share = np.cumsum(count)[:-1] / count.sum()
    return np.asarray(np.log(share / (1 - share)))
