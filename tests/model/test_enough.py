"""Too few quarters, or too few recent grades, and the model does not speak."""

import numpy as np
import pytest

from arms_analytics.model.design import NOTHING
from arms_analytics.model.enough import enough
from arms_analytics.model.simulator import simulate
from tests.model.designs import design_of


@pytest.mark.parametrize("quarters", [4, 6])
def test_quarters_and_recent_grades_are_counted_as_by_hand(quarters):
    region = simulate(5, questions=6, quarters=7, missing=0.45, not_applicable=0.3)
    grade = np.where(region.grade < 0, NOTHING, region.grade).astype(np.int8)
    grade[(region.force == 2) & (region.quarter < 3)] = NOTHING
    said = enough(design_of(region, grade=grade), quarters)
    for force, question in np.ndindex(said.shape):
        seen, recent = set(), 0
        for review in np.flatnonzero(region.force == force):
            if (grade[review] != NOTHING).any():
                seen.add(region.quarter[review])
            recent += region.quarter[review] >= 3 and grade[review, question] != NOTHING
        assert said[force, question] == (len(seen) >= quarters and recent >= 8)
    assert 0 < said.sum() < said.size
