"""What stands in a review's columns: its box and its feedback, also where one merged cell stands for several."""

import pytest

from arms_analytics.workbook.cells import Area, Cell
from tests.workbook.drawn import alarms, grades, read, tab

TABLE = """
                | Low     |           | High    |
Question        | Grade   | Feedback  | Grade   | Feedback
Sources checked | #00B050 | Named.    | #FFC000 | Not all.
Actions dated   | #FFC000 | Two.      | #FF0000 | None.
Visits made     | N/A     |           |         |
Supervised      | #FFFF00 | Weekly.   | #00B050 | Monthly.
"""


def feedback(reading):
    return [[answer.feedback for answer in review.answers] for review in reading.reviews]


@pytest.mark.parametrize("over", [Area(5, 2, 5, 4), Area(5, 2, 5, 5)])
def test_a_cell_merged_over_reviews_is_the_box_of_each(over):
    sheet = tab("Cheshire", TABLE)
    sheet.merged = [over]
    reading = read(sheet)
    assert grades(reading) == ["G RI NA O", "RI I NA G"]
    assert feedback(reading)[1] == ["Not all.", "None.", "", "Monthly."]
    assert not alarms(reading)


def test_a_box_merged_over_two_questions_grades_both():
    sheet = tab("Cheshire", TABLE.replace("#FFC000 | Two.", "        | Two."))
    sheet.merged = [Area(3, 2, 4, 2)]
    assert grades(read(sheet))[0] == "G G NA O"


def test_feedback_merged_over_reviews_is_each_ones():
    sheet = tab("Cheshire", """
Question        | Low     | High
Sources checked | #00B050 | #FFC000
Feedback        | Nobody looked at the minutes of the meeting. |
Actions dated   | #FFC000 | #FF0000
Feedback        | Two of five are. | None is dated at all.
""")  # fmt: skip
    sheet.merged = [Area(3, 2, 3, 3)]
    both = "Nobody looked at the minutes of the meeting."
    assert feedback(read(sheet)) == [[both, "Two of five are."], [both, "None is dated at all."]]


def test_a_head_merged_into_the_first_line_is_no_feedback():
    sheet = tab("Cheshire", TABLE.replace("| Named.", "|"))
    sheet.merged = [Area(2, 3, 3, 3)]
    assert feedback(read(sheet))[0] == ["", "Two.", "", "Weekly."]


def test_a_box_merged_over_the_lines_of_one_question_is_its_box_alone():
    sheet = tab("Cheshire", """
Question        | Low       | High
Sources checked | G #00B050 | RI #FFC000
                | Named in the log. | Nowhere named.
Actions dated   | I #FF0000 | O #FFFF00
                |           | A model for others to copy.
""")  # fmt: skip
    sheet.merged = [Area(4, 2, 5, 2)]
    reading = read(sheet)
    assert grades(reading) == ["G I", "RI O"]
    assert feedback(reading) == [["Named in the log.", ""], ["Nowhere named.", "A model for others to copy."]]


def test_a_section_s_name_merged_over_the_reviews_is_no_box():
    sheet = tab("Cheshire", TABLE.replace("Visits made     | N/A     ", "Section B       | Plan and visits #00B050"))
    sheet.merged = [Area(5, 2, 5, 5)]
    assert grades(read(sheet)) == ["G RI O", "RI I G"]


def test_a_question_of_parts_is_no_section_though_one_box_is_merged_over_the_reviews():
    sheet = tab("Cheshire", TABLE.replace("Visits made     | N/A     ", "Part of it is shared | #FFC000"))
    sheet.merged = [Area(5, 2, 5, 5)]
    assert grades(read(sheet)) == ["G RI RI O", "RI I RI G"]


def test_one_cell_that_cannot_be_read_is_reported_once():
    sheet = tab("Cheshire", TABLE.replace("| N/A ", "| Not looked at this time "))
    sheet.merged = [Area(5, 2, 5, 5)]
    reading = read(sheet)
    assert grades(reading) == ["G RI - O", "RI I - G"]
    assert alarms(reading) == ["unreadable_grade Cheshire B5"]


def test_a_question_that_has_notes_and_no_grades_is_no_section():
    sheet = tab(
        "Cheshire",
        """
Question        | Low     | High
Sources checked | #00B050 | #FFC000
Actions dated   | #FFC000 | #FF0000
Visits made     |         |
""",
    )
    for place, note in {(2, 2): "Named.", (2, 3): "Not all.", (4, 2): "Seen twice.", (4, 3): "Nobody went."}.items():
        sheet.cells.setdefault(place, Cell(*place)).note = note
    assert feedback(read(sheet)) == [["Named.", "", "Seen twice."], ["Not all.", "", "Nobody went."]]
