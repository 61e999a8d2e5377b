"""What stands on a tab besides its boxes raises an alarm only where it may be somebody's grade or feedback."""

from dataclasses import replace

import pytest

from tests.workbook.drawn import alarms, grades, read, tab

KEY = "\n1 = Outstanding\n2 = Good\n3 = Requires improvement\n4 = Inadequate\n"


def test_the_numbers_of_questions_are_no_grades_where_the_key_numbers_the_grades():
    for form in ("{}.", "{})", "({})", "{}"):
        table = "Q | Question | Low | High\n" + "\n".join(
            f"{form.format(n)} | {text} | {one} | {other}"
            for n, text, one, other in ((1, "Sources", 2, 1), (2, "Joint working", 3, 2), (3, "Supervision", 4, 2))
        )
        reading = read(tab("Cheshire", table + KEY))
        assert grades(reading) == ["G RI I", "O G G"], form
        assert not alarms(reading), form


def test_a_sections_name_is_no_feedback():
    table = """
Section D: Risk management and its plan | Question    | Low | High
                                        | Sources     | G   | RI
Section E: Partnership and joint working | Actions    | G   | O
                                        | Visits made | I   | G
"""
    reading = read(tab("Cheshire", table))
    assert grades(reading) == ["G G I", "RI O G"]
    assert not alarms(reading)


def test_a_grade_that_belongs_to_no_box_is_reported():
    table = """
Question    | Low     | High
Sources     | #00B050 | #FFC000
Actions     | #00B050 | #FFFF00
Visits made | #FF0000 | #00B050 |  | Inadequate
"""
    assert alarms(read(tab("Cheshire", table))) == ["left_over Cheshire E4"]


def test_boxes_of_a_review_whose_heading_is_lost_are_not_taken_for_feedback():
    drawing = """
Review 1: Low - Ref: CHE 0010 |                                                  |         |
Were sources checked in full? | All were, and each is dated and signed. #00B050  |         | {0} #FF0000
Is the plan SMART throughout? | Owners are missing from every action. #FFC000    |         | {1} #00B050
Were visits made without notice? | Twice, with a good record of each. #00B050    |         | {2} #FFC000
Were partners asked?          | Probation was, and their view recorded. #00B050  |         | {3} #FF0000
"""
    words = (
        "None was checked at all, as it seems here.",
        "It is, and the actions have owners and dates.",
        "Once, and the record of it is rather thin.",
        "Nobody was asked for anything, or wrote it down.",
    )
    assert any(alarm.startswith("left_over") for alarm in alarms(read(tab("Cheshire", drawing.format(*words)))))


def test_a_head_whose_fill_runs_on_over_the_next_column_is_no_box():
    table = """
Risk level  | Low #92D050 | #92D050 | High #FFC000 | #FFC000
Question    | Grade       | Feedback | Grade       | Feedback
Sources     | #92D050     | Yes.     | #FFC000     | Not all.
Actions     | #92D050     |          | #FFFF00     |
Visits made | #FF0000     |          | #92D050     |
"""
    reading = read(tab("Cheshire", table))
    assert grades(reading) == ["G G I", "RI O G"]
    assert not alarms(reading)


def test_a_long_head_over_the_feedback_of_a_question_listed_again_is_no_feedback():
    told = "The log says when, and by whom it was seen."
    names = ("Sources", "Actions", "Visits")
    heads = " | ".join([f"Question {n}: {name}" for n, name in enumerate(names, 10)] + [
        f"Question {n} individual feedback" for n, _ in enumerate(names, 10)
    ])  # fmt: skip
    table = f"""
Risk level | {heads}
Low        | G | RI | G | {told} | {told} | {told}
High       | O | G  | I | {told} | {told} | {told}
"""
    reading = read(tab("Cheshire", table))
    assert grades(reading) == ["G RI G", "O G I"]
    assert [answer.feedback for answer in reading.reviews[1].answers] == [told] * 3
    assert not alarms(reading)


def test_a_summary_and_an_action_plan_below_the_table_are_neither_boxes_nor_left_over():
    reading = read(tab("Cheshire", """
Question                          | High | Low
Q1 Sources checked before scoring | G    | RI
Q2 Static factors scored right    | I    | RI
Q3 Dynamic factors explained      | G    | O

            | High | Low
Outstanding | 0    | 1
Good        | 2    | 0
RI          | 0    | 2
Inadequate  | 1    | 0

Action                             | Owner | Due        | Status
Write the sources into each plan   | DS    | 30/09/2025 | Open
Train the officers in scoring ARMS | DI    | 30/09/2025 | Good progress
"""))  # fmt: skip
    assert grades(reading) == ["G I G", "RI RI O"]
    assert not alarms(reading)


@pytest.mark.parametrize("name", ["Overall grade", "Overall judgement", "Section 1 grade"])
def test_grades_of_whole_reviews_are_no_boxes_and_that_is_said(name):
    reading = read(tab("Cheshire", f"""
Question        | Low | Feedback            | High | Feedback
Sources checked | G   | Each one is dated.  | RI   | Some are not.
Actions dated   | O   | All, and owned.     | I    | None of them.
{name}          | G   | Sound work throughout, and easy to follow. | RI | Not yet.
"""))  # fmt: skip
    assert grades(reading) == ["G O", "RI I"]
    assert [p.cell for p in reading.problems if p.code == "grade_aside"] == ["B4, C4, D4"]
    assert not alarms(reading)


def asides(reading):
    return [p.cell for p in reading.problems if p.code == "grade_aside"]


COMMENTED = """
Question         | Low  | Feedback           | High | Feedback
Sources checked  | Good | Each one is dated. | RI   | Some are not.
Actions dated    | Good | All, and owned.    | I    | None of them.
{} | {}
"""


@pytest.mark.parametrize("words", ["Sound work throughout, and easy to follow. | | Thin. |", "| Sound work. | | Thin."])
@pytest.mark.parametrize("label", ["General comments", "Promising practice", "Trend since last quarter"])
def test_general_comments_below_the_questions_answer_none_and_are_named(words, label):
    reading = read(tab("Cheshire", COMMENTED.format(label, words)))
    assert grades(reading) == ["G G", "RI I"]
    assert asides(reading) == ["B4, D4" if words.startswith("S") else "C4, E4"]
    assert not alarms(reading)


def test_comments_that_the_tool_numbers_or_grades_are_a_question():
    numbered = COMMENTED.replace("Sources", "1. Sources").replace("Actions", "2. Actions")
    assert grades(read(tab("Cheshire", numbered.format("3. Any other comments", "| None.")))) == ["G G -", "RI I -"]
    graded = COMMENTED.format("Overall feedback", "Good | Clear. | RI |")
    assert grades(read(tab("Cheshire", graded))) == ["G G G", "RI I RI"]


@pytest.mark.parametrize(
    ("line", "cell"),
    [
        ("\nOverall comments: all plans were kept up well.", "A6"),
        ("\nGeneral feedback\nAll four plans were kept up well.", "A7"),
    ],
)
def test_comments_on_all_reviews_under_a_table_are_named(line, cell):
    reading = read(tab("Cheshire", COMMENTED.format("", "") + line))
    assert asides(reading) == [cell]


def test_the_grades_of_a_plan_of_actions_are_no_boxes():
    reading = read(
        tab(
            "Cheshire",
            """
Question        | Low | High
Sources checked | G   | RI
Actions dated   | O   | I

Action plan
Question        | Current grade | Action             | Owner | Status
Sources checked | RI #FFC000    | Briefing for all   | DS    | On track #00B050
Actions dated   | I #FF0000     | Training           | CPD   | Late #FF0000
""",
        )
    )
    assert grades(reading) == ["G O", "RI I"]
    assert not alarms(reading)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("head", ["Guidance", "What good looks like", "Prompts"])
def test_guidance_beside_the_questions_is_nobodys_feedback(head, turned):
    sheet = tab("Cheshire", f"""
Risk level      | Low |
Question        | {head}                                          | Grade | Feedback
Sources checked | Each source is named, with the date of the check | G     | All of them.
Actions dated   | Each action has an owner and a date to be met    | RI    | Some have none.
Visits made     | Visits are made without notice, at odd times     | G     | They were.
""")  # fmt: skip
    if turned:
        sheet.cells = {(c, r): replace(cell, row=c, column=r) for (r, c), cell in sheet.cells.items()}
    reading = read(sheet)
    assert grades(reading) == ["G RI G"]
    assert not alarms(reading)


MAP = (
    "Heat map | Low | High\nQ1 | #00B050 | #FFC000\nQ2 | #FFFF00 | {}\nQ3 | #FF0000 | #00B050\nQ4 | #00B050 | #00B050\n"
)
DETAIL = """
Question        | Low     | Feedback     | High    | Feedback
Sources checked | #00B050 | All of them. | #FFC000 | Some.
Actions dated   | #FFFF00 | And owned.   | #FF0000 | Not one.
Visits made     | #FF0000 | None.        | #00B050 | Two.
Partners asked  | #00B050 | Probation.   | #00B050 | Both.
"""


@pytest.mark.parametrize("drawing", ["{map}\n{detail}", "{detail}\n{map}"])
def test_a_heat_map_of_the_same_reviews_is_no_further_reviews(drawing):
    reading = read(tab("Cheshire", drawing.format(map=MAP.format("#FF0000"), detail=DETAIL)))
    assert grades(reading) == ["G O I G", "RI I G G"]
    assert "grade_aside" in {problem.code for problem in reading.problems}
    assert not alarms(reading)


def test_a_heat_map_that_shows_another_grade_is_reported():
    reading = read(tab("Cheshire", MAP.format("#00B050") + DETAIL))
    assert grades(reading) == ["G O I G", "RI I G G"]
    assert alarms(reading) == ["left_over Cheshire C3"]


def test_reviews_of_one_level_with_the_same_grades_are_two_where_both_have_feedback():
    assert len(read(tab("Cheshire", f"{DETAIL}\n{DETAIL}")).reviews) == 4


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


def test_the_names_of_sections_above_the_questions_are_no_feedback_though_one_words_a_question():
    reading = read(tab("Cheshire", """
           | A. Information gathering |               | D. Priority and risk management plan
Risk level | 1. Information gathering | 2. Interviews | 3. Actions dated
High       | G                        | RI            | O
Low        | O                        | G             | I
"""))  # fmt: skip
    assert grades(reading) == ["G RI O", "O G I"]
    assert not alarms(reading)


def test_a_block_above_the_others_whose_heading_says_nothing_is_reported():
    block = "{}\nQuestion | Grade | Feedback\nSources? | Good | Clear.\nVisits? | Inadequate | None.\n"
    heads = ("Mr Brown's file", "Risk level: High", "Risk level: Low")
    assert alarms(read(tab("Cheshire", "\n".join(map(block.format, heads))))) == ["left_over Cheshire B3, B4"]


def test_numbers_with_a_stop_are_no_grades_in_blocks_side_by_side():
    heads = " |  | ".join(["Risk level: {} |"] * 2).format("High", "Low")
    columns = " | ".join(["No. | Question | Grade |"] * 2)
    lines = "\n".join(f"{n}. | {q} | 3 |  | {n}. | {q} | 2" for n, q in ((1, "Sources"), (2, "Visits"), (3, "Actions")))
    reading = read(tab("Cheshire", f"{heads}\n{columns}\n{lines}\n{KEY}"))
    assert grades(reading) == ["RI RI RI", "G G G"]
    assert not alarms(reading)


def test_a_long_head_above_a_further_table_is_no_feedback():
    heads = "Question | Plan 1 - Very High (VH) - GMP/VH/1010 | Plan 2 - High (H) - GMP/H/2020 | Plan 3 - Low - L/33"
    lines = "Sources? | G | RI | O\nVisits? | O | I | G\nActions? | G | G | G\n"
    reading = read(tab("Collated", f"Cheshire\n{heads}\n{lines}\nCumbria\n{heads}\n{lines}"))
    assert len(reading.reviews) == 6
    assert not alarms(reading)
