"""What is planted into a simulated region: failures, strengths, training events, a question bad everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from arms_analytics.simulation.quality import Quality
from arms_analytics.simulation.recipe import Range, Recipe

Floats = NDArray[np.float64]

EVERY_FORCE = -1
REGION = 150
"""Cells in a region of 6 forces and 25 questions; what is planted grows with the number of cells."""


@dataclass(frozen=True, slots=True)
class Plant:
    """A shift in logits for one force (or EVERY_FORCE) and question from quarter `begins` until before `ends`.

    `kind`: long_failure, recent_failure, resolved_failure, blip, strong, trained, not_trained, bad_everywhere.
    """

    kind: str
    force: int
    question: int
    begins: int
    ends: int
    shift: float


@dataclass(frozen=True, slots=True)
class TrainingEvent:
    """Held during `quarter` for one force and question. Plans completed after it are reviewed two quarters later."""

    force: int
    question: int
    quarter: int
    works: bool


def shifts(plants: tuple[Plant, ...], shape: tuple[int, int, int]) -> Floats:
    """(forces, questions, quarters): the logits of all plants together."""
    planted = np.zeros(shape)
    for each in plants:
        forces = slice(None) if each.force == EVERY_FORCE else each.force
        planted[forces, each.question, each.begins : each.ends] += each.shift
    return planted


def draw_plants(
    quality: Quality, base: float, recipe: Recipe, rng: np.random.Generator
) -> tuple[tuple[Plant, ...], tuple[TrainingEvent, ...]]:
    """Each on a cell of its own: 4 long, 4 recent, 3 resolved, 4 blips, 5 strong, 5 events in a region of 150 cells."""
    forces, questions, quarters = quality.shape
    bad = int(rng.integers(questions))
    cells = (divmod(int(cell), questions) for cell in rng.permutation(forces * questions) if cell % questions != bad)
    failing = _Shifts(quality, base, recipe, rng)
    plants, events = [], []

    def some(number: int) -> Iterator[tuple[int, int]]:
        """So many free cells; fewer where a small region has no more."""
        for _ in range(max(1, round(number * forces * questions / REGION))):
            cell = next(cells, None)
            if cell is not None:
                yield cell

    for force, question in some(4):
        plants.append(Plant("long_failure", force, question, 0, quarters, failing.shift(force, question)))
    for force, question in some(4):
        begins = max(0, quarters - int(rng.integers(2, 5)))
        plants.append(Plant("recent_failure", force, question, begins, quarters, failing.shift(force, question)))
    for force, question in some(3):
        ends = max(0, quarters - int(rng.integers(2, 5)))
        plants.append(Plant("resolved_failure", force, question, 0, ends, failing.shift(force, question)))
    for force, question in some(4):
        begins = max(0, quarters - 1 - int(rng.integers(0, 4)))
        plants.append(Plant("blip", force, question, begins, begins + 1, failing.shift(force, question)))
    for force, question in some(5):
        plants.append(Plant("strong", force, question, 0, quarters, failing.strength(force, question)))
    for place, (force, question) in enumerate(some(5)):
        event = TrainingEvent(force, question, int(rng.integers(quarters // 3, max(1, quarters - 3) + 1)), place >= 2)
        events.append(event)
        plants += _around(event, failing.shift(force, question), quarters, float(rng.uniform(1.2, 2.2)))
    if questions > 1:
        plants.append(Plant("bad_everywhere", EVERY_FORCE, bad, 0, quarters, failing.shift_of_all(bad)))
    return tuple(plants), tuple(events)


def _around(event: TrainingEvent, shift: float, quarters: int, gain: float) -> list[Plant]:
    """Failing before; after an event that works better by `gain`, by half of it in the quarter in between."""
    kind = "trained" if event.works else "not_trained"
    plants = [Plant(kind, event.force, event.question, 0, quarters, shift)]
    if event.works:
        between, after = min(event.quarter + 1, quarters), min(event.quarter + 2, quarters)
        plants.append(Plant(kind, event.force, event.question, between, after, gain / 2))
        plants.append(Plant(kind, event.force, event.question, after, quarters, gain))
    return plants


class _Shifts:
    """How far a cell has to move so that its plans fail, or shine, at a drawn rate."""

    def __init__(self, quality: Quality, base: float, recipe: Recipe, rng: np.random.Generator) -> None:
        self._quality, self._base, self._recipe, self._rng = quality, base, recipe, rng
        self._cell = quality.cell.mean(axis=2)
        self._spread = np.sqrt(1 + 0.346 * (quality.review_sd**2 + float(np.var(quality.officer_effect))))

    def shift(self, force: int, question: int) -> float:
        """Of one cell, to a share that fails."""
        return self._down_to(self._recipe.failing, self._recipe.failing_margin, self._cell[force, question])

    def shift_of_all(self, question: int) -> float:
        """Of a question in every force, to a share that fails in the region."""
        return self._down_to(self._recipe.bad_everywhere, self._recipe.bad_margin, self._cell[:, question].mean())

    def strength(self, force: int, question: int) -> float:
        """Of one cell, to a share of best grades."""
        target = _logit(self._rng.uniform(*self._recipe.shining))
        return float(self._quality.thresholds[2] + target * self._spread - self._cell[force, question])

    def _down_to(self, share: Range, margin: Range, level: float) -> float:
        target = max(_logit(self._rng.uniform(*share)), _logit(self._base) + self._rng.uniform(*margin))
        return float(self._quality.thresholds[1] - target * self._spread - level)


def _logit(share: float | np.floating | NDArray[np.float64]) -> float:
    return float(np.log(share / (1 - share)))
