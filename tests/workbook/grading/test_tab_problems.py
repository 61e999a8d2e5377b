"""What is odd about a tab is said by cell: feedback that a formula keeps back, a review that is only headed."""

import pytest

from tests.workbook.drawn import alarms, grades, read, tab


def test_feedback_by_a_formula_without_its_result_is_missed_and_said():
    reading = read(tab("Cheshire", """
Question                          | High    |                | Low  |
                                  | Grade   | Feedback       | Grade | Feedback
Q1 Sources checked before scoring | Good    | =              | RI    | No log number was given.
Q2 Static factors scored right    | Good    | Clear and full | RI    | =
"""))  # fmt: skip
    assert grades(reading) == ["G G", "RI RI"]
    assert alarms(reading) == ["unread_feedback Cheshire C3, E4"]


def test_a_review_that_is_headed_and_nothing_else_is_left_out_and_named():
    reading = read(tab("Cheshire", """
Risk level      | Low    | Medium | High
Plan ref        | CH1/25 | CH2/25 | CH3/25
Sources checked | G      | RI     |
Actions dated   | O      | G      |
Visits made     | G      | G      |
"""))  # fmt: skip
    assert grades(reading) == ["G O G", "RI G G"]
    assert [problem.cell for problem in reading.problems if problem.code == "empty_review"] == ["D2"]


ABSENT = """
Question           | Low   | Feedback | High | Feedback
Sources checked?   | {}    | {}       | RI   | Not all are dated.
Is the plan SMART? |       |          | Good | Clear.
Were visits made?  |       |          | Good | On time.
"""


@pytest.mark.parametrize(
    "said", ["No low risk plan submitted", "Plan not received in time", "Nil return", "No case of this level #D9D9D9"]
)
def test_words_instead_of_a_review_are_no_feedback(said):
    reading = read(tab("Cheshire", ABSENT.format(said, "")))
    assert grades(reading) == ["RI G G"]
    assert [problem.cell for problem in reading.problems if problem.code == "empty_review"] == ["B2"]
    assert not alarms(reading)


def test_feedback_of_a_review_that_nobody_graded_is_kept():
    reading = read(tab("Cheshire", ABSENT.format("", "No evidence of visits was recorded since May.")))
    assert [answer.feedback for answer in reading.reviews[0].answers] == [
        "No evidence of visits was recorded since May.", "", "",
    ]  # fmt: skip
