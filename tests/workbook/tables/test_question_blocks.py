"""A block for each question, headed by its wording, and a line in it for each review."""

import pytest

from tests.workbook.drawn import alarms, grades, read, tab

GRADED = ["O G", "RI G", "I O", "G RI"]
FILLS = {"O": "#FFFF00", "G": "#00B050", "RI": "#FFC000", "I": "#FF0000"}
WHO = ("Cheshire | Low", "Cheshire | High", "Cumbria | High")
ASKED = ["Sources checked", "Actions dated", "Visits made", "Supervision seen"]


def drawing(names=("Low", "High"), head="Risk level | Grade | Feedback", again=False, bar="Q{0}. {1}") -> str:
    lines = ["Cheshire QA", "" if again else head]
    for number, (asked, graded) in enumerate(zip(ASKED, GRADED, strict=True), 1):
        lines += [bar.format(number, asked), *([head] if again else [])]
        lines += [
            f"{name} | {FILLS[grade]} | Of {asked}: {name}." for name, grade in zip(names, graded.split(), strict=True)
        ]
    return "\n".join(lines)


def told(reading):
    return [[(answer.question, answer.feedback) for answer in review.answers] for review in reading.reviews]


@pytest.mark.parametrize("drawn", [
    drawing(), drawing(head=""), drawing(again=True), drawing(bar="{0} | {1}"), drawing(bar="{1} #D9D9D9 | #D9D9D9"),
    drawing().replace("Q3.", "Section B\nQ3."), drawing().replace("\nQ", "\n\nQ"),
    drawing() + "\n\nReviewed by: | Merseyside", drawing() + "\n\nNo. below good | 3",
])  # fmt: skip
def test_each_line_is_a_review_of_the_question_above_it(drawn):
    reading = read(tab("Cheshire", drawn))
    assert [review.risk_level for review in reading.reviews] == ["low", "high"]
    assert grades(reading) == ["O RI I G", "G G O RI"]
    assert told(reading) == [[(asked, f"Of {asked}: {name}.") for asked in ASKED] for name in ("Low", "High")]
    assert not alarms(reading)


@pytest.mark.parametrize("names", [("CHE/1", "CHE/2"), ("CHE/1 - Low", "CHE/2 - High"), ("Review 1", "Review 2")])
def test_the_lines_may_be_named_by_reference_or_by_number(names):
    reading = read(tab("Cheshire", drawing(names)))
    refs = [review.review_ref for review in reading.reviews]
    assert refs == (["CHE/1", "CHE/2"] if "/" in names[0] else ["", ""])
    assert grades(reading) == ["O RI I G", "G G O RI"]
    assert {alarm.split()[0] for alarm in alarms(reading)} == (set() if "Low" in names[0] else {"no_risk_level"})


def test_the_box_may_hold_the_feedback_itself():
    drawn = drawing(head="").replace(" | Of", " Of").replace("#", " #")
    boxed = "\n".join(" | ".join(map(_fill_last, line.split(" | "))) for line in drawn.splitlines())
    reading = read(tab("Cheshire", boxed))
    assert grades(reading) == ["O RI I G", "G G O RI"]
    assert reading.reviews[0].answers[0].feedback == "Of Sources checked: Low."
    assert not alarms(reading)


def _fill_last(cell: str) -> str:
    """ "#FFFF00 Of sources." → "Of sources. #FFFF00" """
    fill, _, words = cell.strip().partition(" ")
    return f"{words} {fill}" if fill.startswith("#") else cell


def test_a_box_left_blank_is_no_grade_and_moves_no_other():
    reading = read(tab("Cheshire", drawing().replace("High | #FFFF00 | Of Visits made: High.", "High")))
    assert grades(reading) == ["O RI I G", "G G - RI"]
    assert [answer.feedback for answer in reading.reviews[1].answers][2:] == ["", "Of Supervision seen: High."]


def test_a_plan_that_was_not_asked_a_question_has_no_answer_to_it():
    reading = read(tab("Cheshire", drawing().replace("\nHigh | #FFFF00 | Of Visits made: High.", "")))
    assert [(a.question, a.grade) for a in reading.reviews[1].answers] == [
        ("Sources checked", "good"), ("Actions dated", "good"), ("Supervision seen", "requires_improvement"),
    ]  # fmt: skip


def test_a_second_line_of_feedback_is_reported_and_asks_nothing():
    reading = read(
        tab("Cheshire", drawing().replace("Low.", "Low.\n | | The supervisor has signed none of them since."))
    )
    assert grades(reading) == ["O RI I G", "G G O RI"]
    assert alarms(reading) == ["left_over Cheshire C5, C9, C13, C17"]


def test_tables_of_reviews_under_their_quarters_are_no_such_blocks():
    table = """
Risk level | Q1        | Q2        | Q3
Low        | G #00B050 | O #FFFF00 | RI #FFC000
High       | I #FF0000 | G #00B050 | G #00B050
"""
    drawn = "\n".join(f"{quarter}{table}" for quarter in ("Q4 2024/25", "Q1 2025/26", "Q2 2025/26"))
    reading = read(tab("Cheshire", drawn), file="ARMS QA.xlsx")
    assert [str(review.quarter) for review in reading.reviews[::2]] == ["2024-25-Q4", "2025-26-Q1", "2025-26-Q2"]
    assert grades(reading) == ["G O RI", "I G G"] * 3


def test_two_plans_of_one_level_are_told_apart_by_their_references():
    told = "\n".join(
        f"{question}\nHigh | CHE/0010 | G | All of them are named.\nHigh | CHE/0011 | RI | Not one of them is."
        for question in ("Sources checked", "Actions dated", "Visits made")
    )
    reading = read(tab("Cheshire", f"Risk level | Ref | Grade | Feedback\n{told}"))
    assert grades(reading) == ["G G G", "RI RI RI"]
    assert [review.review_ref for review in reading.reviews] == ["CHE/0010", "CHE/0011"]


def test_the_question_priority_level_is_asked_of_the_reviews_below_it():
    reading = read(tab("Cheshire", drawing(again=True, bar="{1}").replace("Actions dated\n", "Priority level\n")))
    assert grades(reading) == ["O RI I G", "G G O RI"]
    assert [answer.question for answer in reading.reviews[0].answers][1] == "Priority level"


def test_two_plans_of_one_level_without_a_name_are_told_apart_by_their_order_where_every_block_has_both():
    drawn = drawing(names=("High", "High"))
    assert grades(read(tab("Cheshire", drawn))) == ["O RI I G", "G G O RI"]
    one_left_out = drawn.replace("High | #00B050 | Of Sources checked: High.\n", "")
    assert alarms(read(tab("Cheshire", one_left_out))) == ["left_over Cheshire B4"]


REGION = "\n".join(
    f"Q{number}. {asked}\nForce | Risk | Grade | Feedback\n"
    + "\n".join(
        f"{who} | {grade} {FILLS[grade]} | Of {who[:4]}." for who, grade in zip(WHO, ("O", "RI", "G"), strict=True)
    )
    for number, asked in enumerate(ASKED, 1)
)


def test_the_lines_of_a_region_are_told_apart_by_force_and_level():
    reading = read(tab("Collated", REGION))
    assert [(review.force, review.risk_level) for review in reading.reviews] == [
        ("Cheshire", "low"), ("Cheshire", "high"), ("Cumbria", "high"),
    ]  # fmt: skip
    assert grades(reading) == ["O O O O", "RI RI RI RI", "G G G G"]
    assert not alarms(reading)


def test_a_forces_name_is_no_question():
    reading = read(tab("Cheshire", "Force | Low | High\nCheshire | Good | RI\nCumbria | RI | Good\nGMP | Good | Good"))
    assert not reading.reviews
    assert [alarm.split()[0] for alarm in alarms(reading)] == ["no_grades"]


def test_what_is_written_beside_a_blank_grade_is_kept_in_a_list_with_each_question_once():
    drawing = """
Question | Risk level | Ref   | Grade | Feedback
Sources? | High       | CHE 1 | G     | Clear.
         | Low        | CHE 2 |       | Not seen
Visits?  | High       | CHE 1 | RI    | Late.
         | Low        | CHE 2 | O     | Both.
Actions? | High       | CHE 1 | G     | Dated.
         | Low        | CHE 2 | I     | None.
"""
    reading = read(tab("Cheshire", drawing))
    assert grades(reading) == ["G RI G", "- O I"]
    assert reading.reviews[1].answers[0].feedback == "Not seen"
    assert not alarms(reading)


def test_the_reviews_of_a_question_are_no_key_though_their_grades_differ_and_letters_head_them():
    reading = read(tab("Cheshire", """
Sources checked before scoring
L  | O  | All of them.
M  | G  | Most of them.
H  | RI | Half of them.
VH | I  | None.

Static factors scored right
L  | G  | All right.
M  | G  | One is late.
H  | I  | All wrong.
VH | RI | Two are wrong.

Home visits recorded in full
L  | RI | One of two.
M  | I  | None.
H  | G  | Nearly all.
VH | O  | All of them.
"""))  # fmt: skip
    assert grades(reading) == ["O G RI", "G G I", "RI I G", "I RI O"] and not alarms(reading)
