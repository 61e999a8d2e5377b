"""What the rating model is fitted to: graded reviews as arrays, whatever they were called before."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

NOTHING = -1
"""In `grade`: not applicable, blank or never asked. In the other arrays: not known."""


@dataclass(frozen=True, slots=True)
class Design:
    """One row per review. Indices count from 0; NOTHING where reviewing force, officer or risk level is unknown.

    `grade` is (reviews, questions): 0, the worst, up to steps - 1, or NOTHING. The lowest `failing_steps` steps are
    failures. Quarters count from the first one loaded to the last, with or without reviews in between; forces
    include those that only review. ValueError where no step or every step is a failure, or a grade is off the scale.
    """

    force: Ints
    quarter: Ints
    reviewing_force: Ints
    officer: Ints
    risk_level: Ints
    grade: NDArray[np.int8]
    forces: int
    quarters: int
    officers: int
    risk_levels: int = 4
    steps: int = 4
    failing_steps: int = 2

    def __post_init__(self) -> None:
        if not 0 < self.failing_steps < self.steps:
            raise ValueError("A grade scale has steps that are failures and steps that are not.")
        if self.grade.size and not NOTHING <= self.grade.min() <= self.grade.max() < self.steps:
            raise ValueError(f"A grade lies between 0 and {self.steps - 1}, or is NOTHING.")

    @property
    def questions(self) -> int:
        """How many questions were asked."""
        return int(self.grade.shape[1])

    @property
    def reviews(self) -> int:
        """How many reviews there are."""
        return int(self.grade.shape[0])

    @property
    def reviewed(self) -> NDArray[np.bool_]:
        """(forces,): whose plans were reviewed at all; the others only review."""
        return np.isin(np.arange(self.forces), self.force)

    @property
    def years(self) -> Floats:
        """How long before the latest quarter each review was: 0 or less."""
        return (self.quarter - (self.quarters - 1)) / 4

    def up_to(self, quarter: int) -> Design:
        """What was known at the end of that quarter, as corrected since. Levels keep their indices."""
        return replace(self.only(self.quarter <= quarter), quarters=quarter + 1)

    def only(self, rows: NDArray[np.bool_]) -> Design:
        """These reviews alone."""
        return replace(
            self,
            force=self.force[rows],
            quarter=self.quarter[rows],
            reviewing_force=self.reviewing_force[rows],
            officer=self.officer[rows],
            risk_level=self.risk_level[rows],
            grade=self.grade[rows],
        )
