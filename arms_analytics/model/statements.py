"""What the fitted model says of forces and questions: each statement with its probability, as arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from arms_analytics.model.drift import Drift
from arms_analytics.model.grid import GRID
from arms_analytics.model.rates import Shares, level, share_below, summarise
from arms_analytics.model.rating import Rating
from arms_analytics.model.untold import widened
from arms_analytics.vocabulary import FLAGGED, YEAR

Floats = NDArray[np.float64]

A_THIRD = 1 / 3
"""A question fails where more than one plan in three would; it is strong where more than one in three is at the top."""
CHANGE = 0.5
"""Logits by which a cell must have moved to be called improving or deteriorating."""
MUCH_WORSE = 0.10
"""A force is worse than the region on a question when one more plan in ten fails there than in the other forces."""
MOST = 0.5
"""Most is more than half."""
WIDENED = 1.25
"""What normal intervals are widened by, so that they cover what they say."""
Z90 = 1.645


def failing_now(rating: Rating, drift: Drift) -> Shares:
    """(forces, questions): plans that would fail now; the chance that they are more than A_THIRD."""
    return summarise(_now(rating, drift), _failing_share(rating), A_THIRD)


def excelling(rating: Rating, drift: Drift) -> Shares:
    """(forces, questions): plans that would get the best grade now; the chance that they are more than A_THIRD."""
    design = rating.design
    below = share_below(rating, design.steps - 2, level(rating, design.quarters - 1))
    return summarise(_now(rating, drift), 1 - below, A_THIRD)


def worse_than_region(rating: Rating, drift: Drift) -> Shares:
    """(forces, questions): as `failing_now`, but the chance is that of failing MUCH_WORSE more than other forces."""
    share, weights = _failing_share(rating), _now(rating, drift)
    mean = (weights * share).sum(axis=-1)
    return summarise(weights, share, of_others(mean, rating.design.reviewed) + MUCH_WORSE)


def of_others(values: Floats, reviewed: NDArray[np.bool_]) -> Floats:
    """(forces, questions): the mean over the other forces, of those whose plans were reviewed; nan where none was."""
    counted, others = reviewed[:, None] * values, (reviewed.sum() - reviewed)[:, None]
    mean = (counted.sum(axis=0) - counted) / np.maximum(others, 1)
    return np.where(others > 0, mean, np.nan)


def in_most_forces(probability: Floats) -> NDArray[np.bool_]:
    """(questions,): whether a question probably fails in most forces, of the two or more that the model speaks of.

    `probability` is (forces, questions), nan where it does not.
    """
    flagged, said = (probability >= FLAGGED).sum(axis=0), (~np.isnan(probability)).sum(axis=0)
    return np.asarray((flagged > MOST * said) & (said > 1))


def fails_widely(probability: Floats) -> bool:
    """Whether most questions probably fail in most forces: then an absolute limit would mark nearly every cell."""
    return bool(probability.size and in_most_forces(probability).mean() > MOST)


def failing_then(rating: Rating, drift: Drift) -> Floats:
    """(forces, questions, quarters): the chance that more than A_THIRD failed in each quarter, as known now."""
    weights = widened(rating, drift.smoothed)
    quarters = range(rating.design.quarters)
    chances = (summarise(weights[:, :, at], _failing_share(rating, at), A_THIRD).probability for at in quarters)
    return np.stack(list(chances), axis=-1)


def moved(rating: Rating, drift: Drift, back: int = YEAR) -> tuple[Floats, Floats]:
    """(forces, questions) each: the chances that a cell is better, and worse, by CHANGE than `back` quarters ago."""
    joint = drift.joint(back)
    trend = (rating.mean.region_trend + rating.mean.force_trend) * back / YEAR
    change = GRID[None, :] - GRID[:, None] + trend[:, None, None, None]
    better, worse = (joint * _beyond(sign * change, CHANGE) for sign in (1, -1))
    return better.sum(axis=(-1, -2)), worse.sum(axis=(-1, -2))


def _beyond(change: Floats, limit: float) -> Floats:
    """How much of the grid's step around each point lies beyond the limit: all, none or a part."""
    return np.asarray(np.clip((change - limit) / (GRID[1] - GRID[0]) + 0.5, 0, 1))


def region_wide(rating: Rating, drift: Drift) -> Shares:
    """(questions,): plans of all forces that would fail now, the mean of theirs, taken as normal.

    Its variance is that of the cells at each level of the question, and that of the level, which all forces share.
    """
    reviewed = rating.design.reviewed
    share, forces = _failing_share(rating)[reviewed], max(int(reviewed.sum()), 1)
    centre = (_now(rating, drift)[reviewed] * share).sum(axis=(0, -1)) / forces
    chance, weights = drift.levels.chance, widened(rating, drift.levels.now)[reviewed]
    mean = (weights * share[:, :, None]).sum(axis=-1)
    within = (weights * share[:, :, None] ** 2).sum(axis=-1) - mean**2
    at_level = mean.sum(axis=0) / forces
    between = (chance * at_level**2).sum(axis=-1) - (chance * at_level).sum(axis=-1) ** 2
    variance = (chance * within.sum(axis=0)).sum(axis=-1) / forces**2 + between
    sd = np.sqrt(np.maximum(variance, 1e-12))
    reach = Z90 * WIDENED * sd
    chance = ndtr((centre - A_THIRD) / sd)
    return Shares(centre, np.maximum(centre - reach, 0), np.minimum(centre + reach, 1), chance)


def _now(rating: Rating, drift: Drift) -> Floats:
    """(forces, questions, grid): where each cell stands in the latest quarter."""
    return widened(rating, drift.now)


def _failing_share(rating: Rating, quarter: int | None = None) -> Floats:
    """(forces, questions, grid): the share of plans that fail, at each δ, in that quarter (the latest)."""
    design = rating.design
    when = design.quarters - 1 if quarter is None else quarter
    return share_below(rating, design.failing_steps - 1, level(rating, when))
