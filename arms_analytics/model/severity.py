"""How strict each reviewing force is, and whether that can be told at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.special import ndtr

from arms_analytics.model.design import NOTHING, Design
from arms_analytics.model.rating import Rating
from arms_analytics.model.statements import WIDENED, Z90

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Strictness:
    """(forces,) each, in logits against the mean reviewing force, more is stricter; nan where a force reviewed nothing.

    `stricter` is the chance of being stricter than that mean. `reliability` (one number) is the part of the spread
    between reviewing forces that is not noise.
    """

    estimate: Floats
    low: Floats
    high: Floats
    stricter: Floats
    reliability: float


def pieces(design: Design) -> tuple[Ints, Ints]:
    """The pieces of the graph of who reviewed whom: (forces,) for forces reviewed, (forces,) for reviewing forces.

    Within one number severities can be compared, across two they cannot; NOTHING for a force that took no part.
    """
    known = (design.reviewing_force != NOTHING) & (design.grade != NOTHING).any(axis=1)
    reviewed, reviewing = design.force[known], design.reviewing_force[known]
    size = 2 * design.forces
    graph = coo_array((np.ones(reviewed.size), (reviewed, design.forces + reviewing)), shape=(size, size))
    _, piece = connected_components(graph, directed=False)
    there = np.zeros(size, dtype=bool)
    there[reviewed] = there[design.forces + reviewing] = True
    numbers = np.full(size, NOTHING)
    numbers[there] = np.unique(piece[there], return_inverse=True)[1]
    return numbers[: design.forces], numbers[design.forces :]


def connected(design: Design) -> bool:
    """Whether reviewing forces can be compared: two or more, in one piece with all whom they reviewed."""
    reviewed, reviewing = pieces(design)
    several = (reviewing != NOTHING).sum() > 1
    return bool(several and max(reviewed.max(), reviewing.max()) == 0)


def severities(rating: Rating) -> Strictness:
    """How strict the reviewing forces are; to be believed only where they are `connected`."""
    design = rating.design
    reviewed = pieces(design)[1] != NOTHING
    count = max(int(reviewed.sum()), 1)
    centring = np.eye(design.forces) - reviewed[None, :] / count
    estimate = centring @ rating.mean.severity
    se = np.sqrt(np.maximum(np.einsum("ij,jk,ik->i", centring, rating.severity_covariance, centring), 1e-12))
    estimate, se = np.where(reviewed, estimate, np.nan), np.where(reviewed, se, np.nan)
    reliability = 0.0
    if count > 1:
        spread = rating.sd["severity"] ** 2 * (1 - 1 / count)
        reliability = 1 - float(np.nanmean(se**2)) / spread
    reach = Z90 * WIDENED * se
    return Strictness(estimate, estimate - reach, estimate + reach, ndtr(estimate / (WIDENED * se)), reliability)
