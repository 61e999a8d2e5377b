"""A whole force's change is told from chance and from a stricter reviewing force."""

import numpy as np
import pytest

from arms_analytics.model.force_change import force_changes
from arms_analytics.model.rating import rate
from arms_analytics.model.simulator import simulate
from tests.model.designs import design_of


def worsened(region, force, share, rng):
    """Every second good plan of the last two quarters falls a step."""
    grade = np.where(region.grade < 0, -1, region.grade).astype(np.int8)
    late = (region.force == force) & (region.quarter >= region.quarters - 2)
    fall = late[:, None] & (grade > 0) & (rng.random(grade.shape) < share)
    return np.where(fall, grade - 1, grade).astype(np.int8)


def test_a_force_that_fell_is_flagged_with_its_sign():
    region = simulate(2, plant=False)
    change = force_changes(rate(design_of(region, grade=worsened(region, 3, 0.5, np.random.default_rng(0)))))
    assert change.clear[3] and change.estimate[3] < -0.5
    assert np.argmin(change.estimate) == 3


def test_where_nothing_happened_little_is_flagged():
    clear = [force_changes(rate(design_of(simulate(seed, plant=False)))).clear for seed in range(60, 68)]
    assert np.mean(clear) < 0.2


def test_strict_reviewing_forces_are_no_change():
    """One force grades everything a step down; whoever it reviewed lately looks worse and is not."""
    region = simulate(2, plant=False, quarters=16)
    grade = np.where(region.grade < 0, -1, region.grade).astype(np.int8)
    strict = region.reviewing_force == 5
    grade = np.where(strict[:, None] & (grade > 0), grade - 1, grade).astype(np.int8)
    naive = [
        (grade[(region.force == force) & (region.quarter >= 14)] <= 1).mean()
        - (grade[(region.force == force) & (region.quarter < 14)] <= 1).mean()
        for force in range(5)
    ]
    change = force_changes(rate(design_of(region, grade=grade)))
    met = [force for force in range(5) if strict[(region.force == force) & (region.quarter >= 14)].any()]
    assert met and max(naive[force] for force in met) > 0.1
    assert not change.clear[met].any()


@pytest.mark.parametrize("quarters", [1, 2, 5])
def test_too_few_quarters_say_nothing(quarters):
    change = force_changes(rate(design_of(simulate(1, quarters=quarters))))
    assert np.isnan(change.estimate).all() and not change.clear.any()
