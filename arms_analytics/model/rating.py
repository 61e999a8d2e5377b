"""Stage one: a many-facet rating model with shrinkage, fitted by Newton steps and moment updates of its spreads.

Many-facet rating: Linacre, Many-Facet Rasch Measurement (1989), as a cumulative logit with normal effects; the
posterior is taken as normal around its mode.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve, lapack
from threadpoolctl import threadpool_limits

from arms_analytics.model.design import NOTHING, Design
from arms_analytics.model.elimination import ForceBlock
from arms_analytics.model.facets import STARTING_SD, TOGETHER, Effects, Layout
from arms_analytics.model.ordinal import Local, expand, starting_thresholds
from arms_analytics.model.own_cuts import moved, of_reviews

Floats = NDArray[np.float64]

PRIOR_LEVELS = 8
"""How many levels of its own a facet's starting spread weighs."""
SMALLEST_SD, LARGEST_SD = 0.05, 3.0
OVERSTEP = 1.5
"""Moment updates crawl; this power of each change gets there in fewer rounds."""
SETTLED = 0.03
ROUNDS, ROUNDS_WHEN_LARGE, LARGE = 12, 3, 2000
NEWTON_STEPS, NEWTON_DONE, CAP = 20, 0.005, 1.5
HALF_A_REVIEW = 0.5
"""Of an average plan, on each step: keeps the thresholds apart and finite where a grade was never given."""


@dataclass(frozen=True, slots=True)
class Rating:
    """The fitted model: posterior means and variances of the effects, and the spreads (sds) of the facets.

    `thresholds` (cuts,) are those of the average reviewing force, `own_cuts` (forces, cuts) what each adds to them.
    `severity_covariance` is (forces, forces). `rounds` counts the updates of the spreads.
    """

    design: Design
    thresholds: Floats
    own_cuts: Floats
    mean: Effects
    variance: Effects
    sd: dict[str, float]
    severity_covariance: Floats
    rounds: int

    @property
    def cuts(self) -> Floats:
        """(reviews, cuts): the thresholds that each review was graded by."""
        return self.thresholds + of_reviews(self.own_cuts, self.design)


def rate(design: Design) -> Rating:
    """Fit stage one. Where nothing is graded the effects are 0 and the spreads those they started with.

    ArithmeticError where the equations have no solution, which no grades should bring about.
    """
    with threadpool_limits(limits=1, user_api="blas"):
        return _Fitting(design).run()


class _Fitting:
    """The state of one fit: `vector` holds thresholds and the facets solved for together."""

    def __init__(self, design: Design) -> None:
        self.design = design
        self.layout = Layout(design)
        self.graded = design.grade != NOTHING
        self.vector = np.zeros(self.layout.size)
        self.vector[: self.layout.cuts] = starting_thresholds(design.grade, self.graded, design.steps)
        self.force_quarter = np.zeros((design.forces, design.quarters))
        self.review = np.zeros(design.reviews)
        self.own_cuts = np.zeros((design.forces, self.layout.cuts))
        self.free = np.arange(self.layout.cuts) != design.failing_steps - 1
        self.sd = dict(STARTING_SD)
        blocks = [ForceBlock(design, self.layout, force) for force in range(design.forces)]
        self.blocks = [block for block in blocks if block.rows.size]

    def run(self) -> Rating:
        rounds = 0
        limit = ROUNDS_WHEN_LARGE if self.design.reviews >= LARGE else ROUNDS
        while True:
            self._climb()
            covariance, variance = self._variances()
            own_cuts, own_variance = self._moved_own_cuts()
            moved_sd = self._moved_spreads(variance)
            moved_sd["own_cut"] = self._moved_spread(
                "own_cut", *(each[:, self.free] for each in (own_cuts, own_variance))
            )
            change = max(abs(moved_sd[name] / sd - 1) for name, sd in self.sd.items())
            if rounds == limit or not self.graded.any() or change < SETTLED:
                break
            self.sd, self.own_cuts = moved_sd, own_cuts
            rounds += 1
        severity = self.layout.part("severity")
        return Rating(
            design=self.design,
            thresholds=self.vector[: self.layout.cuts].copy(),
            own_cuts=self.own_cuts.copy(),
            mean=self._effects(),
            variance=variance,
            sd=dict(self.sd),
            severity_covariance=covariance[severity, severity].copy(),
            rounds=rounds,
        )

    def _effects(self) -> Effects:
        return self.layout.unpack(self.vector, self.force_quarter, self.review)

    def _climb(self) -> None:
        """Newton steps to the mode, each capped, and halved where it would go downhill."""
        local = self._expand()
        height = self._height(local)
        for _ in range(NEWTON_STEPS):
            step, quarter_step, review_step = self._newton_step(local)
            longest = max(np.abs(each).max(initial=0) for each in (step, quarter_step, review_step))
            size = min(1.0, CAP / longest) if longest else 1.0
            before = self.vector, self.force_quarter, self.review
            for _halving in range(6):
                self.vector = before[0] + size * step
                self.force_quarter = before[1] + size * quarter_step
                self.review = before[2] + size * review_step
                local = self._expand()
                risen = self._height(local)
                if risen >= height - 1e-9 and self._in_order():
                    break
                size /= 2
            height = risen
            if size * longest < NEWTON_DONE:
                return

    def _in_order(self) -> bool:
        """Whether every reviewing force's cuts are."""
        return bool(np.all(np.diff(self.vector[: self.layout.cuts] + self.own_cuts, axis=1) > 0))

    def _expand(self) -> Local:
        cuts = self.vector[: self.layout.cuts] + of_reviews(self.own_cuts, self.design)
        local = expand(cuts, self.design.grade, self._effects().eta(self.design), self.graded)
        return replace(local, value=local.value + HALF_A_REVIEW * self._expand_average().value)

    def _expand_average(self) -> Local:
        """Of an average plan graded once on each step."""
        steps = np.arange(self.design.steps, dtype=np.int8)
        return expand(self.vector[: self.layout.cuts], steps, np.zeros(steps.size), np.ones(steps.size, dtype=bool))

    def _height(self, local: Local) -> float:
        """The log posterior, up to a constant."""
        loss = self._precision() * self.vector**2
        quarter = (self.force_quarter**2).sum() / self.sd["force_quarter"] ** 2
        review = (self.review**2).sum() / self.sd["review"] ** 2
        return float(local.value - (loss.sum() + quarter + review) / 2)

    def _precision(self) -> Floats:
        precision = np.zeros(self.layout.size)
        for name in TOGETHER:
            precision[self.layout.part(name)] = self.sd[name] ** -2
        return precision

    def _newton_step(self, local: Local) -> tuple[Floats, Floats, Floats]:
        """The full step of the joint vector, of the force-quarters and of the reviews; the factor is kept."""
        precision = {name: sd**-2 for name, sd in self.sd.items()}
        cuts = self.layout.cuts
        matrix = np.diag(self._precision())
        side = -self._precision() * self.vector
        for each, often in ((local, 1.0), (self._expand_average(), HALF_A_REVIEW)):
            slope, curvature = each.of_cuts()
            matrix[:cuts, :cuts] += often * curvature
            side[:cuts] += often * slope
        for block in self.blocks:
            added, right = block.reduce(
                local, self.review[block.rows], self.force_quarter[block.force, block.quarters], precision
            )
            matrix[np.ix_(block.columns, block.columns)] += added
            side[block.columns] += right
        self._factor = cho_factor(matrix, lower=True, overwrite_a=True, check_finite=False)
        step = cho_solve(self._factor, side, check_finite=False)
        quarter_step, review_step = np.zeros_like(self.force_quarter), np.zeros_like(self.review)
        for block in self.blocks:
            reviews, quarters = block.back(step[block.columns])
            review_step[block.rows] = reviews
            quarter_step[block.force, block.quarters] = quarters
        # A quarter without reviews keeps its effect of 0.
        return step, quarter_step, review_step

    def _variances(self) -> tuple[Floats, Effects]:
        """The joint covariance at the mode, and the variance of every effect; the prior's where nothing was seen."""
        covariance, info = lapack.dpotri(self._factor[0], lower=1)
        if info:
            raise ArithmeticError("The rating model's equations have no solution; this is a defect, please report it.")
        covariance = np.tril(covariance) + np.tril(covariance, -1).T
        quarter = np.full_like(self.force_quarter, self.sd["force_quarter"] ** 2)
        review = np.full_like(self.review, self.sd["review"] ** 2)
        for block in self.blocks:
            reviews, quarters = block.variances(covariance[np.ix_(block.columns, block.columns)])
            review[block.rows] = reviews
            quarter[block.force, block.quarters] = quarters
        return covariance, self.layout.unpack(np.diag(covariance).copy(), quarter, review)

    def _moved_own_cuts(self) -> tuple[Floats, Floats]:
        cuts = self.vector[: self.layout.cuts]
        return moved(self.own_cuts, cuts, self._expand(), self.design, self.sd["own_cut"])

    def _moved_spreads(self, variance: Effects) -> dict[str, float]:
        """Each facet's sd, moved towards what its effects show."""
        pairs = zip(self._effects().items(), variance.items(), strict=True)
        return {name: self._moved_spread(name, mean, uncertain) for (name, mean), (_, uncertain) in pairs}

    def _moved_spread(self, name: str, mean: Floats, variance: Floats) -> float:
        shown = (mean**2 + variance).sum()
        square = (PRIOR_LEVELS * STARTING_SD[name] ** 2 + shown) / (PRIOR_LEVELS + mean.size)
        moved_to = self.sd[name] * (np.sqrt(square) / self.sd[name]) ** OVERSTEP
        return float(np.clip(moved_to, SMALLEST_SD, LARGEST_SD))
