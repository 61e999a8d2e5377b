"""What is odd about a tab is said by cell: feedback that a formula keeps back, a review that is only headed."""

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
