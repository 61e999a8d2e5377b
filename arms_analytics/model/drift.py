"""Stage two: how one force does on one question, moving in time, on a grid of logits around the question's level."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from arms_analytics.model.chain import Chain, added, twice
from arms_analytics.model.design import NOTHING, Design
from arms_analytics.model.grid import GRID, POINTS
from arms_analytics.model.ordinal import edges
from arms_analytics.model.question_levels import QuestionLevels, question_levels
from arms_analytics.model.rating import Rating

Floats = NDArray[np.float64]

_ODDS = np.exp(GRID)


@dataclass(frozen=True, slots=True)
class Drift:
    """Where each cell stood in each quarter: chances over the two grids, (forces, questions, quarters, 2 × grid).

    `filtered` is given what was known up to that quarter, `likelihood` that of the quarter's own grades on one
    grid. `smoothed` is given everything known now, the two grids added: (forces, questions, quarters, grid).
    `chain` is how cells move, around the mean of the `levels`, whose variance its ordinary cells bear.
    """

    levels: QuestionLevels
    chain: Chain
    filtered: Floats
    likelihood: Floats
    smoothed: Floats

    @property
    def now(self) -> Floats:
        """(forces, questions, grid): where each cell stands in the latest quarter."""
        return self.smoothed[:, :, -1]

    def joint(self, back: int) -> Floats:
        """(forces, questions, grid then, grid now): where it stood `back` quarters ago and stands now, together."""
        last = self.filtered.shape[2] - 1
        then = self.filtered[:, :, last - back]
        # Nobody asks which of the two a cell was then: one row a place. Questions go last but one, as in the chain.
        joint = np.swapaxes(then[..., None, :] * np.tile(np.eye(POINTS), 2), 1, 2)
        for quarter in range(last - back + 1, last + 1):
            joint = self.chain.a_quarter_later(joint) * twice(self.likelihood[:, :, quarter])[:, None]
            joint /= joint.sum(axis=(1, 3), keepdims=True)
        return added(joint).swapaxes(1, 2)


def drift(rating: Rating) -> Drift:
    """Fit stage two around what stage one says of everything but the cells."""
    likelihood = _likelihood(rating, 0.0)
    levels = question_levels(rating, likelihood)
    return _followed(levels, Chain.around(levels.mean, levels.variance), likelihood)


def follow(rating: Rating, found: Drift, besides: Floats) -> Drift:
    """The same, allowing for something more that is known of each answer: (reviews, questions), logits of quality."""
    return _followed(found.levels, found.chain, _likelihood(rating, besides))


def _followed(levels: QuestionLevels, chain: Chain, likelihood: Floats) -> Drift:
    filtered = chain.forward(likelihood)
    return Drift(levels, chain, filtered, likelihood, added(chain.smooth(filtered, likelihood)))


def answer_likelihoods(cuts: Floats, grade: NDArray[np.int8], offset: Floats) -> Floats:
    """log P(grade) at offset + each point of GRID: (reviews, questions, grid), 0 where nothing is graded.

    `cuts` are (reviews, cuts), `grade` and `offset` (reviews, questions). Written in odds: with u and v the odds of
    being over the upper and the lower edge at δ = 0, P = (v − u) e^δ / ((1 + u e^δ)(1 + v e^δ)), for the lowest grade
    1 / (1 + u e^δ). One logarithm a point; and what lies far out keeps its digits.
    """
    graded = grade != NOTHING
    upper, lower = edges(cuts, np.where(graded, grade, 0))
    lowest = np.isneginf(lower)
    over, under = np.exp(offset - upper), np.where(lowest, 0.0, np.exp(offset - np.where(lowest, 0.0, lower)))
    step = np.where(lowest, 1.0, under - over)
    logs = np.log(step)[..., None] + np.where(lowest[..., None], 0.0, GRID)
    logs -= np.log((1 + over[..., None] * _ODDS) * (1 + under[..., None] * _ODDS))
    return np.where(graded[..., None], logs, 0.0)


def _likelihood(rating: Rating, besides: float | Floats) -> Floats:
    eta = rating.mean.eta(rating.design, without_cell=True)
    return by_quarter(rating.design, answer_likelihoods(rating.cuts, rating.design.grade, eta + besides))


def by_quarter(design: Design, logs: Floats) -> Floats:
    """(forces, questions, quarters, grid): the likelihood of each cell's quarter, its largest value 1."""
    summed = np.zeros((design.forces, design.quarters, design.questions, POINTS))
    np.add.at(summed, (design.force, design.quarter), logs)
    summed -= summed.max(axis=-1, keepdims=True)
    return np.asarray(np.exp(summed).transpose(0, 2, 1, 3))
