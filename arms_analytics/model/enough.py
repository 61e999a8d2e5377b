"""From when on the model may speak of a force on a question; below that there are too few reviews to say."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from arms_analytics.model.design import NOTHING, Design

QUARTERS, QUARTERS_FOR_CHANGE = 4, 6
"""In which the force's plans were graded: to say how it does; to say that it changed."""
GRADED, WINDOW = 8, 4
"""Grades on the question within the last quarters."""


def enough(design: Design, quarters: int = QUARTERS) -> NDArray[np.bool_]:
    """(forces, questions): where the force has so many quarters, and enough recent grades on the question."""
    graded = design.grade != NOTHING
    reviewed = np.zeros((design.forces, design.quarters), dtype=bool)
    there = graded.any(axis=1)
    reviewed[design.force[there], design.quarter[there]] = True
    recent = design.quarter >= design.quarters - WINDOW
    counts = np.zeros((design.forces, design.questions), dtype=np.int64)
    np.add.at(counts, design.force[recent], graded[recent])
    return np.asarray((reviewed.sum(axis=1) >= quarters)[:, None] & (counts >= GRADED))
