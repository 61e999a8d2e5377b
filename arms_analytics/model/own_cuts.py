"""What a reviewing force calls outstanding, or inadequate: how far its other cuts lie from where all others put them.

Many-facet models call it a rater's own scale (Linacre 1989, chapter 8). Severity is told at the cut between failing
and not; without this a force that is sparing with the best grade would pass for a strict one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from arms_analytics.model.design import NOTHING, Design
from arms_analytics.model.ordinal import Local

Floats = NDArray[np.float64]


def of_reviews(own: Floats, design: Design) -> Floats:
    """(reviews, cuts): what each review's reviewing force adds to the cuts, 0 where it is not known."""
    return np.asarray(np.vstack([own, np.zeros(own.shape[1])])[design.reviewing_force])  # NOTHING: the appended 0


def moved(own: Floats, thresholds: Floats, local: Local, design: Design, sd: float) -> tuple[Floats, Floats]:
    """(reviewing forces, cuts) each: one Newton step of every cut by itself, normal around 0, and its variance.

    The cut between failing and not stays where it is; cuts keep their order.
    """
    known = design.reviewing_force != NOTHING
    slope, weight = np.zeros_like(own), np.zeros_like(own)
    np.add.at(slope, design.reviewing_force[known], local.cut_slope.sum(axis=1)[known])
    np.add.at(weight, design.reviewing_force[known], local.cut_weight.sum(axis=1)[known])
    weight += sd**-2
    step = (slope - own * sd**-2) / weight
    step[:, design.failing_steps - 1] = 0
    while np.any(np.diff(thresholds + own + step, axis=1) <= 0):
        step /= 2
    return own + step, 1 / weight


assert NOTHING == -1
