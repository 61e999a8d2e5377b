"""A force that is sparing with the best grade is told from a strict one."""

import numpy as np
import pytest

from arms_analytics.model.design import NOTHING
from arms_analytics.model.own_cuts import of_reviews
from arms_analytics.model.rating import rate
from arms_analytics.simulation.simulator import simulate
from tests.model.designs import design_of, small_design


def sparing(region, force):
    """The region's grades, the best one of this reviewing force taken down a step every other time."""
    grade = np.where(region.grade < 0, NOTHING, region.grade).astype(np.int8)
    best = (region.reviewing_force == force)[:, None] & (grade == 3)
    grade[best & (np.indices(grade.shape).sum(axis=0) % 2 == 0)] = 2
    return grade


def test_sparing_with_the_best_grade_is_not_strict():
    region = simulate(4)
    before, after = rate(design_of(region)), rate(design_of(region, grade=sparing(region, 2)))
    assert after.own_cuts[2, 2] > before.own_cuts[2, 2] + 0.3
    assert np.delete(after.own_cuts[:, 2], 2).max() < after.own_cuts[2, 2]
    assert abs(after.mean.severity[2] - before.mean.severity[2]) < 0.15


def test_the_cut_between_failing_and_not_is_everybodys_and_cuts_keep_their_order():
    rating = rate(design_of(simulate(4)))
    assert not rating.own_cuts[:, rating.design.failing_steps - 1].any()
    assert np.all(np.diff(rating.cuts, axis=1) > 0)


def test_each_review_is_graded_by_its_reviewing_forces_cuts():
    design = small_design()
    unknown = small_design(reviewing_force=np.full(design.reviews, NOTHING))
    own = np.arange(9.0).reshape(3, 3)
    for review in range(design.reviews):
        assert of_reviews(own, design)[review].tolist() == own[design.reviewing_force[review]].tolist()
    assert not of_reviews(own, unknown).any()


@pytest.mark.parametrize("own", [0, 2])
def test_no_own_cut_nearby_makes_the_grades_likelier(own):
    """Against the posterior written out, one cut of one force at a time."""
    design = design_of(simulate(4, questions=10, quarters=8))
    rating = rate(design)
    eta = rating.mean.eta(design)

    def height(change):
        cuts = rating.own_cuts.copy()
        cuts[1, own] += change
        ends = np.hstack([np.full((6, 1), -50.0), rating.thresholds + cuts, np.full((6, 1), 50.0)])
        total = -(cuts[1, own] ** 2) / 2 / rating.sd["own_cut"] ** 2
        for review in np.flatnonzero(design.reviewing_force == 1):
            for question in np.flatnonzero(design.grade[review] >= 0):
                grade, at = design.grade[review, question], eta[review, question]
                upper, lower = 1 / (1 + np.exp(at - ends[1, grade + 1])), 1 / (1 + np.exp(at - ends[1, grade]))
                total += np.log(upper - lower)
        return total

    assert height(0) > max(height(-0.1), height(0.1))
