"""From logits to what people know: the share of plans under a grade, with an average reviewing force."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from arms_analytics.model.design import NOTHING, Design
from arms_analytics.model.facets import at
from arms_analytics.model.grid import GRID
from arms_analytics.model.rating import Rating

Floats = NDArray[np.float64]

_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(9)
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()

LIKELY = 0.03, 0.97
"""Percentiles of the likely range. They hold a little over nine in ten: what stage one is unsure of is not in them."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of plans, 0 to 1, arrays of one shape: best estimate, likely range, the chance of exceeding a limit."""

    estimate: Floats
    low: Floats
    high: Floats
    probability: Floats


def officers_met(design: Design) -> NDArray[np.bool_]:
    """(forces, officers): whose plans were reviewed for which force."""
    met = np.zeros((design.forces, design.officers), dtype=bool)
    known = design.officer != NOTHING
    met[design.force[known], design.officer[known]] = True
    return met


def level(rating: Rating, quarter: int) -> Floats:
    """(forces, questions): quality of an average officer's plan without the cell's own δ, average reviewing force."""
    mean, design = rating.mean, rating.design
    met = officers_met(design)
    officer = (met @ mean.officer) / np.maximum(met.sum(axis=1), 1)
    trend = (mean.region_trend + mean.force_trend) * (quarter - (design.quarters - 1)) / 4
    force = mean.force + officer + trend + mean.quarter[quarter] + mean.risk_level.mean() - mean.severity.mean()
    return np.asarray(force[:, None] + mean.question)


def share_below(rating: Rating, cut: int, around: Floats, *, officers: bool = True) -> Floats:
    """The share of plans graded at or under step `cut`, at each δ of GRID, around these levels: (…) → (…, grid).

    Over reviews and, unless one is meant, officers (Gauss-Hermite, 9 points), in a quarter neither lucky nor unlucky.
    """
    spread = apart(rating, officers=officers) * _NODES
    plan = rating.thresholds[cut] - around[..., None, None] - GRID[:, None] - spread
    return np.asarray(expit(plan) @ _WEIGHTS)


def apart(rating: Rating, *, officers: bool = True) -> float:
    """How far plans of one quarter lie apart, an sd in logits: as far as what was found of those that were reviewed.

    Not by the sds of the facets. Effects are found drawn towards 0, and the thresholds beside them nearer together by
    as much as that leaves out; spread by the sds, it would count twice, and every share lie nearer to a half.
    """
    design, mean = rating.design, rating.mean
    found = mean.review + at(mean.officer, design.officer) if officers else mean.review
    return float(np.sqrt(np.square(found).sum() / max(design.reviews, 1)))


def summarise(weights: Floats, share: Floats, limit: float | Floats) -> Shares:
    """What the weights over GRID say of a share that rises or falls along it. All (…, grid) → (…)."""
    estimate = (weights * share).sum(axis=-1)
    ends = np.sort([percentile(weights, share, each) for each in LIKELY], axis=0)
    return Shares(estimate, ends[0], ends[1], chance_above(weights, share, limit))


def chance_above(weights: Floats, share: Floats, limit: float | Floats) -> Floats:
    """P(share > limit), linear between the points of GRID; `share` falls along it, or rises."""
    weights, share = np.broadcast_arrays(weights, share)
    if share.size and share.ravel()[0] < share.ravel()[GRID.size - 1]:
        weights, share = weights[..., ::-1], share[..., ::-1]
    limits = np.broadcast_to(limit, share.shape[:-1]).ravel()
    rows = zip(_cumulated(weights).reshape(-1, GRID.size), share.reshape(-1, GRID.size), limits, strict=True)
    chances = [np.interp(-limit, -rate, below, left=0.0, right=1.0) for below, rate, limit in rows]
    return np.array(chances).reshape(share.shape[:-1])


def percentile(weights: Floats, values: Floats, share: float) -> Floats:
    """The value at this share (0 to 1) of the weights, both laid along the last axis, which goes: (…, grid) → (…)."""
    weights, values = np.broadcast_arrays(weights, values)
    rows = zip(_cumulated(weights).reshape(-1, GRID.size), values.reshape(-1, GRID.size), strict=True)
    return np.array([np.interp(share, below, value) for below, value in rows]).reshape(values.shape[:-1])


def _cumulated(weights: Floats) -> Floats:
    """The distribution function at each point, half of a point's own weight counted."""
    return np.asarray(np.cumsum(weights, axis=-1) - weights / 2)
