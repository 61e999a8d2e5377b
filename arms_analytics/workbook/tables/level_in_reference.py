"""Risk levels that nothing says but the references of a tab's reviews: "CHE-L-01", "CHE-M-01", "CHE-VH-01"."""

from __future__ import annotations

import re

from arms_analytics.workbook.tables.table import NO_FACT, Fact, TabledReview
from arms_analytics.workbook.texts.risk_levels import risk_level

FEWEST = 3
"""Two letters may stand for something else."""
_PARTS = re.compile(r"[^A-Za-z]+")


def tell(reviews: list[TabledReview]) -> None:
    """Tell each review its level, where all references hold one in the same place, and no two the same."""
    if len(reviews) < FEWEST or any("risk" in review.facts for review in reviews):
        return
    facts = [review.facts.get("ref", NO_FACT) for review in reviews]
    parts = [_PARTS.split(fact.text) for fact in facts]
    for place in range(min(map(len, parts))):
        levels = [risk_level(told[place]) for told in parts]
        if len(set(levels)) == len(levels) and all(levels):
            for review, fact, level in zip(reviews, facts, levels, strict=True):
                review.facts["risk"] = Fact(str(level and level.value), fact.cell)
            return
