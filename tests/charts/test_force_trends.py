"""One force over time: what nobody reviewed is a gap, not a line drawn through it."""

import math

import pandas as pd

from arms_analytics.charts.force_trends import of_trend
from arms_analytics.vocabulary import Quarter

FIRST = Quarter(2025, 1).index


def trend(*quarters):
    row = {"reviewed_force": "Cheshire", "reviews": 4, "boxes": 100, "failures": 20, "good": 0.8, "low": 0.7}
    return pd.DataFrame([row | {"quarter_index": FIRST + quarter, "high": 0.9} for quarter in quarters])


def test_a_quarter_without_reviews_is_a_gap():
    [line] = of_trend(trend(0, 2)).data
    assert list(line.x) == ["Q1 25/26", "Q2 25/26", "Q3 25/26"]
    assert math.isnan(line.y[1])
    assert list(line.text) == ["80 of 100 boxes on 4 plans", "", "80 of 100 boxes on 4 plans"]


def test_the_region_is_drawn_beside_the_force_when_asked_for():
    assert [line.name for line in of_trend(trend(0, 1), trend(0, 1)).data] == ["Whole region", "Cheshire"]
