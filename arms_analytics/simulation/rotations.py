"""Who reviews whom, quarter by quarter, in a simulated region."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

ROTATIONS = ("varied", "fixed", "triads")
"""varied: a new pairing every quarter; fixed: the same for ever; triads: threes that review one another, turning
the other way every quarter, so that forces of two threes are never compared."""


def reviewing_forces(rotation: str, forces: int, quarters: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Shape (quarters, forces): the force that reviews this one's plans; never itself. ValueError names the choices."""
    if rotation not in ROTATIONS:
        raise ValueError(f"{rotation!r} is not a rotation. Choose one of {', '.join(ROTATIONS)}.")
    if forces < 2:
        raise ValueError("A region that reviews itself needs two forces or more.")
    if rotation == "fixed":
        return np.tile((np.arange(forces) + 1) % forces, (quarters, 1))
    if rotation == "triads":
        groups = np.array_split(np.arange(forces), max(1, forces // 3))
        return np.array([_turned(groups, 1 if quarter % 2 == 0 else -1) for quarter in range(quarters)])
    return np.array([_varied(forces, rng) for _ in range(quarters)])


def _turned(groups: list[NDArray[np.int64]], step: int) -> NDArray[np.int64]:
    return np.concatenate([np.roll(group, -step) for group in groups])


def _varied(forces: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """A pairing drawn evenly from all that never pair a force with itself."""
    while True:
        drawn = rng.permutation(forces)
        if np.all(drawn != np.arange(forces)):
            return drawn
