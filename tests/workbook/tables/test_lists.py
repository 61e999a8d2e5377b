"""A long list: a line for each question and review, whatever stands below it."""

import pytest

from arms_analytics.workbook.cells import Area
from tests.workbook.drawn import alarms, grades, read, tab

LIST = """
Ref      | Officer | Level of risk | Ref no | Area reviewed       | RAG     | Feedback
CHE/058  | DC1522  | LOW           | 1      | Information gathered | #FFFF00 |
         |         |               | 2      | Interview planned    | #FF0000 | Rushed.
         |         |               | 3      | RM2000 considered    | #00B050 | Low
CHE/059  | DC1523  | MEDIUM        | 1      | Information gathered | #FFC000 | Low
         |         |               | 2      | Interview planned    | #00B050 |
         |         |               | 3      | RM2000 considered    | #00B050 | Fine.
"""


def test_a_column_headed_ref_no_that_follows_the_questions_numbers_them():
    reading = read(tab("Cheshire", LIST + "\nNo. below good | 3 | 4 | 3 | 2 | 1"))
    assert [(r.review_ref, r.risk_level) for r in reading.reviews] == [("CHE/058", "low"), ("CHE/059", "medium")]
    assert grades(reading) == ["O I G", "RI G G"]
    assert not alarms(reading)


def test_question_numbers_may_end_in_a_dash():
    reading = read(
        tab("Cheshire", LIST.replace("| 1  ", "| Q1 -").replace("| 2  ", "| Q2 -").replace("| 3  ", "| Q3 -"))
    )
    assert [review.review_ref for review in reading.reviews] == ["CHE/058", "CHE/059"]
    assert not alarms(reading)


@pytest.mark.parametrize(("ref", "risk"), [("CHE/058", "Low"), ("", "")])
def test_a_list_may_lie_turned_filled_along_or_written_once(ref, risk):
    turned = f"""
Ref        | CHE/058         | {ref}             | {ref}             | CHE/059         | CHE/059
Risk level | Low             | {risk}            | {risk}            | High            | High
Question   | Sources checked | Interview planned | RM2000 considered | Sources checked | Interview planned
Grade      | #FFFF00         | #FF0000           | #00B050           | #FFC000         | #00B050
Feedback   |                 | Rushed.           | Low               | Low             |
"""
    reading = read(tab("Cheshire", turned))
    assert [(r.review_ref, r.risk_level) for r in reading.reviews] == [("CHE/058", "low"), ("CHE/059", "high")]
    assert grades(reading) == ["O I G", "RI G"]
    assert not alarms(reading)


@pytest.mark.parametrize("merged", [False, True])
def test_a_question_written_once_for_the_reviews_below_it(merged):
    sheet = tab("Cheshire", """
Question        | Risk level | Grade   | Feedback
Sources checked | Low        | #00B050 | All of them.
                | High       | #FFC000 | Some.
Actions dated   | Low        | #FFFF00 | And owned.
                | High       | #00B050 | Nearly all.
Visits made     | Low        | #FF0000 | None.
                | High       | #00B050 | Two.
""")  # fmt: skip
    sheet.merged = [Area(row, 1, row + 1, 1) for row in (2, 4, 6)] if merged else []
    reading = read(sheet)
    assert grades(reading) == ["G O I", "RI G G"]
    assert [answer.feedback for answer in reading.reviews[1].answers] == ["Some.", "Nearly all.", "Two."]
    assert not alarms(reading)


@pytest.mark.parametrize("head", ["Theme", "Area"])
def test_the_sections_of_questions_are_no_questions(head):
    rows = [
        f"{risk} | AB/001{n} | {section} | {asked} | {grade} | Told of {asked}."
        for n, (risk, grade) in enumerate((("High", "G"), ("Low", "RI")))
        for section, asked in (
            ("Gathering", "Sources checked"),
            ("Gathering", "Visits made"),
            ("Plan", "Actions dated"),
        )
    ]
    told = [f"Risk level | Ref | {head} | Question | Grade | Feedback", *rows]
    reading = read(tab("Cheshire", "\n".join(told)))
    assert grades(reading) == ["G G G", "RI RI RI"]
    assert [answer.question for answer in reading.reviews[1].answers] == [
        "Sources checked", "Visits made", "Actions dated",
    ]  # fmt: skip


def test_each_line_of_a_list_whose_ref_no_numbers_the_questions_is_no_review():
    rows = [
        f"{risk} | PC {officer} | Gathering | Question {n} | {asked} | {grade}"
        for risk, officer, grade in (("High", 9555, "G"), ("Low", 9556, "RI"))
        for n, asked in enumerate(("Sources checked", "Visits made", "Actions dated"), 1)
    ]
    reading = read(tab("Cheshire", "\n".join(["Risk level | OM | Theme | Ref no | Area reviewed | Rating", *rows])))
    assert grades(reading) == ["G G G", "RI RI RI"]
    assert [review.review_ref for review in reading.reviews] == ["", ""]


@pytest.mark.parametrize(
    ("typed", "again"), [("Very high risk", "Very\u00a0high risk "), ("GMP", "Greater  Manchester")]
)
def test_what_a_review_is_known_by_may_be_typed_differently_on_each_line(typed, again):
    drawing = """
Ref    | Level of risk | Reviewed by | Ref no | Area reviewed        | RAG     | Feedback
86012  | Very high risk | GMP        | 1      | Information gathered | #FFFF00 |
86012  | Very high risk | GMP        | 2      | Interview planned    | #FF0000 | Rushed.
86012  | Very high risk | GMP        | 3      | RM2000\u00a0considered | #00B050 | Low
86013  | Low           | GMP         | 1      | Information gathered | #FFC000 | Low
86013  | Low           | GMP         | 2      | Interview\u00a0planned | #00B050 |
86013  | Low           | GMP         | 3      | RM2000 considered    | #00B050 | Fine.
"""
    lines = [line.replace(typed, again) if number % 2 else line for number, line in enumerate(drawing.splitlines())]
    reading = read(tab("Cheshire", "\n".join(lines)))
    assert [(r.review_ref, r.reviewing_force) for r in reading.reviews] == [
        ("86012", "Greater Manchester"), ("86013", "Greater Manchester"),
    ]  # fmt: skip
    assert grades(reading) == ["O I G", "RI G G"]
    assert not alarms(reading)


@pytest.mark.parametrize(
    ("column", "value"), [("ViSOR no", "123456"), ("RM2000", "High"), ("Gender", "M"), ("Reviewer", "DS 2201")]
)
@pytest.mark.parametrize("first", [True, False])
def test_what_a_list_says_of_the_offender_or_of_who_graded_is_not_said_of_the_plan(column, value, first):
    rows = [line.split("|") for line in LIST.strip().splitlines()]
    for row, text in zip(rows, [column, value, "", "", value, "", ""], strict=True):
        row.insert(0 if first else 2, text)
    reading = read(tab("Cheshire", "\n".join(map("|".join, rows))))
    assert [(r.review_ref, r.officer_ref, r.risk_level) for r in reading.reviews] == [
        ("CHE/058", "DC1522", "low"), ("CHE/059", "DC1523", "medium"),
    ]  # fmt: skip
    assert grades(reading) == ["O I G", "RI G G"]
    assert not alarms(reading)
