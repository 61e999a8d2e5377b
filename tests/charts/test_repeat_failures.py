"""What the register says of a finding: its heading, and by which count the rule is met."""

from types import SimpleNamespace

import numpy as np
import pytest

from arms_analytics.charts.repeat_failures import COLUMNS, group


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


@pytest.mark.parametrize(
    ("failures", "recent", "met", "said"),
    [(7, 3, True, "rule met"), (6, 5, True, "rule met by 5 of the last 8"), (6, 4, False, "rule not met")],
)
def test_a_rule_met_by_the_last_two_quarters_alone_says_so(failures, recent, met, said):
    counts = row(failures=failures, reviews=16, recent_failures=recent, recent_reviews=8, rule_met=met)
    assert COLUMNS["Year"].says(counts) == (f"{failures} of 16", f"{failures} of the last 16 reviews failed, {said}")
