"""Simulated regions as stores: the names that people use around the model's numbers."""

from __future__ import annotations

from arms_analytics.network import network
from arms_analytics.vocabulary import RiskLevel
from tests.findings.stores import GRADES, store_of

FIRST = 8100
"""Quarter.index of the simulated region's first quarter (2025-26-Q1)."""
FORCES = network().member_names


def reviews_of(region):
    """The region as rows of `store_of`; officers as O1…, questions as Q01…."""
    rows = []
    for place in range(region.force.size):
        grades = {
            f"Q{question + 1:02d}": GRADES[grade] if grade >= 0 else {-1: "not_applicable", -2: None}[int(grade)]
            for question, grade in enumerate(region.grade[place])
        }
        rows.append(
            {
                "force": FORCES[region.force[place]],
                "quarter": FIRST + int(region.quarter[place]),
                "reviewing_force": FORCES[region.reviewing_force[place]],
                "risk_level": list(RiskLevel)[region.risk_level[place]].value,
                "officer_ref": f"O{region.officer[place]}",
                "answers": grades,
            }
        )
    return rows


def store_with(region, officers_of=FORCES, **more):
    """A store in memory that holds this region."""
    return store_of(reviews_of(region), officers_of=officers_of, **more)


def graded(reviews, force, question, first, last):
    """The failures, one True or False a graded review, and who marked the failing ones."""
    fell, by = [], set()
    for review in reviews:
        grade = review["answers"].get(question)
        if review["force"] == force and first <= review["quarter"] <= last and grade in GRADES:
            fell.append(GRADES.index(grade) < 2)
            if fell[-1]:
                by.add(review["reviewing_force"])
    return fell, by


def rule_met(reviews, force, question, quarter):
    quarters = {review["quarter"] for review in reviews if review["force"] == force and review["quarter"] <= quarter}
    recent, _ = graded(reviews, force, question, quarter - 1, quarter)
    year, _ = graded(reviews, force, question, quarter - 3, quarter)
    return len(quarters) >= 2 and (sum(recent) >= 5 or sum(year) >= 7)
