"""Risk levels as people write them."""

import pytest

from arms_analytics.vocabulary import RiskLevel
from arms_analytics.workbook.texts.risk_levels import risk_level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Low", "low"), ("LOW RISK", "low"), ("Med", "medium"), ("Medium risk", "medium"), ("high", "high"),
        ("Very High", "very_high"), ("V. High", "very_high"), ("VH", "very_high"), ("Risk: Low", "low"),
        ("Very high risk (VH)", "very_high"), ("High (H)", "high"),
    ],
)  # fmt: skip
def test_risk_levels(text, level):
    assert risk_level(text) is RiskLevel(level)


@pytest.mark.parametrize("text", ["High risk of drift", "Risk level", "Risk", "Priority", "Highly rated"])
def test_what_is_no_risk_level(text):
    assert risk_level(text) is None
