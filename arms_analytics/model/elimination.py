"""One force's share of the Newton equations, with the effects of its reviews and quarters eliminated.

A review belongs to one force and one quarter, so the equations of all reviews are diagonal, and after they are
eliminated those of all force-quarters are too (Schur complements; Golub and Van Loan, section 3.2). What is left
couples only thresholds, questions, the force's own cells, and the few levels its reviews met.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from arms_analytics.model.design import NOTHING, Design
from arms_analytics.model.facets import Layout
from arms_analytics.model.ordinal import Local

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class ForceBlock:
    """The reviews `rows` of one force; `columns` are the places in the joint vector that they touch."""

    def __init__(self, design: Design, layout: Layout, force: int) -> None:
        self.force = force
        self.rows = np.flatnonzero(design.force == force)
        self.quarters, self._quarter = np.unique(design.quarter[self.rows], return_inverse=True)
        self._in_quarter = np.equal.outer(np.arange(self.quarters.size), self._quarter).astype(float)
        columns, signs = [], []
        for name, index, sign in (
            ("force", design.force, 1.0),
            ("officer", design.officer, 1.0),
            ("risk_level", design.risk_level, 1.0),
            ("quarter", design.quarter, 1.0),
            ("severity", design.reviewing_force, -1.0),
        ):
            met = np.unique(index[self.rows])
            met = met[met != NOTHING]
            columns.append(layout.start[name] + met)
            signs.append(sign * np.equal.outer(index[self.rows], met))
        years = design.years[self.rows, None]
        columns += [np.array([layout.start["region_trend"]]), np.array([layout.start["force_trend"] + force])]
        self._met = np.hstack([*signs, years, years])
        questions = np.arange(design.questions)
        cell = layout.start["cell"] + force * design.questions + questions
        self.columns = np.concatenate([np.arange(layout.cuts), layout.start["question"] + questions, cell, *columns])

    def reduce(
        self, local: Local, review: Floats, force_quarter: Floats, precision: dict[str, float]
    ) -> tuple[Floats, Floats]:
        """(matrix, right-hand side) that this force adds to the joint equations, both over `columns`.

        `review` and `force_quarter` are the present effects of these rows and quarters. What back() needs is kept.
        """
        weight, slope, cross = local.weight[self.rows], local.slope[self.rows], local.cross[self.rows]
        total = weight.sum(axis=1)
        self._coupling = np.hstack([cross.sum(axis=1), weight, weight, total[:, None] * self._met])
        self._curve = total + precision["review"]
        kept = precision["review"] / self._curve
        quarter_coupling = self._in_quarter @ (kept[:, None] * self._coupling)
        self._quarter_coupling = quarter_coupling
        self._quarter_curve = self._in_quarter @ (kept * total) + precision["force_quarter"]
        self._total = total

        review_slope = slope.sum(axis=1) - precision["review"] * review
        quarter_slope = self._in_quarter @ (slope.sum(axis=1) - total / self._curve * review_slope)
        quarter_slope -= precision["force_quarter"] * force_quarter
        self._review_slope, self._quarter_slope = review_slope, quarter_slope

        matrix = self._direct(weight, cross)
        matrix -= self._coupling.T @ (self._coupling / self._curve[:, None])
        matrix -= quarter_coupling.T @ (quarter_coupling / self._quarter_curve[:, None])
        cuts = cross.shape[2]
        side = np.concatenate([np.zeros(cuts), slope.sum(axis=0), slope.sum(axis=0), slope.sum(axis=1) @ self._met])
        side -= self._coupling.T @ (review_slope / self._curve)
        side -= quarter_coupling.T @ (quarter_slope / self._quarter_curve)
        return matrix, side

    def _direct(self, weight: Floats, cross: Floats) -> Floats:
        """The joint equations before anything is eliminated, thresholds among themselves left out."""
        cuts, questions = cross.shape[2], weight.shape[1]
        q, c, z = cuts, cuts + questions, cuts + 2 * questions
        matrix = np.zeros((self.columns.size, self.columns.size))
        by_question = cross.sum(axis=0).T
        matrix[:cuts, q:c] = matrix[:cuts, c:z] = by_question
        matrix[:cuts, z:] = cross.sum(axis=1).T @ self._met
        diagonal = np.diag(weight.sum(axis=0))
        matrix[q:c, q:c] = matrix[q:c, c:z] = matrix[c:z, c:z] = diagonal
        matrix[q:c, z:] = matrix[c:z, z:] = weight.T @ self._met
        matrix[z:, z:] = self._met.T @ (weight.sum(axis=1)[:, None] * self._met)
        lower = np.tril_indices_from(matrix, -1)
        matrix[lower] = matrix.T[lower]
        return matrix

    def back(self, step: Floats) -> tuple[Floats, Floats]:
        """The steps of this force's reviews and quarters, given the joint step over `columns`."""
        quarter = (self._quarter_slope - self._quarter_coupling @ step) / self._quarter_curve
        review = (self._review_slope - self._total * quarter[self._quarter] - self._coupling @ step) / self._curve
        return review, quarter

    def variances(self, covariance: Floats) -> tuple[Floats, Floats]:
        """Posterior variances of this force's reviews and quarters, given the covariance over `columns`."""
        by_quarter = self._quarter_coupling / self._quarter_curve[:, None]
        with_quarter = by_quarter @ covariance
        quarter = 1 / self._quarter_curve + (with_quarter * by_quarter).sum(axis=1)
        of_quarter, by_review = self._total / self._curve, self._coupling / self._curve[:, None]
        review = 1 / self._curve + of_quarter**2 * quarter[self._quarter]
        review -= 2 * of_quarter * (by_review * with_quarter[self._quarter]).sum(axis=1)
        review += ((by_review @ covariance) * by_review).sum(axis=1)
        return review, quarter
