"""Where the questions of a table are told from what else stands before the boxes."""

import pytest

from tests.workbook.drawn import alarms, grades, read, tab


def test_the_names_of_sections_are_no_questions_where_only_numbers_stand():
    table = """
                        |            | Low | High
A. Information gathering | Question 1 | G  | RI
                        | Question 2 | RI | G
B. Risk factors         | Question 3 | I  | G
                        | Question 4 | G  | O
"""
    reading = read(tab("Cheshire", table))
    assert grades(reading) == ["G RI I G", "RI G G O"]
    assert not alarms(reading)


def test_a_score_merged_over_all_grades_does_not_make_lines_of_sums_of_them():
    table = """
Score    | Q1: Were sources checked? | 1 | 2 |
Score    | Q2: Is the plan SMART?    | 2 | 3 |
Score    | Q3: Were visits made?     | 3 | 2 |
Score    | Q4: Were partners asked?  | 2 | 1 |
"""
    key = "\n1 = Outstanding\n2 = Good\n3 = Requires improvement\n4 = Inadequate\n"
    reading = read(tab("Cheshire", " | | Low | High |" + table + key))
    assert grades(reading) == ["O G RI G", "G RI G O"]


@pytest.mark.parametrize("head", ["Question", "Area reviewed"])
def test_questions_between_the_reviews_or_right_of_them(head):
    between = read(tab("Cheshire", f"""
Low   |                  |                 | High  |
Grade | Comments         | {head}          | Grade | Comments
G     | All are dated.   | Sources checked | RI    | One is not.
O     | All have owners. | Actions dated   | G     | Nearly all.
I     | Never made.      | Visits made     | G     | Two of them.
"""))  # fmt: skip
    right = read(tab("Cheshire", f"""
Low | Feedback         | High | Feedback     | {head}
G   | All are dated.   | RI   | One is not.  | Sources checked
O   | All have owners. | G    | Nearly all.  | Actions dated
I   | Never made.      | G    | Two of them. | Visits made
"""))  # fmt: skip
    for reading in (between, right):
        assert grades(reading) == ["G O I", "RI G G"]
        assert [answer.question for answer in reading.reviews[0].answers] == [
            "Sources checked", "Actions dated", "Visits made",
        ]  # fmt: skip
        assert not alarms(reading)


def test_a_regional_tab_may_number_its_questions_alone():
    reading = read(
        tab(
            "All",
            """
Force    | Risk | Q1 | Q2 | Q3
Cheshire | Low  | G  | O  | I
Cheshire | High | RI | G  | G
Cumbria  | Low  | O  | G  | G
Cumbria  | High | G  | RI | O
""",
        )
    )
    assert grades(reading) == ["G O I", "RI G G", "O G G", "G RI O"]
    assert [review.force for review in reading.reviews] == ["Cheshire", "Cheshire", "Cumbria", "Cumbria"]
    assert not alarms(reading)
