"""Regions with planted truth: what the findings are measured on, and what the demonstration is drawn from.

    region = simulate(seed=7, forces=6, questions=25, quarters=13)
    region.grade[review, question]                    0 (worst) … 3, NOT_APPLICABLE or NOT_GRADED
    region.truth.failure_rate[force, question, quarter]

Everything is in logits of quality (more is better) until a grade is drawn, and grades carry more misfit than the
rating model knows of: reviewing forces that are strict on some questions only or that spread their grades, and
slips of the pen. The same seed gives the same region on every platform.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from arms_analytics.simulation.plants import EVERY_FORCE, Plant, TrainingEvent, draw_plants, shifts
from arms_analytics.simulation.quality import Quality, draw_quality
from arms_analytics.simulation.recipe import HARD, Recipe
from arms_analytics.simulation.rotations import reviewing_forces

__all__ = ["EVERY_FORCE", "NOT_APPLICABLE", "NOT_GRADED", "Plant", "Region", "TrainingEvent", "Truth", "simulate"]

NOT_APPLICABLE = -1
NOT_GRADED = -2

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Truth:
    """What was planted. Rates are shares of plans, with a reviewing force of average strictness.

    `failure_rate`, `top_rate`: (forces, questions, quarters). `severity`: (forces, quarters), logits, more is
    stricter, mean 0 over the forces. `officer_force`, `officer_effect`: (officers,). `weakness`: (officers,
    questions), logits, 0 or below. `force_quarter`: (forces, quarters), what a whole force's quarter was off by.
    `quality` is all that the grades were drawn from but `review`, (reviews,): what each plan was off by, logits.
    """

    failure_rate: Floats
    top_rate: Floats
    severity: Floats
    officer_force: Ints
    officer_effect: Floats
    weakness: Floats
    force_quarter: Floats
    plants: tuple[Plant, ...]
    events: tuple[TrainingEvent, ...]
    quality: Quality
    review: Floats

    @classmethod
    def of(
        cls, quality: Quality, plants: tuple[Plant, ...], events: tuple[TrainingEvent, ...], review: Floats
    ) -> Truth:
        """The truth of a region drawn from this quality, which the plants have shifted already."""
        return cls(
            failure_rate=quality.failure_rate(),
            top_rate=quality.top_rate(),
            severity=quality.severity,
            officer_force=quality.officer_force,
            officer_effect=quality.officer_effect,
            weakness=quality.weakness,
            force_quarter=quality.force_quarter,
            plants=plants,
            events=events,
            quality=quality,
            review=review,
        )

    @property
    def planted(self) -> Floats:
        """(forces, questions, quarters): the logits that were planted."""
        return shifts(self.plants, self.quality.shape)


@dataclass(frozen=True, slots=True)
class Region:
    """One row per review that took place: five arrays of the same length, indices from 0; risk level 0 (low) … 3.

    `grade` is (reviews, questions): 0 (worst) … 3, NOT_APPLICABLE or NOT_GRADED; grades 0 and 1 are failures.
    """

    force: Ints
    quarter: Ints
    reviewing_force: Ints
    officer: Ints
    risk_level: Ints
    grade: NDArray[np.int8]
    forces: int
    questions: int
    quarters: int
    truth: Truth


def simulate(
    seed: int,
    forces: int = 6,
    questions: int = 25,
    quarters: int = 13,
    rotation: str = "varied",
    base_failure: float | None = None,
    *,
    plans: int = 4,
    plant: bool = True,
    missing: float = 0.05,
    not_applicable: float = 0.03,
    not_graded: float = 0.003,
    slips: float = 0.005,
    recipe: Recipe = HARD,
) -> Region:
    """Draw a region: `plans` plans per force and quarter (one a risk level), graded by one other force.

    `rotation` is one of rotations.ROTATIONS. `base_failure` is the share of plans below good before anything is
    planted, .13 to .20 when None. `plant=False` leaves out the planted failures, strengths and events.
    `missing`, `not_applicable`, `not_graded` and `slips` are shares: of reviews that never came, of boxes that do
    not apply or were left blank, of grades that are any grade at all. `recipe` says how hard it is to tell what was
    planted. ValueError where there can be no such region.
    """
    if min(questions, quarters, plans) < 1:
        raise ValueError("A region needs at least one question, one quarter and one plan a quarter.")
    rng = np.random.Generator(np.random.PCG64(seed))
    pairing = reviewing_forces(rotation, forces, quarters, rng)
    base = rng.uniform(0.13, 0.20) if base_failure is None else base_failure
    quality = draw_quality(forces, questions, quarters, base, recipe, rng)
    plants, events = draw_plants(quality, base, recipe, rng) if plant else ((), ())
    quality = quality.planted(shifts(plants, quality.shape))

    force, quarter, risk_level = _came((forces, quarters, plans), missing, rng)
    officer = quality.draw_officers(force, rng)
    reviewing = pairing[quarter, force]
    review = rng.normal(0, quality.review_sd, force.size)
    grade = _graded(quality, force, quarter, risk_level, officer, reviewing, review, slips, rng)
    box = rng.random(grade.shape)
    grade[box < not_applicable + not_graded] = NOT_GRADED
    grade[box < not_applicable] = NOT_APPLICABLE
    truth = Truth.of(quality, plants, events, review)
    return Region(force, quarter, reviewing, officer, risk_level, grade, forces, questions, quarters, truth)


def _came(expected: tuple[int, int, int], missing: float, rng: np.random.Generator) -> tuple[Ints, Ints, Ints]:
    """Force, quarter and risk level of each review that came, of (forces, quarters, plans) expected; by quarter."""
    force, quarter, plan = (index.ravel() for index in np.indices(expected))
    came = rng.random(force.size) >= missing
    force, quarter, plan = force[came], quarter[came], plan[came]
    order = np.lexsort((force, quarter))
    return force[order], quarter[order], plan[order] % 4


def _graded(
    quality: Quality,
    force: Ints,
    quarter: Ints,
    risk_level: Ints,
    officer: Ints,
    reviewing: Ints,
    review: Floats,
    slips: float,
    rng: np.random.Generator,
) -> NDArray[np.int8]:
    """Shape (reviews, questions): what each reviewing force wrote down."""
    eta = quality.cell[force, :, quarter] + (quality.risk[risk_level] + quality.officer_effect[officer])[:, None]
    eta += quality.weakness[officer] + review[:, None]
    eta -= quality.severity[reviewing, quarter][:, None] + quality.strict_on[reviewing]
    cuts = quality.cuts(reviewing)
    noise = rng.logistic(size=eta.shape)
    grade: NDArray[np.int8] = (eta[:, :, None] + noise[:, :, None] > cuts[:, None, :]).sum(axis=2, dtype=np.int8)
    slipped = rng.random(grade.shape) < slips
    grade[slipped] = rng.integers(0, len(quality.thresholds) + 1, int(slipped.sum()), dtype=np.int8)
    return grade
