"""How an officer does over all questions shows in the description, and says little of anybody who was little seen."""

import math

import numpy as np

from arms_analytics.model.drift import drift
from arms_analytics.model.grid import GRID
from arms_analytics.model.officers_overall import BELOW, beside_colleagues, overall
from arms_analytics.model.rating import rate
from arms_analytics.simulation.simulator import simulate
from tests.model.designs import design_of, small_design


def described(design):
    rating = rate(design)
    return overall(rating, drift(rating))


def test_an_officer_whose_plans_lose_a_grade_everywhere_is_described_so_and_nobody_else():
    region = simulate(3, plant=False, quarters=20)
    officer = int(np.argmax(np.bincount(region.officer)))
    fallen = (region.officer == officer)[:, None] & (region.grade > 0)
    found = described(design_of(region, grade=np.where(region.grade < 0, -1, region.grade - fallen).astype(np.int8)))
    before = described(design_of(region))
    assert found.probability[officer] > 0.95 and before.probability[officer] < 0.5
    assert found.estimate[officer] > before.estimate[officer] + 0.2
    assert np.argmax(found.estimate - before.estimate) == officer
    others = np.arange(found.probability.size) != officer
    assert np.mean(found.probability[others] > 0.5) < 0.05
    assert np.all(found.low < found.estimate) and np.all(found.estimate < found.high)


def test_ranges_hold_how_officers_truly_stand_beside_colleagues():
    inside = []
    for seed in range(40, 46):
        region = simulate(seed, plant=False)
        truth, force = region.truth, region.truth.officer_force
        beside = truth.officer_effect + truth.weakness.mean(axis=1)
        beside = beside - (np.bincount(force, beside) / np.bincount(force))[force]
        rating = rate(design_of(region))
        reach = 1.645 * np.sqrt(rating.variance.officer)
        inside.append(np.abs(beside_colleagues(rating) - beside) < reach)
    assert np.mean(np.concatenate(inside)) > 0.85


def below_by_steps(mean, sd, limit):
    """P(normal < limit), its density added up in small steps."""
    steps = np.linspace(mean - 8 * sd, limit, 20001)
    density = np.exp(-(((steps - mean) / sd) ** 2) / 2) / (sd * math.sqrt(2 * math.pi))
    return float(np.trapezoid(density, steps)) if limit > steps[0] else 0.0


def share_by_steps(rating, drifted, officer, force, effect):
    """Failing answers of one officer: every question, every place of its cell, every luck of a plan, one by one."""
    mean, design = rating.mean, rating.design
    mine = sorted({int(o) for o, f in zip(design.officer, design.force, strict=True) if f == force})
    ordinary = sum(mean.officer[each] for each in mine) / len(mine)
    sd = math.sqrt(sum(each**2 for each in mean.review) / design.reviews)
    lucks = np.linspace(-6, 6, 241)
    weights = np.exp(-(lucks**2) / 2)
    total = 0.0
    for question in range(design.questions):
        quality = mean.force[force] + ordinary + mean.quarter[-1] + mean.risk_level.mean() - mean.severity.mean()
        quality += mean.question[question] + effect
        for place, chance in zip(GRID, drifted.now[force, question], strict=True):
            failing = 1 / (1 + np.exp(quality + place + sd * lucks - rating.thresholds[design.failing_steps - 1]))
            total += chance * float((failing * weights).sum() / weights.sum())
    return total / design.questions


def test_a_slow_twin_finds_the_same():
    design = small_design(seed=2)
    rating = rate(design)
    drifted = drift(rating)
    found, beside = overall(rating, drifted), beside_colleagues(rating)
    for officer in (0, design.officers // 2, design.officers - 1):
        force = int(design.force[design.officer == officer][0])
        mine = np.unique(design.officer[design.force == force])
        effect = rating.mean.officer[officer] - rating.mean.officer[mine].mean()
        sd = math.sqrt(rating.variance.officer[officer])
        assert math.isclose(beside[officer], effect, abs_tol=1e-9)
        assert math.isclose(found.probability[officer], below_by_steps(effect, sd, BELOW), abs_tol=1e-4)
        for said, at in ((found.estimate, 0), (found.low, 1.645), (found.high, -1.645)):
            by_steps = share_by_steps(rating, drifted, officer, force, effect + at * sd)
            assert math.isclose(said[officer], by_steps, abs_tol=1e-4)


def test_an_officer_without_plans_is_an_average_one_of_whom_little_is_known():
    region = simulate(3, plant=False)
    rating = rate(design_of(region, officers=region.truth.officer_force.size + 1))
    assert beside_colleagues(rating)[-1] == 0
    assert np.argmax(rating.variance.officer) == region.truth.officer_force.size


def test_a_region_without_officer_references_has_none_to_describe():
    region = simulate(3)
    rating = rate(design_of(region, officer=np.full(region.force.size, -1), officers=0))
    assert overall(rating, drift(rating)).probability.shape == (0,)
