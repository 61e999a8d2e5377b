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


def edges(thresholds: Floats, grade: NDArray[np.int8]) -> tuple[Floats, Floats]:
    """The cuts over and under each grade: thresholds (cuts,), or (reviews, cuts) for grades (reviews, …)."""
    end = np.full((*thresholds.shape[:-1], 1), np.inf)
    cuts = np.concatenate([-end, thresholds, end], axis=-1)
    if cuts.ndim == 1:
        return cuts[grade + 1], cuts[grade]
    review = np.arange(len(cuts)).reshape(-1, *[1] * (grade.ndim - 1))
    return cuts[review, grade + 1], cuts[review, grade]


@dataclass(frozen=True, slots=True)
class Local:
    """The log likelihood around one point, per answer (any shape) and for the thresholds.

    `slope` and `weight` are the first and the negative second derivative in η; `cross` (…, cuts) is the negative
    mixed derivative in η and each threshold; `cut_slope` and `cut_weight` (…, cuts) are the first and the negative
    second derivative in each threshold, `between` (cuts - 1,) the negative mixed one of each two neighbours, summed
    over the answers. Where nothing is graded everything is 0.
    """

    value: float
    slope: Floats
    weight: Floats
    cross: Floats
    cut_slope: Floats
    cut_weight: Floats
    between: Floats

    def of_cuts(self) -> tuple[Floats, Floats]:
        """Slope (cuts,) and negative curvature (cuts, cuts) in the thresholds, over all answers."""
        each = tuple(range(self.slope.ndim))
        curvature = np.diag(self.cut_weight.sum(axis=each))
        return self.cut_slope.sum(axis=each), curvature + np.diag(self.between, 1) + np.diag(self.between, -1)


def expand(thresholds: Floats, grade: NDArray[np.int8], eta: Floats, graded: NDArray[np.bool_]) -> Local:
    """The log likelihood of these grades to second order in η and the thresholds (as `edges` takes them)."""
    grade = np.where(graded, grade, 0)
    upper, lower = edges(thresholds, grade)
    above, below = expit(upper - eta), expit(lower - eta)
    share = np.maximum(above - below, SMALLEST)
    a, b = np.where(graded, above * (1 - above), 0.0), np.where(graded, below * (1 - below), 0.0)
    cuts = thresholds.shape[-1]
    cross, cut_slope, cut_weight = (np.zeros((*eta.shape, cuts)) for _ in range(3))
    between = np.zeros(max(cuts - 1, 0))
    up, down = a / share, b / share
    up_weight, down_weight = up**2 - up * (1 - 2 * above), down**2 + down * (1 - 2 * below)
    for cut in range(cuts):
        under, over = grade == cut, grade == cut + 1
        cross[..., cut] = -a * under - b * over
        cut_slope[..., cut] = up * under - down * over
        cut_weight[..., cut] = up_weight * under + down_weight * over
        if cut:
            between[cut - 1] = -(up * down)[under].sum()
    value = float(np.log(share, where=graded, out=np.zeros_like(share)).sum())
    slope = np.where(graded, above + below - 1, 0.0)
    return Local(value, slope, a + b, cross, cut_slope, cut_weight, between)


def starting_thresholds(grade: NDArray[np.int8], graded: NDArray[np.bool_], steps: int) -> Floats:
    """The cuts that a scale has when nothing else is known; half a review on each step keeps them finite."""
    count = np.bincount(grade[graded], minlength=steps) + 0.5
    share = np.cumsum(count)[:-1] / count.sum()
    return np.asarray(np.log(share / (1 - share)))
