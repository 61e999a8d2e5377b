"""All feedback after all grades: the questions listed a second time belong to the boxes of the first."""

import pytest

from tests.workbook.drawn import alarms, grades, read, tab

GRADES = """
Risk level      | High | Low
A. Gathering    |      |
Sources checked | G    | RI
Visits made     | O    | G
B. Planning     |      |
Actions dated   | I    | G
"""
FEEDBACK = """
Sources checked | All of the sources were named. | Half of them were not asked.
Visits made     | Good                           | Two visits in the quarter.
Actions dated   | Not one of the actions is.     | Each has its own date.
"""


@pytest.mark.parametrize("head", ["Feedback |", "Feedback | High | Low", "| High | Low", ""])
@pytest.mark.parametrize("overall", ["", "Overall grade | G | G"])
def test_the_second_listing_holds_the_feedback_whatever_stands_over_it(head, overall):
    reading = read(tab("Cheshire", f"{GRADES.rstrip()}\n\n{head}\n{FEEDBACK.strip()}\n{overall}"))
    assert grades(reading) == ["G O I", "RI G G"]
    assert [answer.feedback for answer in reading.reviews[0].answers] == [
        "All of the sources were named.", "Good", "Not one of the actions is.",
    ]  # fmt: skip
    assert [answer.feedback_cell for answer in reading.reviews[1].answers][1] == "C10"
    assert not alarms(reading)


def test_feedback_beside_a_question_that_stands_again_where_no_table_is_read_is_reported():
    apart = """
| | | Actions dated | Not one of the actions has a date by which to be done.
| | | Sources checked | All of the sources were named, and when they were asked.
"""
    reading = read(tab("Cheshire", f"{GRADES.rstrip()}\n\n\n{apart}"))
    assert grades(reading) == ["G O I", "RI G G"]
    assert alarms(reading) == ["left_over Cheshire E10, E11"]
