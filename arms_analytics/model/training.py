"""Did a training event help: the same cells before and after it, each with a prior of its own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from arms_analytics.model.design import NOTHING, Design
from arms_analytics.model.drift import answer_likelihoods
from arms_analytics.model.grid import GRID, spread_over_grid
from arms_analytics.model.rates import LIKELY, level, share_below
from arms_analytics.model.rating import Rating

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Cell = tuple[int, int]
"""Force and question."""

PRIOR_SD = 1.5
COMPLETED_BEFORE = 1
"""A plan is reviewed this many quarters after it was completed."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What an event did to the share of plans that fail: `change` is after - before, with its LIKELY range.

    `helped` is the chance that fewer fail. `before` and `after` count reviews, `share_before` and `share_after`
    are the estimated shares. Plans completed in the event's own quarter are on neither side.
    """

    change: float
    low: float
    high: float
    helped: float
    share_before: float
    share_after: float
    before: int
    after: int


def training_effect(rating: Rating, forces: list[int], questions: list[int], quarter: int) -> Effect:
    """The effect of an event held in `quarter` (an index of the design) for these forces on these questions.

    Cells are independent given the rest; their shares are averaged, of those with grades on both sides (of all while
    none has). What the rest of the model knows (strictness, officers, the force's quarters) is allowed for; the cells'
    own history is not, each side starts from scratch.
    """
    design = rating.design
    logs = answer_likelihoods(rating.cuts, design.grade, rating.mean.eta(design, without_cell=True))
    completed = design.quarter - COMPLETED_BEFORE
    sides = completed < quarter, completed > quarter
    share = share_below(rating, design.failing_steps - 1, level(rating, design.quarters - 1))
    cells = _compared(design, [(force, question) for force in forces for question in questions], sides)
    before, after = (
        [_weighed(logs[side & (design.force == force), question]) for force, question in cells] for side in sides
    )
    rates = [share[cell] for cell in cells]
    mean_before, mean_after = _mean(before, rates), _mean(after, rates)
    values, chances = _difference(before, after, rates)
    ends = np.interp(LIKELY, np.cumsum(chances) - chances / 2, values)
    return Effect(
        change=mean_after - mean_before,
        low=float(ends[0]),
        high=float(ends[1]),
        helped=float(chances[values < 0].sum() + chances[values == 0].sum() / 2),
        share_before=mean_before,
        share_after=mean_after,
        before=_reviews(design, cells, sides[0]),
        after=_reviews(design, cells, sides[1]),
    )


def _compared(design: Design, cells: list[Cell], sides: tuple[Bools, Bools]) -> list[Cell]:
    """The cells with grades on both sides; all of them while none has."""
    both = [cell for cell in cells if all(_graded(design, cell, side).any() for side in sides)]
    return both or cells


def _reviews(design: Design, cells: list[Cell], side: Bools) -> int:
    """How many reviews on this side graded one of these cells."""
    return int(np.any([_graded(design, cell, side) for cell in cells], axis=0).sum())


def _graded(design: Design, cell: Cell, side: Bools) -> Bools:
    force, question = cell
    return np.asarray(side & (design.force == force) & (design.grade[:, question] != NOTHING))


def _weighed(logs: Floats) -> Floats:
    """(grid,): the posterior of one cell on one side, from the log likelihoods (answers, grid) alone."""
    weights = np.exp(logs.sum(axis=0) - logs.sum(axis=0).max()) * spread_over_grid(PRIOR_SD)
    return np.asarray(weights / weights.sum())


def _mean(weights: list[Floats], rates: list[Floats]) -> float:
    return float(np.mean([weight @ rate for weight, rate in zip(weights, rates, strict=True)]))


def _difference(before: list[Floats], after: list[Floats], rates: list[Floats]) -> tuple[Floats, Floats]:
    """The distribution of the mean difference over cells: exact for one cell, by fixed draws for several."""
    if len(rates) == 1:
        values = (rates[0][None, :] - rates[0][:, None]).ravel()
        chances = (before[0][:, None] * after[0][None, :]).ravel()
        order = np.argsort(values, kind="stable")
        return values[order], chances[order]
    rng = np.random.Generator(np.random.PCG64(0))
    draws = np.zeros(4000)
    for was, now, rate in zip(before, after, rates, strict=True):
        draws += rate[rng.choice(GRID.size, draws.size, p=now)] - rate[rng.choice(GRID.size, draws.size, p=was)]
    return np.sort(draws / len(rates)), np.full(draws.size, 1 / draws.size)
