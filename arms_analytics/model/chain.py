"""How a cell moves in time: a hidden Markov chain over two grids, followed forward and backward (Rabiner 1989).

A cell is ordinary, and stays where it is, or unusual: far from the others of its question, for better or worse. Now
and then an ordinary cell becomes unusual, an unusual one ordinary again or unusual in another way. Chances are kept
for both, one grid after the other: (…, 2 × grid).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from arms_analytics.model.grid import POINTS, normalised, spread_over_grid

Floats = NDArray[np.float64]

ORDINARY_SD, UNUSUAL_SD, UNUSUAL_SHARE = 0.22, 1.3, 0.2
BECOMES_UNUSUAL, BECOMES_ORDINARY, CHANGES = 0.025, 0.06, 0.01
"""Chances in one quarter: of an ordinary cell; of an unusual one; of an unusual one to be unusual in another way."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Where ordinary and unusual cells stand, each a normal on the grid: (grid,) for all, or (questions, grid)."""

    ordinary: Floats
    unusual: Floats

    @classmethod
    def around(cls, centre: float | Floats, unsure: float | Floats = 0.0) -> Chain:
        """Of questions whose cells stand around `centre` (logits, () or (questions,)), known to a variance `unsure`."""
        ordinary = spread_over_grid(np.sqrt(ORDINARY_SD**2 + np.asarray(unsure)), centre)
        return cls(ordinary, spread_over_grid(UNUSUAL_SD, centre))

    @property
    def prior(self) -> Floats:
        """Before anything was graded."""
        return np.concatenate([(1 - UNUSUAL_SHARE) * self.ordinary, UNUSUAL_SHARE * self.unusual], axis=-1)

    def a_quarter_later(self, state: Floats) -> Floats:
        """The chances moved on by one quarter (the transition matrix from the right), (…, questions, 2 × grid)."""
        ordinary, unusual = state[..., :POINTS], state[..., POINTS:]
        were_ordinary, were_unusual = ordinary.sum(axis=-1, keepdims=True), unusual.sum(axis=-1, keepdims=True)
        ordinary = (1 - BECOMES_UNUSUAL) * ordinary + BECOMES_ORDINARY * were_unusual * self.ordinary
        unusual = (1 - BECOMES_ORDINARY - CHANGES) * unusual
        unusual = unusual + (BECOMES_UNUSUAL * were_ordinary + CHANGES * were_unusual) * self.unusual
        return np.concatenate([ordinary, unusual], axis=-1)

    def a_quarter_before(self, ahead: Floats) -> Floats:
        """The likelihood of what follows, as it looks one quarter earlier (the transition matrix from the left)."""
        if_ordinary, if_unusual = ahead[..., :POINTS], ahead[..., POINTS:]
        drawn_ordinary = (if_ordinary * self.ordinary).sum(axis=-1, keepdims=True)
        drawn_unusual = (if_unusual * self.unusual).sum(axis=-1, keepdims=True)
        ordinary = (1 - BECOMES_UNUSUAL) * if_ordinary + BECOMES_UNUSUAL * drawn_unusual
        unusual = (1 - BECOMES_ORDINARY - CHANGES) * if_unusual
        unusual = unusual + BECOMES_ORDINARY * drawn_ordinary + CHANGES * drawn_unusual
        return np.concatenate([ordinary, unusual], axis=-1)

    def forward(self, likelihood: Floats) -> Floats:
        """(forces, questions, quarters, 2 × grid): given what was known up to each quarter."""
        filtered = np.empty((*likelihood.shape[:-1], 2 * POINTS))
        state = np.broadcast_to(self.prior, filtered[:, :, 0].shape)
        for quarter in range(likelihood.shape[2]):
            filtered[:, :, quarter] = normalised(state * twice(likelihood[:, :, quarter]))
            state = self.a_quarter_later(filtered[:, :, quarter])
        return filtered

    def latest(self, likelihood: Floats) -> tuple[Floats, Floats]:
        """As `forward`, of the last quarter alone; and the log likelihood of all quarters, (forces, questions)."""
        state = np.broadcast_to(self.prior, (*likelihood.shape[:2], 2 * POINTS))
        log = np.zeros(likelihood.shape[:2])
        for quarter in range(likelihood.shape[2]):
            state = self.a_quarter_later(state) if quarter else state
            state = state * twice(likelihood[:, :, quarter])
            log += np.log(state.sum(axis=-1))
            state = normalised(state)
        return state, log

    def smooth(self, filtered: Floats, likelihood: Floats) -> Floats:
        """The same shape as `filtered`: given everything known now."""
        smoothed = filtered.copy()
        ahead = np.ones_like(filtered[:, :, 0])
        for quarter in range(filtered.shape[2] - 2, -1, -1):
            ahead = normalised(self.a_quarter_before(ahead * twice(likelihood[:, :, quarter + 1])))
            smoothed[:, :, quarter] = normalised(filtered[:, :, quarter] * ahead)
        return smoothed


def twice(likelihood: Floats) -> Floats:
    """The same for ordinary and unusual cells: (…, grid) → (…, 2 × grid)."""
    return np.concatenate([likelihood, likelihood], axis=-1)


def added(state: Floats) -> Floats:
    """Wherever a cell stands, whichever of the two it is: (…, 2 × grid) → (…, grid)."""
    return np.asarray(state[..., :POINTS] + state[..., POINTS:])
