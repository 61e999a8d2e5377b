"""What is said of reviews that were read: a force never reviews its own plans."""

import pytest

from tests.workbook.drawn import read, tab

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
