"""The heads of the table of plans follow the bands that the finding counts by."""

import pandas as pd
import pytest

from arms_analytics.charts.plan_by_plan import APART, of_plans


@pytest.mark.parametrize(
    ("begins", "said"),
    [
        ((0, 1, 3, 6), ["No box", "1 or 2 boxes", "3 to 5 boxes", "6 boxes or more"]),
        ((0, 1, 2, 3), ["No box", "1 box", "2 boxes", "3 boxes or more"]),
    ],
)
def test_each_band_is_headed_by_the_boxes_it_stands_for(begins, said):
    bands = dict(zip(("none", "few", "some", "many"), begins, strict=True))
    heads = of_plans(pd.DataFrame(), bands, ["Cheshire"], "Plans").columns
    assert [head.label for head in heads if head.key != APART] == said
