"""Under which heading a finding stands in the register."""

from types import SimpleNamespace

import numpy as np
import pytest

from arms_analytics.charts.repeat_failures import group


def row(**given):
    usual = {"tier": "rule", "probability": 0.1, "worked_out": True, "relative": False}
    return SimpleNamespace(**{**usual, **given})


@pytest.mark.parametrize(
    ("given", "heading"),
    [
        ({"tier": "very likely", "probability": 0.9}, "Very likely: 80 in 100 or more"),
        ({}, "Rule met; may be chance or a strict reviewing force"),
        ({"probability": np.nan}, "Rule met; too few quarters or reviews to say how sure"),
        ({"probability": np.nan, "worked_out": False}, "Rule met"),
        ({"relative": True}, "Rule met, as in most forces"),
        ({"tier": ""}, "Cleared since the quarter before"),
    ],
)
def test_a_rule_that_is_met_is_not_called_chance_where_that_is_not_known(given, heading):
    assert group(row(**given)) == heading
