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
