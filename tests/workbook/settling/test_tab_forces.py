"""Whose plans a tab holds, and what is said where its name and its cells disagree."""

import pytest

from tests.workbook.drawn import alarms, grades, read, tab

TABLES = """
{}
Question           | Low  | High
Sources checked?   | Good | RI
Is the plan SMART? | Good | RI
Were visits made?  | RI   | Good

{}
Question           | Low  | High
Sources checked?   | Good | RI
Is the plan SMART? | Good | RI
Were visits made?  | RI   | Good
"""


def contradictions(*sheets):
    reading = read(*sheets)
    return [(problem.sheet, problem.cell) for problem in reading.problems if problem.code == "force_in_title"]


@pytest.mark.parametrize("title", ["{}", "Force: {}"])
def test_titles_between_tables_that_name_other_forces_are_reported_by_cell_and_no_more(title):
    drawing = TABLES.format(title.format("Lancashire"), title.format("Cumbria"))
    assert contradictions(tab("Cheshire", drawing)) == [("Cheshire", "A1"), ("Cheshire", "A7")]


def test_what_is_said_of_one_tab_hides_nothing_of_another():
    drawing = TABLES.format("Lancashire", "Cumbria")
    assert contradictions(tab("GMP", drawing), tab("Cheshire", drawing)) == [
        ("GMP", "A1"), ("GMP", "A7"), ("Cheshire", "A1"), ("Cheshire", "A7"),
    ]  # fmt: skip


def test_a_title_between_that_names_the_tabs_own_force_is_nothing_to_report():
    assert contradictions(tab("Cheshire", TABLES.format("Cheshire", "Cumbria"))) == [("Cheshire", "A7")]


def test_a_heading_over_all_that_names_another_force_is_reported_once():
    assert contradictions(tab("Cheshire", TABLES.format("Lancashire plans", ""))) == [("Cheshire", "")]


TABLE = """
{}
Question              | Low  | Medium | High       | Very high
Were sources checked? | Good | RI     | Good       | Good
Is the plan SMART?    | Good | RI     | Good       | Outstanding
Were visits made?     | Good | RI     | Inadequate | Good
"""


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
