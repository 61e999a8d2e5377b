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


@pytest.mark.parametrize("listed", ["{} - feedback", "{} (comments)", "Feedback: {}", "Comments on {}"])
def test_the_second_listing_may_say_that_it_is_feedback(listed):
    told = "\n".join(
        f"{listed.format(line.split(' |')[0].lower())} |{line.split('|', 1)[1]}" for line in FEEDBACK.split("\n")[1:-1]
    )
    reading = read(tab("Cheshire", f"{GRADES.rstrip()}\n{told}"))
    assert grades(reading) == ["G O I", "RI G G"]
    assert reading.reviews[1].answers[2].feedback == "Each has its own date."
    assert not alarms(reading)


def test_feedback_beside_a_question_that_stands_again_where_no_table_is_read_is_reported():
    apart = """
| | | Actions dated | Not one of the actions has a date by which to be done.
| | | Sources checked | All of the sources were named, and when they were asked.
"""
    reading = read(tab("Cheshire", f"{GRADES.rstrip()}\n\n\n{apart}"))
    assert grades(reading) == ["G O I", "RI G G"]
    assert alarms(reading) == ["left_over Cheshire E10, E11"]


def test_a_key_below_the_feedback_is_no_part_of_it():
    heads = "Question | Low | High\n"
    graded = heads + "Sources? | 3 | 2\nVisits? | 4 | 1\nActions? | 3 | 3\n"
    told = heads + "Sources? | Clear. | Late.\nVisits? | Both. | None.\nActions? | All. | Some.\n"
    key = "\nKey\n4 | Outstanding\n3 | Good\n2 | Requires improvement\n1 | Inadequate"
    reading = read(tab("Cheshire", f"Grades\n{graded}\nFeedback\n{told}{key}"))
    assert grades(reading) == ["G O G", "RI I G"]
    assert [answer.feedback for answer in reading.reviews[1].answers] == ["Late.", "None.", "Some."]
    assert not alarms(reading)
