"""Which lines are whose: feedback labelled below its question, a wording over two lines, a form's export."""

import pytest

from tests.workbook.drawn import alarms, grades, read, tab


@pytest.mark.parametrize("name", ["Feedback", "Comments", "QA feedback"])
def test_lines_labelled_feedback_in_the_questions_column_are_no_questions(name):
    reading = read(tab("Cheshire", f"""
Question                          | High   | Low
Q1 Sources checked before scoring | G      | RI
{name}                            | Named. | Not done before scoring.
Q2 Static factors scored right    | I      | RI
{name}                            | None.  | Not done, or not written down.
Q3 Dynamic factors explained      | G      | O
{name}                            | Fine.  | A model.
"""))  # fmt: skip
    assert grades(reading) == ["G I G", "RI RI O"]
    assert [answer.feedback for answer in reading.reviews[0].answers] == ["Named.", "None.", "Fine."]
    assert not alarms(reading)


@pytest.mark.parametrize(
    "heads",
    [
        "1. Sources checked | Comments | 2. Factors scored | Comments2 | 3. Plan dated | Comments3",
        "Q1 Sources checked | Q1 feedback | Q2 Factors scored | Q2 feedback | Q3 Plan dated | Q3 feedback",
        "Q1 Grade | Q1 Feedback | Q2 Grade | Q2 Feedback | Q3 Grade | Q3 Feedback",
        "Q1 Grade | Feedback for Q1 | Q2 Grade | Feedback for Q2 | Q3 Grade | Feedback for Q3",
    ],
)
def test_a_form_s_export_has_each_question_s_comments_behind_it(heads):
    reading = read(tab("Cheshire", f"""
ID | Plan reference | Risk level | {heads}
1  | CHE/0010       | High       | Good | All named. | Good | It adds up. | Inadequate | None of them.
2  | CHE/0011       | Low        | RI   | Not dated. | Good | It adds up. | Inadequate | None of them.
"""))  # fmt: skip
    assert grades(reading) == ["G G I", "RI G I"]
    assert [answer.feedback for answer in reading.reviews[1].answers] == ["Not dated.", "It adds up.", "None of them."]
    assert [review.review_ref for review in reading.reviews] == ["CHE/0010", "CHE/0011"]
    assert not alarms(reading)


@pytest.mark.parametrize("second", ["|", "| Fine all over. | Not nearly enough."])
def test_a_wording_may_go_on_in_the_line_below(second):
    reading = read(tab("Cheshire", f"""
Question                                                | High | Low
Has information been gathered from all relevant sources | G    | RI
before the assessment was scored? {second}
Is each static factor scored                            | I    | RI
in line with the guidance? {second}
Is each dynamic factor explained                        | G    | O
in the officer's own words? {second}
"""))  # fmt: skip
    assert grades(reading) == ["G I G", "RI RI O"]
    assert [answer.question for answer in reading.reviews[0].answers] == [
        "Has information been gathered from all relevant sources before the assessment was scored?",
        "Is each static factor scored in line with the guidance?",
        "Is each dynamic factor explained in the officer's own words?",
    ]
    assert not alarms(reading)


def test_questions_that_all_begin_small_stay_apart_where_one_is_not_answered():
    reading = read(tab("Cheshire", """
Question                       | High | Low
sources checked before scoring | G    | RI
static factors scored right    |      | RI
dynamic factors explained      | G    | O
"""))  # fmt: skip
    assert grades(reading) == ["G - G", "RI RI O"]


def test_guidance_on_every_tab_is_no_feedback():
    drawing = """
Question                          | Guidance                                    | High | Low
Q1 Sources checked before scoring | Look for PNC, PND, ViSOR and partner checks | G    | RI
Q2 Static factors scored right    | Compare the total with all recorded crimes  | I    | RI
Q3 Dynamic factors explained      | Each factor is to have a sentence of its own | G   | O
"""
    reading = read(*(tab(force, drawing) for force in ("Cheshire", "Cumbria", "Lancashire")))
    assert grades(reading) == ["G I G", "RI RI O"] * 3
    assert not alarms(reading)


def test_the_grade_may_stand_on_a_line_of_its_own_below_question_and_feedback():
    reading = read(
        tab(
            "Cheshire",
            """
                | High         | Low
Sources checked | All of them. | Some, not the older ones.
Grade           | G            | RI
Actions dated   | And owned.   | Nearly all are.
Grade           | O            | G
Visits made     | None.        | Two, both without notice.
Grade           | I            | G
""",
        )
    )
    assert grades(reading) == ["G O I", "RI G G"]
    assert [answer.question for answer in reading.reviews[0].answers] == [
        "Sources checked", "Actions dated", "Visits made",
    ]  # fmt: skip
    assert not alarms(reading)


def test_a_numbered_line_is_a_question_though_it_asks_for_the_whole():
    reading = read(
        tab(
            "Cheshire",
            """
Question | High  |          | Low   |
         | Grade | Feedback | Grade | Feedback
Q1 Overall plan                | Good | Clear and full, with dates.     | RI   | No log number was given at all.
Q2 Static factors scored right | RI   | No log number was given at all. | Good | Clear and full, with dates.
Q3 Plan dated and signed       | Good | Clear and full, with dates.     | Good | Clear and full, with dates.
""",
        )
    )
    assert next(answer.question for answer in reading.reviews[0].answers) == "Overall plan"


def test_a_list_of_actions_that_counts_from_one_again_asks_nothing():
    drawing = """
Question    | Low | High
1. Sources? | G   | RI
2. Visits?  | O   | I
3. Actions? | O   | I

Actions for the force
1. Remind officers to record each visit.
2. Return the signed copy.
"""
    reading = read(tab("Cheshire", drawing), tab("Cumbria", drawing))
    assert grades(reading) == ["G O O", "RI I I"] * 2


def test_nor_does_it_below_a_table_that_begins_with_question_four():
    drawing = """
Question    | Low | High
4. Sources? | G   | RI
5. Visits?  | O   | I
6. Actions? | O   | I

Actions for the force
1. Remind officers to record each visit.
"""
    reading = read(tab("Cheshire", drawing), tab("Cumbria", drawing))
    assert grades(reading) == ["G O O", "RI I I"] * 2


NOTED = """
Risk level      | Low     |              | High    |
Question        | Grade   | Feedback     | Grade   | Feedback
Sources checked | #00B050 | All of them. | #FFC000 | Only two.
Actions dated   | #FFC000 | Not all.     | #00B050 | And owned.
Visits made     | #00B050 | Monthly.     | #FFFF00 | Weekly.
                |         | {below}      |         |
"""


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("checked", []),
        ("Grades agreed at the moderation meeting.", ["left_over Cheshire C6"]),
        ("Contact: regional ARMS team, ext. 4412", []),
    ],
)
def test_what_stands_below_the_last_question_is_not_its_feedback(below, told):
    reading = read(tab("Cheshire", NOTED.format(below=below)))
    assert [answer.feedback for answer in reading.reviews[0].answers] == ["All of them.", "Not all.", "Monthly."]
    assert alarms(reading) == told


def test_the_last_question_may_have_as_many_lines_as_any_other():
    drawing = NOTED.format(below="In the evening, too.").replace("Actions", "   |  | Of five. | |\nActions")
    reading = read(tab("Cheshire", drawing))
    told = [answer.feedback for answer in reading.reviews[0].answers]
    assert told == ["All of them.\nOf five.", "Not all.", "Monthly.\nIn the evening, too."]


def test_heads_once_more_in_the_middle_are_no_questions():
    drawing = NOTED.format(below="").replace(
        "Visits", "Reviewing force | Cumbria | | Cumbria |\nOM ref | PC 1 | | PC 2 |\nVisits"
    )
    reading = read(tab("Cheshire", drawing))
    assert grades(reading) == ["G RI G", "RI G O"]
    assert not alarms(reading)
