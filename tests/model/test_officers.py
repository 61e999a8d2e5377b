"""An officer's weakness on one question shows in their plans and in nobody else's."""

import numpy as np

from arms_analytics.model.drift import drift
from arms_analytics.model.officers import weak_officers
from arms_analytics.model.rating import rate
from arms_analytics.model.simulator import simulate
from tests.model.designs import design_of


def test_an_officer_made_to_fail_one_question_is_found_on_it_alone():
    region = simulate(3, plant=False, quarters=20)
    officer = int(np.argmax(np.bincount(region.officer)))
    grade = region.grade.copy()
    grade[(region.officer == officer), 7] = 0
    rating = rate(design_of(region, grade=np.where(grade < 0, -1, grade).astype(np.int8)))
    weak = weak_officers(rating, drift(rating))
    assert weak.probability[officer, 7] > 0.95
    assert weak.estimate[officer, 7] > 0.5
    ordinary = region.truth.weakness == 0
    ordinary[officer, 7] = False
    assert weak.probability[ordinary].max() < 0.7 and np.mean(weak.probability[ordinary] > 0.5) < 0.01
    assert np.all(weak.low <= weak.estimate + 1e-9) and np.all(weak.estimate <= weak.high + 1e-9)


def test_an_officer_without_graded_plans_has_the_priors_small_chance():
    region = simulate(3, plant=False)
    rating = rate(design_of(region, officers=region.truth.officer_force.size + 1))
    assert np.allclose(weak_officers(rating, drift(rating)).probability[-1], 0.9 * 0.0 + 0.1 * 0.27, atol=0.02)


def test_a_region_without_officer_references_has_no_officers():
    region = simulate(3)
    rating = rate(design_of(region, officer=np.full(region.force.size, -1), officers=0))
    assert weak_officers(rating, drift(rating)).probability.shape == (0, 25)
