"""A column for each grade and a tick in one of them: which column is ticked says the grade."""

import pytest

from tests.workbook.drawn import GREEN, RED, YELLOW, alarms, grades, read, tab


def form(*ticks: str) -> str:
    """Two reviews side by side, three questions, `ticks` for each line: what stands in the eight columns."""
    wordings = ("Sources checked", "Actions dated", "Visits made")
    lines = "\n".join(f"{text} | {line}" for text, line in zip(wordings, ticks, strict=True))
    return f"""
           | Low |   |    |   |          | High |   |    |   |
Question   | O   | G | RI | I | Comments | O    | G | RI | I | Comments
{lines}
Total      | 1   | 1 | 0  | 1 |          | 0    | 2 | 1  | 0 |
"""


@pytest.mark.parametrize("tick", ["x", "✓", "1", "Yes"])
def test_the_ticked_column_is_the_grade(tick):
    reading = read(tab("Cheshire", form(
        f"  | {tick} |  |        | Fine. |   | {tick} |        |  | Fine too.",
        f"{tick} |    |  |        | A model. |   |     | {tick} |  | Vague.",
        f"  |        |  | {tick} | None.    |   | {tick} |    |  | Both seen.",
    )))  # fmt: skip
    assert grades(reading) == ["G O I", "G RI G"]
    assert [answer.feedback for answer in reading.reviews[1].answers] == ["Fine too.", "Vague.", "Both seen."]
    assert [answer.cell for answer in reading.reviews[0].answers] == ["C3", "B4", "E5"]
    assert not alarms(reading)


def test_a_fill_may_be_the_tick():
    reading = read(tab("Cheshire", form(
        f"         | {GREEN} |  |       | Fine. |           | {GREEN} |  |  | Fine too.",
        f"{YELLOW} |         |  |       | Best. | {YELLOW} |         |  |  | Good.",
        f"         |         |  | {RED} | None. |           | {GREEN} |  |  | Both seen.",
    )))  # fmt: skip
    assert grades(reading) == ["G O I", "G O G"]


def test_two_ticks_on_one_line_are_asked_about_and_none_is_no_grade():
    reading = read(tab("Cheshire", form(
        "  | x |   |   | Fine. |   | x |   |   | Fine too.",
        "x | x |   |   | Best. |   |   | x |   | Vague.",
        "  |   |   | x | None. |   |   |   |   | Not seen.",
    )))  # fmt: skip
    assert grades(reading) == ["G - I", "G RI -"]
    assert alarms(reading) == ["unreadable_grade Cheshire B4"]


def test_feedback_may_stand_in_the_column_of_its_grade():
    reading = read(
        tab(
            "Cheshire",
            """
Risk level: Low |             |                  |                      |
Question        | Outstanding | Good             | Requires improvement | Inadequate
Sources checked |             | All were checked |                      |
Actions dated   |             |                  |                      | Not one of them is
Visits made     | Often, and unannounced |       |                      |
Risk level: High |            |                  |                      |
Question        | Outstanding | Good             | Requires improvement | Inadequate
Sources checked |             |                  | Half of them were    |
Actions dated   |             | All but one are  |                      |
Visits made     |             | Twice in a year  |                      |
""",
        )
    )
    assert grades(reading) == ["G I O", "RI G G"]
    assert [answer.feedback for answer in reading.reviews[1].answers] == [
        "Half of them were", "All but one are", "Twice in a year",
    ]  # fmt: skip
    assert [answer.feedback_cell for answer in reading.reviews[1].answers] == ["D8", "C9", "C10"]
    assert not alarms(reading)


def test_counts_under_the_grades_are_no_ticks():
    reading = read(
        tab(
            "Cheshire",
            """
Question        | Low | High | | Outstanding | Good | Requires improvement | Inadequate
Sources checked | G   | RI   | | 0           | 1    | 1                    | 0
Actions dated   | O   | G    | | 1           | 1    | 0                    | 0
Visits made     | G   | G    | | 0           | 2    | 0                    | 0
""",
        )
    )
    assert grades(reading) == ["G O G", "RI G G"]
    assert not alarms(reading)


def test_a_line_of_boxes_that_holds_every_grade_once_heads_no_ticks():
    reading = read(
        tab(
            "Cheshire",
            """
Risk level: High
Question | Sources checked | Actions dated | Visits made | Risks named | Plan dated
Grade    | Inadequate      | Outstanding   | RI          | Good        | Good
Feedback | None is named.  | Each of them. |             |             | It has a date.

Signed off by | The regional lead
""",
        )
    )
    assert grades(reading) == ["I O RI G G"]
    assert reading.reviews[0].answers[0].feedback == "None is named."


@pytest.mark.parametrize(
    "table",
    [
        f"""
Risk level:     | High
Question        | Rating     | Feedback
Sources checked | {GREEN}    |
Actions dated   | {YELLOW}   |
Visits made     | {RED}      |
""",
        f"""
Risk level: | High
No. | Question                            | Rating
1   | Were all sources of it checked?     | {GREEN}
2   | Have the actions a date and owner?  | {YELLOW}
3   | Were the visits made as planned?    | {RED}
""",
    ],
)
def test_what_stands_below_a_key_from_left_to_right_is_no_tick(table):
    key = f"| Outstanding {YELLOW} | Good {GREEN} | RI #FFC000 | Inadequate {RED}"
    assert grades(read(tab("Cheshire", f"{key}\n{table.strip()}"))) == ["G O I"]
