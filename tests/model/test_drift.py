"""Stage two moves chances as an explicit transition matrix would, and follows what was planted."""

import math

import numpy as np
import pytest

from arms_analytics.model.chain import (
    BECOMES_ORDINARY,
    BECOMES_UNUSUAL,
    CHANGES,
    ORDINARY_SD,
    UNUSUAL_SD,
    UNUSUAL_SHARE,
)
from arms_analytics.model.drift import drift, follow
from arms_analytics.model.grid import GRID
from arms_analytics.model.rating import rate
from arms_analytics.simulation.simulator import simulate
from tests.model.designs import design_of, small_design

N = len(GRID)


def bell(sd, around):
    weights = [math.exp(-((x - around) ** 2) / (2 * sd**2)) for x in GRID]
    return [weight / sum(weights) for weight in weights]


def kinds(found, question):
    """Where an ordinary and an unusual cell of the question stand: around its level, as surely as that is known."""
    level = found.levels.mean[question]
    ordinary = math.sqrt(ORDINARY_SD**2 + found.levels.variance[question])
    return bell(ordinary, level), bell(UNUSUAL_SD, level)


def transition(ordinary, unusual):
    """[from][to] over ordinary then unusual places, written out state by state."""
    matrix = np.zeros((2 * N, 2 * N))
    for i in range(N):
        for j in range(N):
            matrix[i, j] += (1 - BECOMES_UNUSUAL) * (i == j)
            matrix[i, N + j] += BECOMES_UNUSUAL * unusual[j]
            matrix[N + i, N + j] += (1 - BECOMES_ORDINARY - CHANGES) * (i == j) + CHANGES * unusual[j]
            matrix[N + i, j] += BECOMES_ORDINARY * ordinary[j]
    return matrix


def below(logit):
    return float(logit > 0) if math.isinf(logit) else 1 / (1 + math.exp(-logit))


def likelihoods(rating, force, question):
    """[quarter][place]: the chance of the cell's grades, answer by answer."""
    design, seen = rating.design, np.ones((rating.design.quarters, 2 * N))
    eta = rating.mean.eta(design, without_cell=True)
    for review in range(design.reviews):
        grade = design.grade[review, question]
        if design.force[review] != force or grade < 0:
            continue
        cuts = [-math.inf, *rating.cuts[review], math.inf]
        for place in range(2 * N):
            at = eta[review, question] + GRID[place % N]
            seen[design.quarter[review], place] *= below(cuts[grade + 1] - at) - below(cuts[grade] - at)
    return seen


@pytest.fixture(scope="module")
def fitted():
    rating = rate(small_design())
    return rating, drift(rating)


def test_filtered_smoothed_and_joint_against_explicit_matrices(fitted):
    rating, found = fitted
    force, question = 1, 2
    of_kinds = kinds(found, question)
    matrix, seen = transition(*of_kinds), likelihoods(rating, force, question)
    ordinary, unusual = (1 - UNUSUAL_SHARE) * np.array(of_kinds[0]), UNUSUAL_SHARE * np.array(of_kinds[1])
    forward = [np.concatenate([ordinary, unusual]) * seen[0]]
    for quarter in range(1, 4):
        forward.append(forward[-1] @ matrix * seen[quarter])
    backward = [np.ones(2 * N)]
    for quarter in range(3, 0, -1):
        backward.insert(0, matrix @ (seen[quarter] * backward[0]))
    for quarter in range(4):
        expected = forward[quarter] / forward[quarter].sum()
        assert np.allclose(found.filtered[force, question, quarter], expected)
        both = forward[quarter] * backward[quarter]
        assert np.allclose(found.smoothed[force, question, quarter], (both[:N] + both[N:]) / both.sum())
    joint = forward[1][:, None] * (matrix * seen[2]) @ (matrix * seen[3])
    joint = joint / joint.sum()
    added = joint[:N, :N] + joint[N:, :N] + joint[:N, N:] + joint[N:, N:]
    assert np.allclose(found.joint(2)[force, question], added)


def test_the_joint_has_both_ends_as_its_margins(fitted):
    _, found = fitted
    joint = found.joint(3)
    assert np.allclose(joint.sum(axis=-2), found.now)
    assert np.allclose(joint.sum(axis=-1), found.smoothed[:, :, 0])


def test_a_cell_that_begins_to_fail_is_followed_down():
    region = simulate(5, quarters=13)
    moved = drift(rate(design_of(region))).smoothed @ GRID
    plants = {plant.kind: plant for plant in region.truth.plants}
    late, over = plants["recent_failure"], plants["resolved_failure"]
    assert moved[late.force, late.question, -1] < moved[late.force, late.question, 0] - 0.5
    assert moved[over.force, over.question, -1] > moved[over.force, over.question, 2] + 0.5


def test_a_cell_without_answers_keeps_the_prior():
    """It stands where its question does."""
    design = small_design()
    grade = design.grade.copy()
    grade[design.force == 0, 0] = -1
    found = drift(rate(small_design(grade=grade)))
    assert found.now[0, 0] @ GRID == pytest.approx(found.levels.mean[0], abs=1e-3)
    ordinary, unusual = kinds(found, 0)
    assert np.allclose(found.smoothed[0, 0, 0], np.multiply(0.8, ordinary) + np.multiply(0.2, unusual))


def test_what_else_is_known_of_answers_moves_their_cells_the_other_way(fitted):
    """Reviews that were a logit worse for another reason say that the cell is about that much better."""
    rating, found = fitted
    besides = np.zeros(rating.design.grade.shape)
    besides[rating.design.force == 1, 2] = -1.0
    moved = (follow(rating, found, besides).now - found.now) @ GRID
    assert moved[1, 2] > 0.1
    moved[1, 2] = 0
    assert np.allclose(moved, 0)
