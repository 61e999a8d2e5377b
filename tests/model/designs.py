"""Simulated regions as the model takes them."""

from __future__ import annotations

import numpy as np

from arms_analytics.model.design import NOTHING, Design
from arms_analytics.simulation.simulator import simulate


def design_of(region, **changes):
    grade = np.where(region.grade < 0, NOTHING, region.grade).astype(np.int8)
    given = {
        "force": region.force, "quarter": region.quarter, "reviewing_force": region.reviewing_force,
        "officer": region.officer, "risk_level": region.risk_level, "grade": grade, "forces": region.forces,
        "quarters": region.quarters, "officers": region.truth.officer_force.size,
    }  # fmt: skip
    return Design(**{**given, **changes})


def small_design(seed=1, **changes):
    """Small enough for a twin that counts everything one by one."""
    return design_of(simulate(seed, forces=3, questions=3, quarters=4), **changes)
