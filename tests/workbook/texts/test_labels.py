"""Labels around a table."""

import pytest

from arms_analytics.vocabulary import RiskLevel
from arms_analytics.workbook.texts.labels import label, said


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Plan Ref No.", "ref"), ("ARMS ref", "ref"), ("Case no.", "ref"), ("OM collar no.", "officer"),
        ("Offender Manager:", "officer"), ("Offender risk level", "risk"), ("RISK LEVEL:", "risk"),
        ("Peer reviewing force", "reviewing"), ("Reviewed by", "reviewing"), ("Peer review by:", "reviewing"),
        ("Force reviewed", "force"), ("Quarter ending", "quarter"), ("Review period", "quarter"),
        ("HMICFRS grade", "grade"), ("Grade (colour)", "grade"), ("RAG", "grade"), ("Reviewer feedback", "feedback"),
        ("Feedback / rationale", "feedback"), ("QA tool question", "question"), ("Question / area", "question"),
        ("Q no.", "number"), ("#", "number"), ("Review 3", "review"),
    ],
)  # fmt: skip
def test_labels_by_kind(text, kind):
    assert label(text) == kind


@pytest.mark.parametrize(
    "text", ["Opportunity", "Home visits", "Supervisor oversight", "RM2000 considered", "Good use of the log", "Review"]
)
def test_questions_and_prose_are_no_labels(text):
    assert label(text) == ""


def test_a_label_with_its_value():
    assert (said("Reviewed by: Merseyside").label, said("Reviewed by: Merseyside").value) == ("reviewing", "Merseyside")


def test_a_heading_of_several_lines():
    risk, ref, officer = said("Low risk\nPlan ref: ARMS 0060 \nOfficer: PC 1796").parts
    assert risk.risk is RiskLevel.LOW
    assert (ref.label, ref.value) == ("ref", "ARMS 0060")
    assert (officer.label, officer.value) == ("officer", "PC 1796")


@pytest.mark.parametrize("text", ["CHE-0101 High", "High CHE-0101", "CHE-0101: high risk", "High / CHE-0101"])
def test_a_reference_with_its_level_and_hardly_anything_between(text):
    parts = said(text).parts
    assert {part.value for part in parts} == {"", "CHE-0101"} and RiskLevel.HIGH in {part.risk for part in parts}


@pytest.mark.parametrize("text", ["RM2000 High", "Low 3", "Q4 High", "High Peak", "OSP-C: high and rising"])
def test_a_score_with_its_level_is_no_reference(text):
    assert not any(part.value and part.risk is None for part in said(text).parts)


def test_a_bar_with_strokes():
    parts = said("Review 1: Very high risk | Plan ref: ARMS 0042 | Reviewed by: GMP").parts
    assert [part.label or part.risk for part in parts] == ["review", RiskLevel.VERY_HIGH, "ref", "reviewing"]


def test_a_title_says_nothing():
    assert not said("ARMS Plan Peer Review – Cheshire – Q3 24-25")


def test_a_reference_behind_brackets_and_a_dash_has_no_dash():
    assert [part.value or part.risk for part in said("Very High (VH) - CHE 491").parts] == [
        "very_high", "very_high", "CHE 491",
    ]  # fmt: skip
