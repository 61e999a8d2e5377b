"""An officer's weakness on one question shows in their plans and in nobody else's."""

import itertools

import numpy as np

from arms_analytics.model.drift import drift
from arms_analytics.model.officers import ELSEWHERE, SOME_WEAK, WEAK_ON, chance_of_weak, weak_officers
from arms_analytics.model.rating import rate
from arms_analytics.simulation.simulator import simulate
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
    prior = SOME_WEAK * WEAK_ON + (1 - SOME_WEAK) * ELSEWHERE
    assert np.allclose(weak_officers(rating, drift(rating)).probability[-1], prior, atol=0.01)


def test_a_weakness_is_likelier_where_the_officer_has_another_by_counting_every_case():
    odds = np.array([[8.0, 0.5, 30.0], [8.0, 0.5, 0.7]])
    for officer in range(2):
        weak, total = np.zeros(3), 0.0
        for each, case in itertools.product((WEAK_ON, ELSEWHERE), itertools.product((0, 1), repeat=3)):
            chance = SOME_WEAK if each == WEAK_ON else 1 - SOME_WEAK
            for question, is_weak in enumerate(case):
                chance *= each * odds[officer, question] if is_weak else 1 - each
            weak, total = weak + chance * np.array(case), total + chance
        assert np.allclose(chance_of_weak(odds)[officer], weak / total)
    assert chance_of_weak(odds)[0, 0] > 1.5 * chance_of_weak(odds)[1, 0]


def test_a_region_without_officer_references_has_no_officers():
    region = simulate(3)
    rating = rate(design_of(region, officer=np.full(region.force.size, -1), officers=0))
    assert weak_officers(rating, drift(rating)).probability.shape == (0, 25)
