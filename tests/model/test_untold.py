"""Where strictness cannot be told, neither can how good a force is: its ranges are wider, and nobody else's."""

import numpy as np
import pytest

from arms_analytics.model.drift import drift
from arms_analytics.model.grid import GRID
from arms_analytics.model.rating import rate
from arms_analytics.model.statements import failing_now
from arms_analytics.model.untold import variance_of_reviewers, widened
from arms_analytics.simulation.simulator import simulate
from tests.model.designs import design_of


def test_the_variance_is_that_of_the_severity_met_against_the_mean():
    region = simulate(1)
    rating = rate(design_of(region))
    draws = np.random.default_rng(0).multivariate_normal(np.zeros(6), rating.severity_covariance, 200_000)
    met = region.reviewing_force[region.force == 2]
    against = draws[:, met].mean(axis=1) - draws.mean(axis=1)
    assert variance_of_reviewers(rating)[2] == pytest.approx(against.var(), rel=0.02)


def test_a_varied_rotation_widens_nothing_and_a_fixed_one_by_what_it_leaves_open():
    varied, fixed = (rate(design_of(simulate(3, rotation=rotation))) for rotation in ("varied", "fixed"))
    assert variance_of_reviewers(varied).max() < 0.02 < variance_of_reviewers(fixed).min()
    weights = np.eye(GRID.size)[18] * np.ones((6, 2, 1))
    spread = np.sqrt(widened(fixed, weights) @ GRID**2)
    assert spread[:, 0] == pytest.approx(np.sqrt(variance_of_reviewers(fixed)), rel=0.05)
    assert np.allclose(widened(varied, weights)[:, :, 18], 1, atol=0.2)


def test_ranges_keep_their_promise_under_a_fixed_rotation():
    inside = []
    for seed in range(20, 28):
        region = simulate(seed, rotation="fixed")
        rating = rate(design_of(region))
        shares, now = failing_now(rating, drift(rating)), region.truth.failure_rate[:, :, -1]
        inside.append(((shares.low <= now) & (now <= shares.high)).mean())
    assert np.mean(inside) > 0.86


def test_without_reviewing_forces_nothing_is_widened():
    region = simulate(1)
    rating = rate(design_of(region, reviewing_force=np.full(region.force.size, -1)))
    assert not variance_of_reviewers(rating).any()
