"""What cannot be told: where a force is always reviewed by the same few, its quality and their strictness are one.

A share of plans is said for an average reviewing force. How far the forces that reviewed this one are from the average
is known only as well as the rotation allows; what is not known widens where its cells may stand.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from arms_analytics.model.design import NOTHING
from arms_analytics.model.grid import GRID
from arms_analytics.model.rating import Rating

Floats = NDArray[np.float64]

AT_LEAST = 0.12**2
"""Logits²: where a cell's own grades put it, stage one's part of its level is not known better than this."""


def variance_of_reviewers(rating: Rating) -> Floats:
    """(forces,): the variance of the severity that a force met, against the mean of all reviewing forces, logits²."""
    design = rating.design
    known = design.reviewing_force != NOTHING
    met = np.zeros((design.forces, design.forces))
    np.add.at(met, (design.force[known], design.reviewing_force[known]), 1.0)
    reviewing = met.sum(axis=0) > 0
    average = reviewing / max(int(reviewing.sum()), 1)
    total = met.sum(axis=1, keepdims=True)
    against = np.where(total > 0, met / np.maximum(total, 1) - average, 0.0)
    return np.asarray(np.einsum("ij,jk,ik->i", against, rating.severity_covariance, against))


def widened(rating: Rating, weights: Floats) -> Floats:
    """Chances over GRID of where cells stand, (forces, …, grid), with what cannot be told of each force."""
    variance = np.maximum(variance_of_reviewers(rating), AT_LEAST)[:, None, None]
    kernel = np.exp(-((GRID[:, None] - GRID) ** 2) / 2 / variance)
    kernel /= kernel.sum(axis=2, keepdims=True)
    return np.asarray(np.einsum("f...g,fgh->f...h", weights, kernel))
