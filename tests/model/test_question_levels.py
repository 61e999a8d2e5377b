"""A question's level is weighed by the grades of all forces, with cells that may be far from it."""

import math

import numpy as np
import pytest

from arms_analytics.model.chain import Chain
from arms_analytics.model.drift import drift
from arms_analytics.model.question_levels import APART_SD, APART_SHARE, LIKE_OTHERS_SD, SHIFTS
from arms_analytics.model.rating import rate
from arms_analytics.model.statements import failing_now, region_wide
from arms_analytics.simulation.simulator import simulate
from tests.model.designs import design_of, small_design


def bell(x, sd):
    return math.exp(-((x / sd) ** 2) / 2) / sd


def chance_of_grades(chain, likelihood):
    """Of one cell, quarter by quarter, over every place that it may be in."""
    state, total = chain.prior, 1.0
    for place, quarter in enumerate(likelihood):
        state = chain.a_quarter_later(state) if place else state
        state = state * np.tile(quarter, 2)
        total, state = total * state.sum(), state / state.sum()
    return total


def test_each_level_has_the_chance_of_all_forces_grades_times_the_prior():
    rating = rate(small_design())
    found = drift(rating)
    for question in range(3):
        weights = []
        for shift in SHIFTS:
            level = rating.mean.question[question] + shift
            prior = (1 - APART_SHARE) * bell(level, LIKE_OTHERS_SD) + APART_SHARE * bell(level, APART_SD)
            grades = [chance_of_grades(Chain.around(shift), found.likelihood[force, question]) for force in range(3)]
            weights.append(prior * math.prod(grades))
        expected = np.array(weights) / sum(weights)
        assert found.levels.chance[question] == pytest.approx(expected)
        assert found.levels.mean[question] == pytest.approx(expected @ SHIFTS)
        assert found.levels.variance[question] == pytest.approx(expected @ (SHIFTS - expected @ SHIFTS) ** 2)


def test_the_question_bad_everywhere_is_no_longer_drawn_towards_the_others():
    moved, gap = [], []
    for seed in range(40, 46):
        region = simulate(seed)
        found = drift(rate(design_of(region)))
        bad = next(plant.question for plant in region.truth.plants if plant.kind == "bad_everywhere")
        moved.append(found.levels.mean[bad])
        gap.append(np.delete(found.levels.mean, bad).mean())
    assert np.mean(moved) < -0.03 < np.mean(gap)


def test_one_force_that_is_far_off_hardly_moves_its_question():
    """Its grades are those of an unusual cell; stage one, to which all cells are normal, is put right."""
    region = simulate(3, plant=False)
    grade = np.where(region.grade < 0, -1, region.grade).astype(np.int8)
    grade[region.force == 2, 7] = 0
    rating, plain = rate(design_of(region, grade=grade)), rate(design_of(region))
    found, expected = drift(rating), drift(plain)
    pulled = rating.mean.question[7] - plain.mean.question[7]
    put_right = found.levels.mean[7] + rating.mean.question[7] - expected.levels.mean[7] - plain.mean.question[7]
    assert pulled < -0.15 and abs(put_right) < abs(pulled) / 2
    assert failing_now(rating, found).probability[2, 7] > 0.99
    assert np.delete(failing_now(rating, found).probability[:, 7], 2).max() < 0.5


def test_what_forces_share_widens_the_regions_range():
    rating = rate(design_of(simulate(4)))
    found = drift(rating)
    spread = region_wide(rating, found)
    alone = np.sqrt(((failing_now(rating, found).high - failing_now(rating, found).low) ** 2).sum(axis=0)) / 6
    assert np.all(spread.high - spread.low > alone)
