"""Too few quarters, or too few recent grades, and the model does not speak."""

import numpy as np
import pytest

from arms_analytics.model.design import NOTHING
from arms_analytics.model.enough import enough, enough_over_region, first_graded
from arms_analytics.simulation.simulator import simulate
from tests.model.designs import design_of


@pytest.fixture(scope="module")
def sparse():
    region = simulate(5, questions=6, quarters=7, missing=0.45, not_applicable=0.3)
    grade = np.where(region.grade < 0, NOTHING, region.grade).astype(np.int8)
    grade[(region.force == 2) & (region.quarter < 3)] = NOTHING
    grade[region.quarter < 4, 5] = NOTHING
    grade[:, 4] = NOTHING
    return design_of(region, grade=grade)


def graded_quarters(design, question, force=None):
    """One quarter a grade."""
    rows = [row for row in range(design.reviews) if force is None or design.force[row] == force]
    return [int(design.quarter[row]) for row in rows if design.grade[row, question] != NOTHING]


@pytest.mark.parametrize("quarters", [4, 6])
def test_quarters_and_recent_grades_are_counted_as_by_hand(sparse, quarters):
    said = enough(sparse, quarters)
    for force, question in np.ndindex(said.shape):
        seen = graded_quarters(sparse, question, force)
        assert said[force, question] == (len(set(seen)) >= quarters and sum(at >= 3 for at in seen) >= 8)
    assert 0 < said.sum() < said.size


def test_a_question_that_is_new_is_not_spoken_of_however_old_the_force(sparse):
    assert not enough(sparse)[:, 5].any() and not enough_over_region(sparse)[5]


def test_over_the_region_the_forces_count_together(sparse):
    for question, said in enumerate(enough_over_region(sparse)):
        seen = graded_quarters(sparse, question)
        assert said == (len(set(seen)) >= 4 and sum(at >= 3 for at in seen) >= 8)


def test_the_first_grade_of_each_force_on_each_question(sparse):
    first = first_graded(sparse)
    for force, question in np.ndindex(first.shape):
        assert first[force, question] == min(graded_quarters(sparse, question, force), default=sparse.quarters)
    assert (first[2] >= 3).all() and (first[:, 4] == 7).all()
