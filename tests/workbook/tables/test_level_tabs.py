"""A tab for each risk level, on which the forces stand across or down."""

import pytest

from tests.workbook.drawn import alarms, grades, read, tab

ACROSS = """
{title}
Question         | {label}Cheshire |          | Cumbria    |
                 | Grade     | Feedback | Grade      | Feedback
Sources checked? | G #00B050 | Fine.    | RI #FFC000 | Late.
Actions dated?   | O #FFFF00 | All are. | I #FF0000  | None is.
Visits made?     | O #FFFF00 | Two.     | I #FF0000  | None.
"""
DOWN = """
Force    | Reviewed by | Sources checked? | Actions dated? | Visits made?
Cheshire | Cumbria     | G                | RI             | G
Cumbria  | Merseyside  | I                | RI             | G
"""


@pytest.mark.parametrize("title", ["", "Very high risk plans", "ARMS peer review"])
def test_the_tabs_name_is_the_level_of_all_its_reviews(title):
    reading = read(tab("Very High", ACROSS.format(title=title, label="")), tab("Low risk", DOWN))
    assert grades(reading) == ["G O O", "RI I I", "G RI G", "I RI G"]
    assert [(r.force, r.risk_level, r.reviewing_force, r.answers[0].feedback) for r in reading.reviews] == [
        ("Cheshire", "very_high", None, "Fine."), ("Cumbria", "very_high", None, "Late."),
        ("Cheshire", "low", "Cumbria", ""), ("Cumbria", "low", "Merseyside", ""),
    ]  # fmt: skip
    assert not alarms(reading)


def test_a_levels_tab_that_cannot_be_read_is_said():
    lost = "Question | One | Two\nSources checked? | #00B050 | #FFC000\nActions dated? | #FFFF00 | #FF0000\n" * 3
    assert "no_grades High" in alarms(read(tab("Low risk", DOWN), tab("High", lost)))


def test_a_key_and_titles_may_stand_above_the_forces():
    key = "ARMS review\n\nKey\n4 | Outstanding\n3 | Good\n2 | Requires improvement\n1 | Inadequate\n"
    table = """
            | Merseyside |          | Cumbria    |
Officer     | OM101      |          | OM102      |
Reviewed by | Cheshire   |          | Lancashire |
Question    | Grade      | Feedback | Grade      | Feedback
Sources?    | 3          | Fine.    | 2          | Late.
Actions?    | 4          | All are. | 1          | None is.
Visits?     | 4          | Two.     | 1          | None.
"""
    reading = read(tab("High", key + table), tab("Low", key + table))
    assert grades(reading) == ["G O O", "RI I I"] * 2
    assert [(r.force, r.officer_ref, r.reviewing_force) for r in reading.reviews][:2] == [
        ("Merseyside", "OM101", "Cheshire"), ("Cumbria", "OM102", "Lancashire"),
    ]  # fmt: skip
    assert not alarms(reading)


def test_where_one_force_s_boxes_are_blank_the_others_keep_their_level():
    blank = "Force    | Reviewed by | Sources checked? | Actions dated? | Visits made?\nGMP | Cheshire | | |"
    reading = read(tab("High", DOWN.replace(DOWN.splitlines()[1], blank)), tab("Low", DOWN))
    assert [review.risk_level for review in reading.reviews] == ["high", "high", "low", "low"]
    assert not alarms(reading)
