"""Each statement against draws from what it is computed from, and against what was planted."""

import math

import numpy as np
import pytest

from arms_analytics.model.design import NOTHING, Design
from arms_analytics.model.drift import drift
from arms_analytics.model.grid import GRID
from arms_analytics.model.rates import level, percentile, share_below, summarise
from arms_analytics.model.rating import rate
from arms_analytics.model.statements import (
    A_THIRD,
    CHANGE,
    MUCH_WORSE,
    excelling,
    failing_now,
    failing_then,
    moved,
    region_wide,
    worse_than_region,
)
from arms_analytics.model.untold import widened
from arms_analytics.simulation.recipe import CLEAR
from arms_analytics.simulation.simulator import simulate
from tests.model.designs import design_of


@pytest.fixture(scope="module")
def region():
    return simulate(21, recipe=CLEAR)


@pytest.fixture(scope="module")
def fitted(region):
    rating = rate(design_of(region))
    return rating, drift(rating)


def drawn_share(rating, force, question, delta, cut, rng):
    """Plans drawn one after the other: the share at or under a step, at one δ, in the latest quarter."""
    design, mean = rating.design, rating.mean
    officers = {officer for officer, at in zip(design.officer, design.force, strict=True) if at == force}
    own = np.mean([mean.officer[officer] for officer in officers])
    centre = mean.question[question] + mean.force[force] + own + mean.risk_level.mean() + mean.quarter[-1] + delta
    found = [mean.review[plan] + mean.officer[officer] for plan, officer in enumerate(design.officer)]
    apart = math.sqrt(sum(each**2 for each in found) / len(found))
    plans = centre - mean.severity.mean() + rng.normal(0, apart, 200_000)
    return (plans + rng.logistic(size=plans.size) <= rating.thresholds[cut]).mean()


def test_the_share_below_a_step_is_what_drawn_plans_show(fitted):
    rating, _ = fitted
    share, rng = share_below(rating, 1, level(rating, 12)), np.random.default_rng(1)
    for force, question, place in ((0, 3, 12), (4, 20, 18), (5, 7, 25)):
        assert share[force, question, place] == pytest.approx(
            drawn_share(rating, force, question, GRID[place], 1, rng), abs=0.01
        )


def plans_far_apart(seed):
    """Plans that differ by 1.2 logits, of which eight grades each say little; forces and questions do not differ."""
    rng = np.random.default_rng(seed)
    force, quarter, risk_level = (each.ravel() for each in np.indices((6, 12, 4)))
    quality = rng.normal(0, 1.2, force.size)[:, None] + rng.logistic(size=(force.size, 8))
    grade = np.digitize(quality, [-3.5, -2, 1.5]).astype(np.int8)
    nobody = np.full(force.size, NOTHING)
    return Design(force, quarter, (force + 1 + quarter % 5) % 6, nobody, risk_level, grade, 6, 12, 0)


def test_shares_are_not_drawn_to_a_half_by_plans_that_differ():
    """Spread by what plans are taken to differ by, not by what was found of them, a plan in a hundred more fails."""
    gaps = []
    for seed in range(4):
        design = plans_far_apart(seed)
        rating = rate(design)
        where = widened(rating, drift(rating).smoothed)
        of_quarters = [
            (where[:, :, quarter] * share_below(rating, 1, level(rating, quarter))).sum(axis=-1).mean()
            for quarter in range(design.quarters)
        ]
        gaps.append(np.mean(of_quarters) - (design.grade <= 1).mean())
    assert np.mean(gaps) == pytest.approx(0, abs=0.008)


def test_estimate_range_and_chance_are_those_of_draws_from_the_grid(fitted):
    rating, found = fitted
    shares, rng = failing_now(rating, found), np.random.default_rng(2)
    below = share_below(rating, 1, level(rating, 12))
    for cell in ((0, 0), (2, 11), (5, 24)):
        deltas = rng.choice(GRID, 100_000, p=widened(rating, found.now)[cell]) + rng.uniform(-0.125, 0.125, 100_000)
        rates = np.interp(deltas, GRID, below[cell])
        assert shares.estimate[cell] == pytest.approx(rates.mean(), abs=0.01)
        assert shares.probability[cell] == pytest.approx((rates > A_THIRD).mean(), abs=0.015)
        assert (shares.low[cell], shares.high[cell]) == pytest.approx(np.quantile(rates, [0.03, 0.97]), abs=0.03)


def test_a_share_that_rises_along_the_grid_is_summarised_as_one_that_falls():
    weights = np.random.default_rng(0).dirichlet(np.ones(GRID.size))
    falling = 1 / (1 + np.exp(GRID))
    one, other = summarise(weights, falling, 0.4), summarise(weights, 1 - falling, 0.6)
    assert one.probability == pytest.approx(1 - other.probability)
    assert (one.low, one.high) == pytest.approx((1 - other.high, 1 - other.low))
    assert percentile(weights, GRID, 0.5) == pytest.approx(-percentile(weights[::-1], GRID, 0.5))


def test_planted_failures_are_found_and_strong_cells_too(region, fitted):
    rating, found = fitted
    fails, shines = failing_now(rating, found), excelling(rating, found)
    for plant in region.truth.plants:
        if plant.kind == "long_failure":
            assert fails.probability[plant.force, plant.question] > 0.5
        if plant.kind == "strong":
            assert shines.probability[plant.force, plant.question] > 0.5
            assert fails.probability[plant.force, plant.question] < 0.05
        if plant.kind == "bad_everywhere":
            planted = region.truth.failure_rate[:, plant.question, -1].mean()
            assert region_wide(rating, found).estimate[plant.question] == pytest.approx(planted, abs=0.08)
    error = fails.estimate - region.truth.failure_rate[:, :, -1]
    assert abs(error.mean()) < 0.03 and error.std() < 0.12


def test_what_changed_within_the_year_is_told_from_what_did_not(fitted):
    rating, found = fitted
    better, worse = moved(rating, found)
    joint, trend = found.joint(4), rating.mean.region_trend + rating.mean.force_trend
    cell = (3, 9)
    step, up = GRID[1] - GRID[0], 0.0
    for i in range(GRID.size):
        for j in range(GRID.size):
            change = GRID[j] - GRID[i] + trend[3]  # stands for everything within half a step
            beyond = (change + step / 2 - CHANGE) / step
            up += joint[cell][i, j] * min(max(beyond, 0), 1)
    assert better[cell] == pytest.approx(up)
    assert np.all(better + worse <= 1 + 1e-9)


def test_planted_changes_have_the_right_sign():
    up, down = [], []
    for seed in range(30, 36):
        region = simulate(seed)
        rating = rate(design_of(region))
        better, worse = moved(rating, drift(rating))
        rate_now, rate_then = region.truth.failure_rate[:, :, -1], region.truth.failure_rate[:, :, -5]
        up.append((better - worse)[rate_now < rate_then - 0.25])
        down.append((better - worse)[rate_now > rate_then + 0.25])
    assert np.concatenate(up).mean() > 0.2 and np.concatenate(down).mean() < -0.2


def test_worse_than_the_region_compares_with_the_other_forces(fitted):
    rating, found = fitted
    shares, worse = failing_now(rating, found), worse_than_region(rating, found)
    assert np.allclose(shares.estimate, worse.estimate)
    below, weights = share_below(rating, 1, level(rating, 12)), widened(rating, found.now)
    others = np.delete(shares.estimate[:, 5], 2).mean()
    exceed = weights[2, 5][below[2, 5] > others + MUCH_WORSE].sum()
    assert worse.probability[2, 5] == pytest.approx(exceed, abs=weights[2, 5].max() / 2 + 0.01)


def test_the_latest_quarter_as_known_now_is_the_present(fitted):
    rating, found = fitted
    assert np.allclose(failing_then(rating, found)[:, :, -1], failing_now(rating, found).probability)


def test_the_region_is_the_mean_of_its_forces(fitted):
    rating, found = fitted
    assert np.allclose(region_wide(rating, found).estimate, failing_now(rating, found).estimate.mean(axis=0))
