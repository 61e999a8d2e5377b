"""How strict a reviewing force is, in plans per hundred rather than in logits."""

import pandas as pd
import pytest

from arms_analytics.charts.severity import REFERENCE, of_severity, would_find


def test_the_average_reviewing_force_finds_what_it_is_compared_with():
    assert would_find(0) == pytest.approx(REFERENCE)


def test_a_stricter_one_finds_more_and_never_more_than_all():
    assert REFERENCE < would_find(0.5) < would_find(1) < would_find(9) < 100


def test_each_reviewing_force_has_a_dot_and_its_range():
    found = pd.DataFrame({"reviewing_force": ["Kent"], "estimate": [0.0], "low": [-0.5], "high": [0.5]})
    [dots] = of_severity(found).data
    assert (list(dots.y), list(dots.x)) == (["Kent"], [pytest.approx(REFERENCE)])
    assert dots.x[0] - dots.error_x.arrayminus[0] == pytest.approx(would_find(-0.5))
