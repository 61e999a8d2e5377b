"""What the fitted model says: each statement with its probability, as arrays over forces and questions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from arms_analytics.model.drift import GRID, Drift, answer_likelihoods, spread_over_grid
from arms_analytics.model.rates import Shares, level, officers_met, share_below, summarise
from arms_analytics.model.rating import Rating

Floats = NDArray[np.float64]

A_THIRD = 1 / 3
"""More than one plan in three below the pass grade is a failing question; more than one in three at the top, a strong one."""
CHANGE = 0.5
"""Logits that a cell must have moved to be called improving or deteriorating."""
YEAR = 4
WIDENED = 1.25
"""What stage one's normal intervals are widened by, so that they cover what they say."""
OFFICER_PRIOR: Floats = 0.9 * spread_over_grid(0.25) + 0.1 * spread_over_grid(1.5)
OFFICER_WEAK = -1.0
Z90 = 1.645


def failing(rating: Rating, drift: Drift, limit: float | Floats = A_THIRD) -> Shares:
    """(forces, questions): plans that would fail now, and the chance that they are more than `limit` of all."""
    share = share_below(rating, rating.design.failing - 1, level(rating, -1 % rating.design.quarters))
    return summarise(drift.now, share, limit)


def excelling(rating: Rating, drift: Drift, limit: float = A_THIRD) -> Shares:
    """(forces, questions): plans that would be given the best grade now."""
    share = 1 - share_below(rating, rating.design.steps - 2, level(rating, rating.design.quarters - 1))
    return summarise(drift.now, share, limit)


def moved(rating: Rating, drift: Drift, back: int = YEAR) -> tuple[Floats, Floats]:
    """(forces, questions) each: chances that a cell is better, and worse, by CHANGE than `back` quarters ago."""
    joint = drift.joint(back)
    trend = (rating.mean.region_trend + rating.mean.force_trend) * back / YEAR
    change = GRID[None, :] - GRID[:, None]
    change = change[None, None] + trend[:, None, None, None]
    return (joint * (change >= CHANGE)).sum(axis=(-1, -2)), (joint * (change <= -CHANGE)).sum(axis=(-1, -2))


def region_wide(rating: Rating, drift: Drift) -> Shares:
    """(questions,): the mean of the forces' shares that would fail now, taken as normal."""
    share = share_below(rating, rating.design.failing - 1, level(rating, rating.design.quarters - 1))
    mean = (drift.now * share).sum(axis=-1)
    variance = (drift.now * share**2).sum(axis=-1) - mean**2
    centre, sd = mean.mean(axis=0), np.sqrt(np.maximum(variance, 0).sum(axis=0)) / mean.shape[0]
    sd = np.maximum(sd, 1e-6)
    reach = Z90 * WIDENED * sd
    return Shares(centre, np.maximum(centre - reach, 0), np.minimum(centre + reach, 1), ndtr((centre - A_THIRD) / sd))


def officer_weak(rating: Rating, drift: Drift) -> tuple[Floats, Floats]:
    """(officers, questions) each: the chance of being OFFICER_WEAK or worse, and the plans it rests on."""
    design = rating.design
    weights = np.zeros((design.officers, design.questions, GRID.size))
    plans = np.zeros((design.officers, design.questions))
    if design.officers:
        cells = (drift.smoothed @ GRID)[design.force, :, design.quarter]
        logs = answer_likelihoods(rating, rating.mean.eta(design, without_cell=True) + cells)
        known = design.officer >= 0
        np.add.at(weights, design.officer[known], logs[known])
        np.add.at(plans, design.officer[known], design.grade[known] >= 0)
    weights += np.log(OFFICER_PRIOR)
    weights = np.exp(weights - weights.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return weights[..., GRID <= OFFICER_WEAK].sum(axis=-1), plans


@dataclass(frozen=True, slots=True)
class Severity:
    """(forces,) each, logits, more is stricter than the mean force; `reliability` is one number."""

    estimate: Floats
    low: Floats
    high: Floats
    stricter: Floats
    reliability: float


def severity(rating: Rating, reviewed: NDArray[np.bool_]) -> Severity:
    """How strict each reviewing force is against the mean of those that `reviewed` (forces,); meaningless otherwise."""
    count = max(int(reviewed.sum()), 1)
    centring = np.where(reviewed, np.eye(reviewed.size) - reviewed[None, :] / count, 0.0)
    centring = np.eye(reviewed.size) - np.outer(np.ones(reviewed.size), reviewed / count)
    estimate = centring @ rating.mean.severity
    se = np.sqrt(np.maximum(np.diag(centring @ rating.severity_covariance @ centring.T), 1e-12))
    spread = rating.sd["severity"] ** 2 * (1 - 1 / count) if count > 1 else np.inf
    reliability = 1 - float((se[reviewed] ** 2).mean()) / spread if reviewed.any() else 0.0
    reach = Z90 * WIDENED * se
    return Severity(estimate, estimate - reach, estimate + reach, ndtr(estimate / (WIDENED * se)), reliability)
