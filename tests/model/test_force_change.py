"""A whole force's change is told from chance and from a stricter reviewing force."""

import numpy as np
import pytest

from arms_analytics.model import force_change
from arms_analytics.model.force_change import DRIFT, MOST_UNSURE, force_changes
from arms_analytics.model.rating import rate
from arms_analytics.simulation.simulator import simulate
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


def moved(region):
    """By how much each force's odds truly moved, the last two quarters against those before."""
    rates = region.truth.failure_rate
    quality = np.log((1 - rates) / rates).mean(axis=1)
    return quality[:, -2:].mean(axis=1) - quality[:, :-2].mean(axis=1)


@pytest.fixture(scope="module")
def unplanted():
    regions = [simulate(seed, plant=False) for seed in range(60, 84)]
    return [(moved(region), rate(design_of(region))) for region in regions]


def test_what_is_said_to_have_changed_did(unplanted):
    """Ranges of nine in ten hold the change of the planted rates, whichever reviewing forces drifted meanwhile."""
    said = [(truly, force_changes(rating)) for truly, rating in unplanted]
    inside = [np.abs(change.estimate - truly) < 1.645 * change.se for truly, change in said]
    assert np.mean(inside) > 0.88
    assert np.mean(np.concatenate([change.clear[np.abs(truly) < 0.2] for truly, change in said])) < 0.1


def test_knowing_that_reviewing_forces_drift_brings_it_nearer_the_truth(unplanted, monkeypatch):
    def error():
        return np.mean([(force_changes(rating).estimate - truly) ** 2 for truly, rating in unplanted])

    drifting = error()
    monkeypatch.setattr(force_change, "DRIFT", 0.0)
    assert drifting < 0.9 * error()


def twin(rating):
    """The change of each force by the rule for conditional normals, every covariance written out one by one.

    Levels and changes are as good as unknown beforehand; a reviewing force's strictness is drawn step by step.
    """
    design, sd = rating.design, rating.sd["force_quarter"]
    last, cells = design.quarters - 1, sorted({*zip(design.force.tolist(), design.quarter.tolist(), strict=True)})
    by = {cell: {} for cell in cells}
    for force, quarter, reviewing in zip(design.force, design.quarter, design.reviewing_force, strict=True):
        share = by[force, quarter]
        share[reviewing] = share.get(reviewing, 0) + 1

    def walk(one, other):
        """Of one reviewing force, its mean over the quarters taken off."""
        quarters = range(last + 1)
        covariance = np.mean([[min(a, b) for b in quarters] for a in quarters]) + min(one, other)
        return DRIFT**2 * (covariance - sum(min(one, b) + min(other, b) for b in quarters) / (last + 1))

    def met(cell, reviewing):
        share = by[cell]
        return share.get(reviewing, 0) / sum(share.values()) - 1 / design.forces

    looks, covariance = [], np.zeros((len(cells), len(cells)))
    late = [quarter > last - 2 for _, quarter in cells]
    for i, one in enumerate(cells):
        force, quarter = one
        held = min(rating.variance.force_quarter[one], MOST_UNSURE * sd**2)
        trend = (rating.mean.region_trend[0] + rating.mean.force_trend[force]) * (quarter - last) / 4
        looks.append(rating.mean.force_quarter[one] / (1 - held / sd**2) + rating.mean.quarter[quarter] + trend)
        covariance[i, i] = sd**2 + 1 / (1 / held - 1 / sd**2)
        for j, other in enumerate(cells):
            shared = sum(met(one, each) * met(other, each) for each in range(design.forces))
            covariance[i, j] += shared * walk(quarter, other[1])
            if force == other[0]:
                covariance[i, j] += UNKNOWN * (1 + (late[i] and late[j]))
    estimate, se = np.zeros(design.forces), np.zeros(design.forces)
    for force in range(design.forces):
        with_looks = np.array([UNKNOWN * (cell[0] == force and late[i]) for i, cell in enumerate(cells)])
        weights = np.linalg.solve(covariance, with_looks)
        estimate[force], se[force] = weights @ looks, np.sqrt(UNKNOWN - weights @ with_looks)
    return estimate, se


UNKNOWN = 1e4


@pytest.mark.parametrize("rotation", ["varied", "fixed"])
def test_a_slow_twin_finds_the_same(rotation):
    region = simulate(5, forces=4, questions=4, quarters=7, rotation=rotation, missing=0.3)
    design = design_of(region)
    design.reviewing_force[::5] = (design.force[::5] + 1) % 4  # some quarters of a force are graded by two
    rating = rate(design)
    change, (estimate, se) = force_changes(rating), twin(rating)
    assert np.allclose(change.estimate, estimate, atol=1e-3) and np.allclose(change.se, se, atol=1e-3)


def test_a_force_with_too_few_quarters_is_left_out_and_the_others_are_not():
    region = simulate(4, plant=False)
    design = design_of(region)
    joined = design.only((design.force != 2) | (design.quarter >= design.quarters - 3))
    change = force_changes(rate(joined))
    assert np.isnan(change.estimate[2]) and not change.clear[2]
    assert np.isfinite(np.delete(change.estimate, 2)).all() and np.isfinite(np.delete(change.se, 2)).all()


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
