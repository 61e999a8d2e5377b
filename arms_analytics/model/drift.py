"""Stage two: how one force does on one question, moving in time, on a grid of logits.

A hidden Markov model per cell (forward-backward; Rabiner 1989). A cell is ordinary, and stays where it is, or
unusual: far from the others of its kind, for better or worse. Now and then an ordinary cell becomes unusual, an
unusual one ordinary again or unusual in another way. Chances are kept for both, one grid after the other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from arms_analytics.model.design import NOTHING, Design
from arms_analytics.model.ordinal import SMALLEST, edges
from arms_analytics.model.rating import Rating

Floats = NDArray[np.float64]

GRID: Floats = np.arange(-4.5, 4.51, 0.25)
"""What a cell may be off by, in logits of quality."""
POINTS = GRID.size

ORDINARY_SD, UNUSUAL_SD, UNUSUAL_SHARE = 0.3, 1.3, 0.2
BECOMES_UNUSUAL, BECOMES_ORDINARY, CHANGES = 0.025, 0.06, 0.01
"""Chances in one quarter: of an ordinary cell; of an unusual one; of an unusual one to be unusual in another way."""


def spread_over_grid(sd: float, around: float = 0.0) -> Floats:
    """A normal on GRID."""
    weights = np.exp(-(((GRID - around) / sd) ** 2) / 2)
    return np.asarray(weights / weights.sum())


ORDINARY, UNUSUAL = spread_over_grid(ORDINARY_SD), spread_over_grid(UNUSUAL_SD)
PRIOR: Floats = np.concatenate([(1 - UNUSUAL_SHARE) * ORDINARY, UNUSUAL_SHARE * UNUSUAL])


@dataclass(frozen=True, slots=True)
class Drift:
    """Where each cell stood in each quarter: chances over the two grids, (forces, questions, quarters, 2 × grid).

    `filtered` is given what was known up to that quarter, `likelihood` that of the quarter's own grades on one
    grid. `smoothed` is given everything known now, the two grids added: (forces, questions, quarters, grid).
    """

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
        joint = then[..., :, None] * np.eye(2 * POINTS)
        for quarter in range(last - back + 1, last + 1):
            joint = _a_quarter_later(joint) * _twice(self.likelihood[:, :, quarter])[..., None, :]
            joint /= joint.sum(axis=(-1, -2), keepdims=True)
        return _added(_added(joint).swapaxes(-1, -2)).swapaxes(-1, -2)


def drift(rating: Rating) -> Drift:
    """Fit stage two around what stage one says of everything but the cells."""
    return follow(rating, np.zeros(rating.design.grade.shape))


def follow(rating: Rating, besides: Floats) -> Drift:
    """The same, allowing for something more that is known of each answer: (reviews, questions), logits of quality."""
    design = rating.design
    logs = answer_likelihoods(rating, rating.mean.eta(design, without_cell=True) + besides)
    likelihood = _by_quarter(design, logs)
    filtered = _forward(likelihood)
    return Drift(filtered, likelihood, _added(_smoothed(filtered, likelihood)))


def answer_likelihoods(rating: Rating, offset: Floats) -> Floats:
    """log P(grade) at offset + each point of GRID: (reviews, questions, grid), 0 where nothing is graded."""
    graded = rating.design.grade != NOTHING
    upper, lower = edges(rating.cuts, np.where(graded, rating.design.grade, 0))
    above, below = (expit((edge - offset)[..., None] - GRID) for edge in (upper, lower))
    return np.where(graded[..., None], np.log(np.maximum(above - below, SMALLEST)), 0.0)


def _by_quarter(design: Design, logs: Floats) -> Floats:
    """(forces, questions, quarters, grid): the likelihood of each cell's quarter, its largest value 1."""
    summed = np.zeros((design.forces, design.quarters, design.questions, POINTS))
    np.add.at(summed, (design.force, design.quarter), logs)
    summed -= summed.max(axis=-1, keepdims=True)
    return np.asarray(np.exp(summed).transpose(0, 2, 1, 3))


def _forward(likelihood: Floats) -> Floats:
    filtered = np.empty((*likelihood.shape[:-1], 2 * POINTS))
    state = np.broadcast_to(PRIOR, filtered[:, :, 0].shape)
    for quarter in range(likelihood.shape[2]):
        filtered[:, :, quarter] = _normal(state * _twice(likelihood[:, :, quarter]))
        state = _a_quarter_later(filtered[:, :, quarter])
    return filtered


def _smoothed(filtered: Floats, likelihood: Floats) -> Floats:
    smoothed = filtered.copy()
    ahead = np.ones_like(filtered[:, :, 0])
    for quarter in range(filtered.shape[2] - 2, -1, -1):
        ahead = _normal(_seen_from_a_quarter_before(ahead * _twice(likelihood[:, :, quarter + 1])))
        smoothed[:, :, quarter] = _normal(filtered[:, :, quarter] * ahead)
    return smoothed


def _a_quarter_later(state: Floats) -> Floats:
    """The chances moved on by one quarter (the transition matrix from the right)."""
    ordinary, unusual = state[..., :POINTS], state[..., POINTS:]
    were_ordinary, were_unusual = ordinary.sum(axis=-1, keepdims=True), unusual.sum(axis=-1, keepdims=True)
    ordinary = (1 - BECOMES_UNUSUAL) * ordinary + BECOMES_ORDINARY * were_unusual * ORDINARY
    unusual = (1 - BECOMES_ORDINARY - CHANGES) * unusual
    unusual = unusual + (BECOMES_UNUSUAL * were_ordinary + CHANGES * were_unusual) * UNUSUAL
    return np.concatenate([ordinary, unusual], axis=-1)


def _seen_from_a_quarter_before(ahead: Floats) -> Floats:
    """The likelihood of what follows, as it looks one quarter earlier (the transition matrix from the left)."""
    if_ordinary, if_unusual = ahead[..., :POINTS], ahead[..., POINTS:]
    drawn_ordinary, drawn_unusual = (if_ordinary @ ORDINARY)[..., None], (if_unusual @ UNUSUAL)[..., None]
    ordinary = (1 - BECOMES_UNUSUAL) * if_ordinary + BECOMES_UNUSUAL * drawn_unusual
    unusual = (1 - BECOMES_ORDINARY - CHANGES) * if_unusual
    unusual = unusual + BECOMES_ORDINARY * drawn_ordinary + CHANGES * drawn_unusual
    return np.concatenate([ordinary, unusual], axis=-1)


def _twice(likelihood: Floats) -> Floats:
    return np.concatenate([likelihood, likelihood], axis=-1)


def _added(state: Floats) -> Floats:
    return state[..., :POINTS] + state[..., POINTS:]


def _normal(weights: Floats) -> Floats:
    return np.asarray(weights / weights.sum(axis=-1, keepdims=True))
