"""How strict a reviewing force is, in plans per hundred rather than in logits."""

import pandas as pd
import pytest

from arms_analytics.charts.reviewer_severity import of_severity


def test_each_reviewing_force_has_a_dot_and_its_range():
    told = {"reviewing_force": ["Kent"], "would_fail": [0.2], "would_fail_low": [0.13], "would_fail_high": [0.29]}
    [dots] = of_severity(pd.DataFrame(told)).data
    assert (list(dots.y), list(dots.x)) == (["Kent"], [pytest.approx(20)])
    assert (dots.error_x.arrayminus[0], dots.error_x.array[0]) == (pytest.approx(7), pytest.approx(9))
