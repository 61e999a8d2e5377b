"""How strict reviewing forces are: recovered where it can be told, and an independent program agrees."""

import numpy as np
import pandas as pd
import pytest
import raschpy

from arms_analytics.model.rating import rate
from arms_analytics.model.severity import connected, pieces, severities
from arms_analytics.simulation.simulator import simulate
from tests.model.designs import design_of


@pytest.mark.parametrize(("rotation", "expected"), [("varied", 1), ("fixed", 6), ("triads", 2)])
def test_the_rotation_decides_whether_severity_can_be_told(rotation, expected):
    design = design_of(simulate(1, rotation=rotation))
    reviewed, reviewing = pieces(design)
    assert len({*reviewed, *reviewing}) == expected
    assert connected(design) == (expected == 1)


def test_one_plan_graded_by_two_forces_joins_the_pieces():
    region = simulate(1, rotation="triads")
    reviewing = region.reviewing_force.copy()
    reviewing[np.flatnonzero(region.force == 0)[0]] = 4
    assert connected(design_of(region, reviewing_force=reviewing))


def test_a_review_without_grades_or_reviewing_force_joins_nothing():
    region = simulate(1, rotation="triads")
    first = np.flatnonzero(region.force == 0)[0]
    reviewing, grade = region.reviewing_force.copy(), np.where(region.grade < 0, -1, region.grade).astype(np.int8)
    reviewing[first], grade[first] = 4, -1
    assert not connected(design_of(region, reviewing_force=reviewing, grade=grade))
    assert not connected(design_of(region, reviewing_force=np.full(region.force.size, -1)))


def test_severity_is_recovered_with_its_sign_and_its_range():
    inside, apart = [], []
    for seed in range(40, 48):
        region = simulate(seed)
        found, truth = severities(rate(design_of(region))), region.truth.severity.mean(axis=1)
        assert np.corrcoef(found.estimate, truth)[0, 1] > 0.7
        assert found.estimate.mean() == pytest.approx(0, abs=1e-9)
        assert found.reliability > 0.8
        assert np.array_equal(found.stricter > 0.5, found.estimate > 0)
        inside += list((found.low < truth) & (truth < found.high))
        apart.append(np.corrcoef(found.estimate, truth)[0, 1])
    assert np.mean(inside) > 0.8 and np.mean(apart) > 0.9


def test_a_force_that_reviewed_nothing_has_no_severity():
    region = simulate(1)
    found = severities(rate(design_of(region, forces=7)))
    assert np.isnan(found.estimate[6]) and np.isfinite(found.estimate[:6]).all()


@pytest.mark.filterwarnings("ignore")
def test_raschpys_many_facet_model_ranks_the_reviewing_forces_alike():
    """Person = force and risk level; one review for each reviewing force and person, all facets fully crossed."""
    region = simulate(9, questions=20, quarters=20, base_failure=0.3, plant=False, not_applicable=0, not_graded=0)
    first = {}
    for row in range(region.force.size):
        person = f"{region.force[row]}/{region.risk_level[row]}"
        first.setdefault((f"R{region.reviewing_force[row]}", person), region.grade[row])
    index = pd.MultiIndex.from_tuples(first, names=["Rater", "Person"])
    responses = pd.DataFrame(list(first.values()), index=index, columns=[f"Q{q}" for q in range(20)]).sort_index()
    model = raschpy.MFRM(responses=responses, max_score=3)
    model.calibrate(model="global")
    theirs = np.array([model.facet_effects_global[f"R{force}"] for force in range(6)])
    ours = severities(rate(design_of(region))).estimate
    assert np.corrcoef(ours, theirs)[0, 1] > 0.9
