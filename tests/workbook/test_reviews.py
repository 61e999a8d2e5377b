"""What is said of reviews that were read: a force never reviews its own plans."""

import pytest

from tests.workbook.drawn import alarms, grades, read, tab

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


def test_feedback_by_a_formula_without_its_result_is_missed_and_said():
    reading = read(tab("Cheshire", """
Question                          | High    |                | Low  |
                                  | Grade   | Feedback       | Grade | Feedback
Q1 Sources checked before scoring | Good    | =              | RI    | No log number was given.
Q2 Static factors scored right    | Good    | Clear and full | RI    | =
"""))  # fmt: skip
    assert grades(reading) == ["G G", "RI RI"]
    assert alarms(reading) == ["unread_feedback Cheshire C3, E4"]


def test_a_blank_line_within_a_blocks_heading_parts_no_reference_from_its_review():
    reading = read(tab("Cheshire", """
Risk level | High risk
Plan ref   | CHE/01
Officer    | OM 11
Question   | Grade | Feedback
Q1 Sources checked before scoring | Good | Clear and full
Q2 Static factors scored right    | RI   | No log number was given.

Risk level | Low risk

Plan ref   | CHE/02
Officer    | OM 12
Question   | Grade | Feedback
Q1 Sources checked before scoring | Good | Clear and full
Q2 Static factors scored right    | RI   | No log number was given.
"""))  # fmt: skip
    told = [(str(review.risk_level), review.review_ref, review.officer_ref) for review in reading.reviews]
    assert told == [("high", "CHE/01", "OM 11"), ("low", "CHE/02", "OM 12")]
    assert not alarms(reading)


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


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Reviewed by Cumbria", "Plans from Cheshire"), ("Ches reviewed by Cumb", "ARMS QA"), ("Ches by Cumbria", ""),
        ("Sheet1", "Cumbria review of Cheshire plans"), ("Cheshire", "Cheshire - reviewing force: Cumbria"),
    ],
)  # fmt: skip
def test_who_reviewed_is_told_by_the_tabs_name_or_its_title(name, title):
    reading = read(tab(name, TABLE.format(title)))
    assert {(review.force, review.reviewing_force) for review in reading.reviews} == {("Cheshire", "Cumbria")}
    assert not alarms(reading)


def test_two_tabs_of_a_force_may_name_the_quarter_and_the_file_the_year():
    reading = read(tab("Q1 Ches", TABLE.format("")), tab("Q2 Ches", TABLE.format("")), file="ARMS QA 2025-26.xlsx")
    assert [str(review.quarter) for review in reading.reviews] == ["2025-26-Q1"] * 4 + ["2025-26-Q2"] * 4
    assert not alarms(reading)


def test_a_tab_may_hold_one_plan_where_no_two_are_of_one_level():
    plan = "Risk level | {}\nQuestion | Grade\nSources | Good\nIs the plan SMART? | RI\nVisits | G"
    reading = read(*(tab(f"Cheshire {level}", plan.format(level)) for level in ("Low", "High")))
    assert [review.risk_level for review in reading.reviews] == ["low", "high"]
    assert not alarms(reading)


@pytest.mark.parametrize("heads", ["Cheshire | Cheshire | GMP | GMP", "Cheshire | | GMP | "])
def test_forces_over_the_reviews_of_a_tab_that_is_none_s_are_those_whose_plans_they_are(heads):
    reading = read(tab("Collated", f"""
                | {heads}
Question        | Low | High | Low | High
Sources checked | G   | RI   | O   | G
Actions dated   | O   | G    | I   | G
Visits made     | I   | G    | G   | RI
"""))  # fmt: skip
    assert [(review.force, review.reviewing_force) for review in reading.reviews] == [
        ("Cheshire", None), ("Cheshire", None), ("Greater Manchester", None), ("Greater Manchester", None),
    ]  # fmt: skip
    assert grades(reading) == ["G O I", "RI G G", "O I G", "G G RI"]
    assert not alarms(reading)


def test_a_quarter_written_once_is_said_of_the_reviews_up_to_the_next():
    reading = read(tab("Cheshire", """
Quarter    | Risk level | Sources checked | Actions dated | Visits made
Q4 2024/25 | Low        | G               | O             | I
           | High       | RI              | G             | G
Q1 2025/26 | Low        | G               | G             | RI
           | High       | O               | O             | G
"""), file="ARMS.xlsx")  # fmt: skip
    quarters = [str(review.quarter) for review in reading.reviews]
    assert quarters == ["2024-25-Q4", "2024-25-Q4", "2025-26-Q1", "2025-26-Q1"]
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


def test_a_box_may_label_its_grade_before_the_feedback():
    reading = read(
        tab(
            "Cheshire",
            """
Question        | Low                              | High
Sources checked | Grade: Good\\nAll are dated.     | Grade: RI\\nSome are not.
Actions dated   | Grade: Outstanding\\nAnd owned.  | Grade: Good\\nNearly all.
Visits made     | Grade: Inadequate\\nNone.        | Grade: Good\\nTwo of them.
""",
        )
    )
    assert grades(reading) == ["G O I", "RI G G"]
    assert [answer.feedback for answer in reading.reviews[0].answers] == ["All are dated.", "And owned.", "None."]


ASKED = """
Question | High  |          | Low   |
         | Grade | Feedback | Grade | Feedback
Q1 {0}   | Good  | {1}      | RI    | No log number was given at all.
Q2 Static factors scored right | RI | No log number was given at all. | Good | Clear and full, with dates.
Q3 Plan dated and signed | Good | Clear and full, with dates. | Good | Clear and full, with dates.
"""


def test_what_feedback_says_is_said_of_nothing_but_its_question():
    label = "Sources checked before scoring"
    for words in (
        "Reviewed by: Lancashire in Q3 2024/25",
        "Low, medium or high?",
        "Share this with the rest; high risk",
    ):
        reading = read(tab("Cheshire", ASKED.format(label, words)))
        high, low = reading.reviews
        assert (high.reviewing_force, low.reviewing_force, high.quarter.key) == (None, None, "2025-26-Q1")
        assert high.answers[0].feedback == words
        assert grades(reading) == ["G RI G", "RI G G"]
        assert not alarms(reading)


def test_a_numbered_line_is_a_question_though_it_asks_for_the_whole():
    reading = read(tab("Cheshire", ASKED.format("Overall plan", "Clear and full, with dates.")))
    assert next(answer.question for answer in reading.reviews[0].answers) == "Overall plan"


def test_blocks_of_which_one_alone_is_read_leave_their_boxes_over():
    block = """
Risk level: {} | Plan ref: CHE/0{}
Question | Q1 | Q2 | Q3 | Q4
Grade    | {} | {} | {} | {}
"""
    green, amber, red = "#00B050", "#FFC000", "#FF0000"
    blocks = [
        block.format("High", 1, green, amber, green, green),
        block.format("as agreed", 2, amber, amber, red, green),
        block.format("to be agreed", 3, red, green, green, red),
    ]
    reading = read(tab("Cheshire", "\n".join(blocks)))
    assert len(reading.reviews) == 1
    assert [alarm[:18] for alarm in alarms(reading)] == ["left_over Cheshire"]
