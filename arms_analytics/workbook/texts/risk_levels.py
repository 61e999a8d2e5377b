"""Risk levels as people write them."""

from __future__ import annotations

import re

from arms_analytics.remembered import remembered
from arms_analytics.vocabulary import RiskLevel
from arms_analytics.workbook.texts.plain import plain

_RISK = {
    "low": RiskLevel.LOW, "l": RiskLevel.LOW, "lower": RiskLevel.LOW, "lo": RiskLevel.LOW,
    "medium": RiskLevel.MEDIUM, "med": RiskLevel.MEDIUM, "m": RiskLevel.MEDIUM, "moderate": RiskLevel.MEDIUM,
    "high": RiskLevel.HIGH, "h": RiskLevel.HIGH, "hi": RiskLevel.HIGH,
    "very high": RiskLevel.VERY_HIGH, "vhigh": RiskLevel.VERY_HIGH, "v high": RiskLevel.VERY_HIGH,
    "v/high": RiskLevel.VERY_HIGH, "vh": RiskLevel.VERY_HIGH, "v/h": RiskLevel.VERY_HIGH, "v h": RiskLevel.VERY_HIGH,
    "veryhigh": RiskLevel.VERY_HIGH, "very hi": RiskLevel.VERY_HIGH,
}  # fmt: skip
_AROUND_RISK = re.compile(
    r"^(?:arms |overall |assessed |offender |nominal |rso |plan )?"
    r"(?:risk(?: level| of harm)?|level|priority)\s*[:\-=]?\s+(?=\S)"
    r"|^(?:arms|overall|assessed|current|offender|nominal|rso|plan)\s*[:\-=]?\s+(?=\S)"
    r"|\s*[-:]?\s*(?:risk(?: level)?|level(?: risk)?|priority|plan|offender|rso|case|nominal)s?$"
)

_ABBREVIATED = re.compile(r"(?<=\S) ?\((?:vh|v/h|h|m|l)\)")
"""The level's letters behind its name: "Very high (VH)"."""


@remembered(8192)
def risk_level(text: str) -> RiskLevel | None:
    """The risk level that the whole text names ("Very High", "LOW RISK", "Med risk"), otherwise None."""
    if len(text) > 40:
        return None
    word = _ABBREVIATED.sub("", plain(text)).strip(" .:*()[]-")
    for _ in range(2):
        if word in _RISK:
            return _RISK[word]
        word = _AROUND_RISK.sub("", word.replace(".", " ").replace("-", " ")).strip(" .:*()")
        word = " ".join(word.split())
    return _RISK.get(word)
