"""Who is said to have reviewed; and that no force reviews its own plans."""

import pytest

from tests.workbook.drawn import alarms, read, tab

TABLE = """
{}
Question              | Low  | Medium | High       | Very high
Were sources checked? | Good | RI     | Good       | Good
Is the plan SMART?    | Good | RI     | Good       | Outstanding
Were visits made?     | Good | RI     | Inadequate | Good
"""


def own(title):
    reading = read(tab("Lancashire", TABLE.format(title)))
    return [(problem.sheet, problem.cell) for problem in reading.problems if problem.code == "own_review"]


@pytest.mark.parametrize("title", ["Reviewed by: Lancashire", "Reviews completed by Lancashire for Cumbria"])
def test_a_force_that_is_said_to_have_reviewed_itself_is_reported_once(title):
    assert len(own(title)) == 1


def test_the_report_names_the_cell_that_says_so():
    assert own("Reviewed by: Lancashire") == [("Lancashire", "A1")]


def test_another_forces_review_is_nothing_to_report():
    assert own("Reviewed by: Cumbria") == []


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Reviewed by Cumbria", "Plans from Cheshire"), ("Ches reviewed by Cumb", "ARMS QA"), ("Ches by Cumbria", ""),
        ("Sheet1", "Cumbria review of Cheshire plans"), ("Cheshire", "Cheshire - reviewing force: Cumbria"),
        ("Cheshire", "Force: Cheshire - Q1 2025/26 - reviewed by Cumbria"),
        ("Cheshire", "Period: April to June 2025 - reviewed by Cumbria"),
    ],
)  # fmt: skip
def test_who_reviewed_is_told_by_the_tabs_name_or_its_title(name, title):
    reading = read(tab(name, TABLE.format(title)))
    assert {(review.force, review.reviewing_force) for review in reading.reviews} == {("Cheshire", "Cumbria")}
    assert not alarms(reading)


@pytest.mark.parametrize(
    "words", ["Plans reviewed by Cumbria SOMU", "Cumbria reviewed Cheshire", "Reviewed by: Cumbria"]
)
def test_who_reviewed_may_be_said_below_the_table(words):
    reading = read(tab("Cheshire", TABLE.format("ARMS QA") + f"\n{words}"))
    assert {review.reviewing_force for review in reading.reviews} == {"Cumbria"}
    assert not alarms(reading)


@pytest.mark.parametrize(
    ("feedback", "said"),
    [
        ("Mr John Smith was seen.", "A likely name stood here and was masked"),
        ("Mr John Smith, 07700 900123, was seen.", "A likely name and phone number stood here and were masked"),
    ],
)
def test_what_was_masked_is_said_in_a_sentence(feedback, said):
    table = f"Question | Low | Feedback\nSources | Good | {feedback}\nVisits | RI |"
    told = [problem.message for problem in read(tab("Lancashire", table)).problems if problem.code == "personal_data"]
    assert len(told) == 1 and told[0].startswith(said)
