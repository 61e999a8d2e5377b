"""Whose plans a tab holds, and what is said where its name and its cells disagree."""

import pytest

from tests.workbook.drawn import read, tab

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
