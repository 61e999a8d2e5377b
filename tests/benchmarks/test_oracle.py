"""The oracle is told what nobody knows: the model may come near it, and not past it."""

import numpy as np
import pytest

from arms_analytics.model.drift import drift
from arms_analytics.model.rating import rate
from arms_analytics.model.statements import A_THIRD, failing_now
from arms_analytics.simulation.simulator import simulate
from benchmarks.oracle import oracle
from benchmarks.planted import design_of


@pytest.fixture(scope="module")
def regions():
    return [(region, oracle(region)) for region in map(simulate, range(100, 108))]


def surprise(chance, came_true):
    """The mean logarithmic score: less is better."""
    chance = np.clip(chance, 0.002, 0.998)
    return -np.log(np.where(came_true, chance, 1 - chance)).mean()


def test_it_is_surprised_less_than_the_model(regions):
    told, fitted = [], []
    for region, known in regions:
        above = region.truth.failure_rate[:, :, -1] > A_THIRD
        rating = rate(design_of(region))
        told.append(surprise(known.cells.probability, above))
        fitted.append(surprise(failing_now(rating, drift(rating)).probability, above))
    assert np.mean(told) < np.mean(fitted) < 2 * np.mean(told)


def test_its_chances_come_true_as_often_as_they_say(regions):
    chance = np.concatenate([known.cells.probability.ravel() for _, known in regions])
    above = np.concatenate([(region.truth.failure_rate[:, :, -1] > A_THIRD).ravel() for region, _ in regions])
    assert above.mean() == pytest.approx(chance.mean(), abs=0.015)
    assert above[chance > 0.9].mean() > 0.9 and above[chance < 0.1].mean() < 0.05


def test_of_the_region_it_says_what_its_cells_add_up_to(regions):
    for _, known in regions:
        mean = known.cells.estimate.mean(axis=0)
        assert (known.needs[mean > 0.39] > 0.5).all() and (known.needs[mean < 0.28] < 0.5).all()
