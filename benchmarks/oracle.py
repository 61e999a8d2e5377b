"""How well anybody could do: one who is told everything of a region but how each single cell stands.

Told are: every question's and force's level, trend and luck, every reviewing force's strictness in every quarter and on
every question, every officer, what every plan was off by, and how far cells usually lie from their question and force.
Left is what the grades of one cell say of it. No method that sees grades alone can be expected to score better.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from arms_analytics.model.chain import UNUSUAL_SD, Chain, added
from arms_analytics.model.drift import answer_likelihoods, by_quarter
from arms_analytics.model.grid import GRID, spread_over_grid
from arms_analytics.model.rates import Shares, summarise
from arms_analytics.model.statements import A_THIRD
from arms_analytics.simulation.simulator import Region
from benchmarks.planted import design_of

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Oracle:
    """`cells` (forces, questions): plans that fail now. `needs` (questions,): the chance that over the region more
    than A_THIRD do."""

    cells: Shares
    needs: Floats


def oracle(region: Region) -> Oracle:
    """What it says of the latest quarter."""
    truth = region.truth
    plain = truth.quality.cell - truth.planted
    mean = plain.mean(axis=2)
    own = mean - mean.mean(axis=1, keepdims=True) - mean.mean(axis=0) + mean.mean()
    told = plain - own[:, :, None]
    chain = Chain(spread_over_grid(max(float(own.std()), 0.1)), spread_over_grid(UNUSUAL_SD))
    logs = answer_likelihoods(
        truth.quality.cuts(region.reviewing_force), design_of(region).grade, _offset(region, told)
    )
    now = added(chain.latest(by_quarter(design_of(region), logs))[0])
    share = np.stack([replace(truth.quality, cell=told[:, :, -1:] + d).failure_rate()[:, :, 0] for d in GRID], axis=-1)
    return Oracle(summarise(now, share, A_THIRD), _over_the_region(now, share))


def _offset(region: Region, told: Floats) -> Floats:
    """(reviews, questions): quality as graded, without what the cell is off by."""
    quality, reviewing = region.truth.quality, region.reviewing_force
    plan = quality.risk[region.risk_level] + quality.officer_effect[region.officer] + region.truth.review
    met = quality.severity[reviewing, region.quarter]
    answers = told[region.force, :, region.quarter] + quality.weakness[region.officer] - quality.strict_on[reviewing]
    return np.asarray(answers + (plan - met)[:, None])


def _over_the_region(now: Floats, share: Floats) -> Floats:
    """By draws of all cells together."""
    rng = np.random.default_rng(0)
    below = np.cumsum(now, axis=-1)
    total = np.zeros((2000, now.shape[1]))
    for force in range(now.shape[0]):
        for question in range(now.shape[1]):
            place = np.searchsorted(below[force, question], rng.random(len(total)))
            total[:, question] += share[force, question, np.minimum(place, GRID.size - 1)]
    return np.asarray((total / now.shape[0] > A_THIRD).mean(axis=0))
