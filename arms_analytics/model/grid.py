"""The logits on which stage two follows a cell, and a normal laid over them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

GRID: Floats = np.arange(-4.5, 4.51, 0.25)
"""What a cell may be off by, in logits of quality."""
POINTS = GRID.size


def spread_over_grid(sd: float | Floats, around: float | Floats = 0.0) -> Floats:
    """Normals on GRID: sd and centre of any shape (…) → (…, grid)."""
    sd, around = np.asarray(sd, dtype=float)[..., None], np.asarray(around, dtype=float)[..., None]
    return normalised(np.exp(-(((GRID - around) / sd) ** 2) / 2))


def normalised(weights: Floats) -> Floats:
    """Chances along the last axis: they add up to 1."""
    return np.asarray(weights / weights.sum(axis=-1, keepdims=True))
