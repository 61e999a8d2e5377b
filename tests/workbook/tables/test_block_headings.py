"""How far the heading of a block reaches."""

import pytest

from tests.workbook.drawn import alarms, grades, read, tab

GRADED = """
Question | Grade | Feedback
Q1 Sources checked before scoring | Good | Clear and full
Q2 Static factors scored right    | RI   | No log number was given.
"""


def test_a_blank_line_within_a_blocks_heading_parts_no_reference_from_its_review():
    reading = read(tab("Cheshire", """
Risk level | High risk
Plan ref   | CHE/01
Officer    | OM 11
Question   | Grade | Feedback
Q1 Sources checked before scoring | Good | Clear and full
Q2 Static factors scored right    | RI   | No log number was given.

Risk level | Low risk

Plan ref   | CHE/02
Officer    | OM 12
Question   | Grade | Feedback
Q1 Sources checked before scoring | Good | Clear and full
Q2 Static factors scored right    | RI   | No log number was given.
"""))  # fmt: skip
    told = [(str(review.risk_level), review.review_ref, review.officer_ref) for review in reading.reviews]
    assert told == [("high", "CHE/01", "OM 11"), ("low", "CHE/02", "OM 12")]
    assert not alarms(reading)


@pytest.mark.parametrize(
    "heading",
    [
        "Risk level: | {risk} | Ref: | {ref} | Officer: | {officer}",
        "Risk level: {risk} | | Ref: {ref} | | Officer: {officer}",
        "{risk} | {ref} | {officer}",
        "{ref} | {officer} | {risk} risk",
        "Ref: {ref} | Officer: {officer} | Risk: {risk}",
    ],
)
def test_what_heads_a_block_may_stand_side_by_side_over_it(heading):
    blocks = [
        f"{heading.format(risk=risk, ref=ref, officer=officer)}\n{GRADED}"
        for risk, ref, officer in (("High", "CHE/0010", "OM 4417"), ("Low", "CHE/0011", "OM 4418"))
    ]
    reading = read(tab("Cheshire", "\n".join(blocks)))
    assert [(review.review_ref, review.officer_ref) for review in reading.reviews] == [
        ("CHE/0010", "OM 4417"),
        ("CHE/0011", "OM 4418"),
    ]
    assert not alarms(reading)


@pytest.mark.parametrize(
    "heading", ["{risk} risk\n{ref}\n{officer}", "{ref}\n{risk}\n{officer}", "{ref} | {officer}\n{risk}"]
)
def test_a_reference_without_a_label_may_stand_above_the_level_or_below_it(heading):
    blocks = [
        f"{heading.format(risk=risk, ref=ref, officer=officer)}\n{GRADED}"
        for risk, ref, officer in (("High", "CHE/0010", "OM 4417"), ("Low", "CHE/0011", "OM 4418"))
    ]
    reading = read(tab("Cheshire", "\n".join(blocks)))
    told = [(review.review_ref, review.officer_ref) for review in reading.reviews]
    assert told == [("CHE/0010", "OM 4417"), ("CHE/0011", "OM 4418")]
    assert grades(reading) == ["G RI", "G RI"] and not alarms(reading)


@pytest.mark.parametrize("heading", ["{ref} | {risk} | ", "{risk} | {ref} | ", "Review 1 | {ref} | {risk}"])
def test_of_blocks_side_by_side_each_has_its_own_reference(heading):
    high, low = (heading.format(risk=risk, ref=ref) for risk, ref in (("High", "CHE/0010"), ("Low", "CHE/0011")))
    table = "\n".join(f"{line} | | {line}" for line in GRADED.strip().splitlines())
    reading = read(tab("Cheshire", f"{high} | | {low}\n{table}"))
    told = [(str(review.risk_level), review.review_ref) for review in reading.reviews]
    assert told == [("high", "CHE/0010"), ("low", "CHE/0011")]
    assert grades(reading) == ["G RI", "G RI"] and not alarms(reading)


def test_the_numbers_of_questions_below_ref_no_are_no_references():
    table = (
        "Ref no | Question | Grade | Feedback\nQ1: | Sources checked | RI | Half.\nQ2: | Actions dated | Good | All."
    )
    told = "\n\n".join(f"Review {n}\nRisk: {risk}\n\n{table}" for n, risk in enumerate(("High", "Low"), 1))
    assert [review.review_ref for review in read(tab("Cheshire", told)).reviews] == ["", ""]


@pytest.mark.parametrize("bar", ["Review {n}: {risk} risk, Plan ref: AB/001{n}", "Risk level: {risk}"])
def test_a_risk_level_in_feedback_beside_a_box_begins_no_block(bar):
    bars = [bar.format(n=n, risk=risk) for n, risk in enumerate(("High", "Low"), 1)]
    blocks = [bar + GRADED.replace("Clear and full", "Low risk - see log entry 74.") for bar in bars]
    reading = read(tab("Cheshire", "\n".join(blocks)))
    assert [len(review.answers) for review in reading.reviews] == [2, 2]
    assert reading.reviews[1].answers[0].feedback == "Low risk - see log entry 74."
    assert not alarms(reading)


def test_the_level_may_stand_behind_a_dash_or_a_colon_on_one_tab():
    block = "{}\nRef | CHE {}\nQuestion | Grade | Feedback\nSources? | {} | Clear.\nVisits? | RI | Late.\n"
    heads = ("Risk level - Very high", "Risk level: High", "Risk level – Low")
    drawing = "\n".join(
        block.format(head, ref, grade) for ref, (head, grade) in enumerate(zip(heads, "GIO", strict=True), 100)
    )
    reading = read(tab("Cheshire", drawing))
    assert [(r.risk_level, r.review_ref) for r in reading.reviews] == [
        ("very_high", "CHE 100"), ("high", "CHE 101"), ("low", "CHE 102"),
    ]  # fmt: skip
    assert grades(reading) == ["G RI", "I RI", "O RI"]
    assert not alarms(reading)


def test_a_block_s_quarter_may_stand_beside_its_level():
    told = "\n".join(
        f"{quarter} | CHE/001{n} | Low risk\n{GRADED}" for n, quarter in enumerate(("Q4 (Jan-Mar 2025)", "Q1 2025/26"))
    )
    reading = read(tab("Cheshire", told), file="ARMS collated.xlsx")
    assert [(str(review.quarter), review.review_ref) for review in reading.reviews] == [
        ("2024-25-Q4", "CHE/0010"), ("2025-26-Q1", "CHE/0011"),
    ]  # fmt: skip
    assert not alarms(reading)


SAYS = {
    "a line each": "Ref | {ref}\n{others}\nRisk level | {risk}",
    "a cell each": "Ref: {ref}\n{others}\nRisk level: {risk}",
    "one line": "Ref | {ref} | {others} | Risk level | {risk}",
    "one cell": "Ref: {ref}; {others}; Risk level: {risk}",
}
OTHERS = {
    "a line each": "RM2000 | Low\nInitials | AB\nReviewer | DS 2201\nOfficer | {officer}\nReviewed by | Cumbria",
    "a cell each": "MAPPA: 1\nGender: M\nReviewer: DS 2201\nInitials: AB\nOfficer: {officer}\nReviewed by: Cumbria",
    "one line": "RM2000 | Low | Gender | M | Reviewer | DS 2201 | Officer | {officer} | Reviewed by | Cumbria",
    "one cell": "MAPPA: 1; Gender: M; Reviewer: DS 2201; Officer: {officer}; Reviewed by: Cumbria",
}


@pytest.mark.parametrize("form", SAYS)
def test_a_heading_may_say_things_that_nobody_asks_between_reference_and_level(form):
    blocks = [
        SAYS[form].format(ref=ref, risk=risk, others=OTHERS[form].format(officer=officer)) + GRADED
        for ref, risk, officer in (("CHE-01", "Very high", "PC 1101"), ("CHE-02", "High", "PC 1102"))
    ]
    reading = read(tab("Cheshire", "\n".join(blocks)))
    assert grades(reading) == ["G RI", "G RI"]
    assert [(review.review_ref, review.officer_ref, str(review.risk_level)) for review in reading.reviews] == [
        ("CHE-01", "PC 1101", "very_high"),
        ("CHE-02", "PC 1102", "high"),
    ]
    assert {review.reviewing_force for review in reading.reviews} == {"Cumbria"}
    assert not alarms(reading)


@pytest.mark.parametrize("heading", ["ViSOR no | 123456\nRef | {ref}", "Ref | {ref}\nViSOR no | 123456"])
def test_a_number_that_the_offender_has_is_no_reference_where_the_plan_has_one(heading):
    blocks = [
        f"{heading.format(ref=ref)}\nRisk level | {risk}{GRADED}"
        for ref, risk in (("CHE-01", "High"), ("CHE-02", "Low"))
    ]
    reading = read(tab("Cheshire", "\n".join(blocks)))
    assert [review.review_ref for review in reading.reviews] == ["CHE-01", "CHE-02"]
