"""How good the plans of a simulated region are, and how strict its reviewing forces: every effect in logits."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from arms_analytics.simulation.recipe import Recipe

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(7)
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()


@dataclass(frozen=True, slots=True)
class Quality:
    """`cell` is (forces, questions, quarters): question + force + force×question + trend + force×quarter + planted.

    `thresholds` are the three cuts between four grades. `strict_on` (forces, questions) and `spread` (forces,)
    are misfit of reviewing forces: severity on one question, and how wide they hold the grades apart.
    """

    cell: Floats
    thresholds: Floats
    severity: Floats
    strict_on: Floats
    spread: Floats
    risk: Floats
    officer_force: Ints
    officer_effect: Floats
    weakness: Floats
    force_quarter: Floats
    review_sd: float

    @property
    def shape(self) -> tuple[int, int, int]:
        """Forces, questions, quarters."""
        forces, questions, quarters = self.cell.shape
        return forces, questions, quarters

    def planted(self, shift: Floats) -> Quality:
        """The same region with these logits added to its cells."""
        return replace(self, cell=self.cell + shift)

    def draw_officers(self, force: Ints, rng: np.random.Generator) -> Ints:
        """Whose plan it is, for each review: any officer of its force."""
        count = np.bincount(self.officer_force, minlength=self.shape[0])
        first = np.concatenate([[0], np.cumsum(count)[:-1]])
        return (first[force] + np.floor(rng.random(force.size) * count[force])).astype(np.int64)

    def cuts(self, reviewing: Ints) -> Floats:
        """(…, 3): the thresholds by which these reviewing forces (indices) grade; the one to good is everybody's."""
        failing = self.thresholds[1]
        return np.asarray(failing + (self.thresholds - failing) * np.exp(self.spread[reviewing])[..., None])

    def rate_below(self, cut: float) -> Floats:
        """Shape of `cell`: the share of plans under this cut, over officers, risk levels and chance."""
        chance = (self.risk[:, None] + self.review_sd * _NODES).ravel()
        weight = np.tile(_WEIGHTS, len(self.risk)) / len(self.risk)
        rate = np.zeros(self.cell.shape)
        share = 1 / np.bincount(self.officer_force, minlength=self.shape[0])
        for officer, force in enumerate(self.officer_force):
            plan = self.cell[force] + self.officer_effect[officer] + self.weakness[officer][:, None]
            rate[force] += share[force] * (1 / (1 + np.exp(plan[:, :, None] + chance - cut)) @ weight)
        return rate

    def failure_rate(self) -> Floats:
        """Share of plans graded one of the two lower grades by an average reviewing force."""
        return self.rate_below(self.thresholds[1])

    def top_rate(self) -> Floats:
        """Share of plans given the best grade by an average reviewing force."""
        return 1 - self.rate_below(self.thresholds[2])


def draw_quality(
    forces: int, questions: int, quarters: int, base: float, recipe: Recipe, rng: np.random.Generator
) -> Quality:
    """A region in which nothing is planted yet and `base` of the plans are below good."""
    officers = rng.integers(6, 11, forces)
    officer_force = np.repeat(np.arange(forces), officers)
    drawn = Quality(
        cell=np.zeros((forces, questions, quarters)),
        thresholds=np.zeros(3),
        severity=_severity(forces, quarters, recipe, rng),
        strict_on=rng.normal(0, 0.15, (forces, questions)),
        spread=rng.normal(0, recipe.spread, forces),
        risk=rng.uniform(-0.15, 0.15, 4),
        officer_force=officer_force,
        officer_effect=rng.normal(0, rng.uniform(0.15, 0.35), officer_force.size),
        weakness=_weakness(officer_force.size, questions, recipe, rng),
        force_quarter=rng.normal(0, 0.15, (forces, quarters)),
        review_sd=float(rng.uniform(0.25, 0.5)),
    )
    cell = rng.normal(0, 0.4, questions)[None, :] + rng.normal(0, 0.3, forces)[:, None]
    cell = cell + rng.normal(0, rng.uniform(0.2, 0.4), (forces, questions))
    trend = rng.uniform(-0.03, 0.05, forces)[:, None] * (np.arange(quarters) - (quarters - 1) / 2)
    drawn = replace(drawn, cell=cell[:, :, None] + (trend + drawn.force_quarter)[:, None, :])
    shares = base * rng.uniform(0.2, 0.35), base, 1 - (1 - base) * rng.uniform(*recipe.top)
    return replace(drawn, thresholds=np.array([_cut_for(drawn, share) for share in shares]))


def _severity(forces: int, quarters: int, recipe: Recipe, rng: np.random.Generator) -> Floats:
    """Sd .3 to .8 between forces, each drifting, centred on the mean force every quarter."""
    steady = rng.normal(0, rng.uniform(0.3, 0.8), forces)
    kept, step = recipe.drift
    drift = np.zeros((forces, quarters))
    drift[:, 0] = rng.normal(0, 0.15, forces)
    for quarter in range(1, quarters):
        drift[:, quarter] = kept * drift[:, quarter - 1] + rng.normal(0, step, forces)
    severity = steady[:, None] + drift
    centred: Floats = severity - severity.mean(axis=0)
    return centred


def _weakness(officers: int, questions: int, recipe: Recipe, rng: np.random.Generator) -> Floats:
    """15% of the officers are weak on 2 to 4 questions."""
    weakness = np.zeros((officers, questions))
    for officer in np.flatnonzero(rng.random(officers) < 0.15):
        chosen = rng.permutation(questions)[: rng.integers(2, 5)]
        weakness[officer, chosen] = -rng.uniform(*recipe.weakness, chosen.size)
    return weakness


def _cut_for(quality: Quality, share: float) -> float:
    """The cut under which this share of all plans falls in an average quarter, by halving."""
    average = replace(quality, cell=quality.cell.mean(axis=2, keepdims=True))
    low, high = -15.0, 15.0
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if average.rate_below(middle).mean() < share else (low, middle)
    return (low + high) / 2
