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


def test_what_is_said_to_have_changed_did():
    """Ranges of nine in ten hold the change of the planted rates, whichever reviewing forces drifted meanwhile."""
    inside = []
    for seed in range(60, 68):
        region = simulate(seed, plant=False)
        change, rates = force_changes(rate(design_of(region))), region.truth.failure_rate
        quality = np.log((1 - rates) / rates).mean(axis=1)
        moved = quality[:, -2:].mean(axis=1) - quality[:, :-2].mean(axis=1)
        inside.append(np.abs(change.estimate - moved) < 1.645 * change.se)
    assert np.mean(inside) > 0.75


def test_strict_reviewing_forces_are_no_change():
    """One force grades everything a step down; whoever it reviewed lately looks worse and is not."""
    looked, said = [], []
    for seed in range(2, 6):
        region = simulate(seed, plant=False, quarters=16)
        grade = np.where(region.grade < 0, -1, region.grade).astype(np.int8)
        strict = region.reviewing_force == 5
        grade = np.where(strict[:, None] & (grade > 0), grade - 1, grade).astype(np.int8)
        late = region.quarter >= 14
        change = force_changes(rate(design_of(region, grade=grade)))
        for force in set(region.force[strict & late].tolist()):
            failing = [(grade[(region.force == force) & when] <= 1).mean() for when in (late, ~late)]
            looked.append(failing[0] - failing[1])
            said.append(change.clear[force] and change.estimate[force] < 0)
    assert np.mean(looked) > 0.08 and np.mean(said) < 0.3


@pytest.mark.parametrize("quarters", [1, 2, 5])
def test_too_few_quarters_say_nothing(quarters):
    change = force_changes(rate(design_of(simulate(1, quarters=quarters))))
    assert np.isnan(change.estimate).all() and not change.clear.any()
