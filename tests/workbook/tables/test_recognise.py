"""What looks like a table of graded questions and is none is refused, never read."""

import pytest

from tests.workbook.drawn import alarms, read, tab

FIRST = """
ARMS peer review
Q1 Were all relevant sources searched before scoring?

Force    | High  |                             | Low   |
         | Grade | Feedback                    | Grade | Feedback
Cheshire | G     | Each of them, with a date.  | RI    | Not the partners.
Cumbria  | RI    | Police systems alone.       | RI    | None is named here at all.
GMP      | O     | An example to all of us.    | I     | Nothing was looked at.
"""
TURNED = """
Q1 Were all relevant sources searched before scoring?

Force |          | Cheshire             | Cumbria            | GMP
High  | Grade    | #00B050              | #FFC000            | #FFFF00
      | Feedback | Each, with its date. | Police ones alone. | An example.
Low   | Grade    | #FFC000              | #FFC000            | #FF0000
      | Feedback | Not the partners.    | None is named.     | Nothing at all.
"""


@pytest.mark.parametrize("drawing", [FIRST, TURNED])
@pytest.mark.parametrize("names", [("Q1", "Q2"), ("1", "2"), ("Sources", "Visits")])
def test_a_tab_for_each_question_is_refused(drawing, names):
    reading = read(
        tab(names[0], drawing), tab(names[1], drawing.replace("Q1 Were all relevant sources", "Q2 Were visits"))
    )
    assert not reading.reviews
    assert alarms(reading)
