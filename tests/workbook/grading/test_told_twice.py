"""Tabs of the whole region beside the forces' own: nothing is counted twice, and nothing dropped without a word."""

import pytest

from arms_analytics.workbook import ReaderAnswers
from arms_analytics.workbook.reading import read_sheets
from tests.workbook.drawn import alarms, grades, read, tab

OWN = """
Question            | High      | Comment | Low        | Comment
Q1 Sources checked? | G #00B050 | Fine.   | RI #FFC000 | Late.
Q2 Actions dated?   | O #FFFF00 | Fine.   | I #FF0000  | Late.
Q3 Actions owned?   | G #00B050 | Fine.   | RI #FFC000 | Late.
"""
SUMMARY = """
Force    | Risk | Q1         | Q2        | Q3
Cheshire | High | {}         | O #FFFF00 | G #00B050
Cheshire | Low  | RI #FFC000 | I #FF0000 | RI #FFC000
Cumbria  | High | G #00B050  | O #FFFF00 | G #00B050
Cumbria  | Low  | RI #FFC000 | I #FF0000 | RI #FFC000
"""
LIST = """
Force    | Risk | Question         | Grade | Feedback
Cheshire | High | Sources checked? | RI    | Thin.
Cheshire | High | Actions dated?   | RI    | None is.
Cheshire | High | Actions owned?   | G     | All are.
Cumbria  | High | Sources checked? | RI    | Thin.
Cumbria  | High | Actions dated?   | RI    | None is.
Cumbria  | High | Actions owned?   | G     | All are.
"""
ONCE = ["G O G", "RI I RI"]


@pytest.mark.parametrize("first", [True, False])
def test_a_summary_of_the_forces_grades_is_no_further_reviews(first):
    tabs = [tab("Cheshire", OWN), tab("Cumbria", OWN)]
    tabs.insert(0 if first else 2, tab("Summary", SUMMARY.format("G #00B050")))
    reading = read(*tabs)
    assert grades(reading) == ONCE * 2
    assert not alarms(reading)
    assert "summary_tab" in {problem.code for problem in reading.problems}


def test_a_summary_that_shows_another_grade_is_reported_by_cell():
    reading = read(tab("Cheshire", OWN), tab("Cumbria", OWN), tab("Summary", SUMMARY.format("I #FF0000")))
    assert grades(reading) == ONCE * 2
    assert alarms(reading) == ["summary_differs Summary C2"]


def test_what_a_summary_says_of_a_force_without_a_tab_is_read():
    reading = read(tab("Cheshire", OWN), tab("Summary", SUMMARY.format("G #00B050")))
    assert [review.force for review in reading.reviews] == ["Cheshire"] * 2 + ["Cumbria"] * 2
    assert not alarms(reading)


def test_a_list_that_tells_other_reviews_of_a_force_with_a_tab_is_asked_about():
    sheets = [tab("Cheshire", OWN), tab("All", LIST)]
    reading = read(*sheets)
    assert alarms(reading) == ["duplicate_force All"]
    (question,) = reading.open_questions
    for name, left in (("Cheshire", ["Cheshire", "Cheshire", "Cumbria"]), ("All", ["Cheshire", "Cumbria"])):
        answered = read_sheets(sheets, "ARMS Q1 2025-26.xlsx", answers=ReaderAnswers.of({question.key: name}))
        assert [review.force for review in answered.reviews] == left
        assert not alarms(answered)


@pytest.mark.parametrize(
    ("names", "refs", "asked"),
    [
        (("Reviewed by Cumbria", "Reviewed by Lancashire"), ("", ""), []),
        (("First half", "Second half"), ("CHE 001", "CHE 002"), []),
        (("First half", "Second half"), ("", ""), ["duplicate_force Second half"]),
    ],
)
def test_lists_of_one_forces_reviews_are_asked_about_only_where_they_may_be_the_same(names, refs, asked):
    asked_of = ("Sources checked?", "Actions dated?", "Visits made?")
    drawn = ["Force | Ref | Risk | Question | Grade | Feedback"] * 2
    for place, mine in enumerate(refs):
        drawn[place] += "".join(f"\nCheshire | {mine} | High | {question} | Good | Fine." for question in asked_of)
        drawn[place] += "".join(f"\nMerseyside | MER {place} | Low | {question} | RI | Late." for question in asked_of)
    reading = read(*(tab(name, drawing) for name, drawing in zip(names, drawn, strict=True)))
    assert alarms(reading) == asked
    assert len(reading.reviews) == 4


def test_of_two_plans_of_one_level_a_summary_shows_each_once():
    own = "Ref | AB/0010 | | AB/0011\n" + OWN.strip().replace("Low", "High")
    summary = SUMMARY.format("G #00B050").replace("| Low ", "| High")
    reading = read(tab("Cheshire", own), tab("Cumbria", own), tab("Summary", summary))
    assert grades(reading) == ONCE * 2
    assert not alarms(reading)


def test_a_summary_without_a_quarter_is_of_the_one_that_all_forces_tabs_name():
    own = f"Quarter: Q1 2025/26\n\n{OWN.strip()}"
    tabs = [tab("Cheshire", own), tab("Cumbria", own), tab("Summary", SUMMARY.format("G #00B050"))]
    reading = read(*tabs, file="ARMS QA collated.xlsx")
    assert grades(reading) == ONCE * 2
    assert not alarms(reading)
    tabs[1] = tab("Cumbria", own.replace("Q1", "Q2"))
    assert "quarter_missing Summary" in alarms(read(*tabs, file="ARMS QA collated.xlsx"))
