"""Risk levels that only the references say, and references that stand over the reviews without a label."""

import pytest

from tests.workbook.drawn import alarms, grades, read, tab

TABLE = """
ARMS QA   | {}    |              | {}    |            | {}    |
Question  | Grade | Feedback     | Grade | Feedback   | Grade | Feedback
Sources   | G     | All of them. | RI    | Not dated. | G     | Fine.
Actions   | RI    | Two are not. | G     | All owned. | I     | None.
"""


def levels(*refs):
    reading = read(tab("Cheshire", TABLE.format(*refs)))
    assert grades(reading) == ["G RI", "RI G", "G I"]
    assert [review.review_ref for review in reading.reviews] == list(refs)
    return [review.risk_level for review in reading.reviews], [alarm.split()[0] for alarm in alarms(reading)]


def test_a_level_in_the_same_place_of_every_reference_is_told():
    assert levels("CHE-VH-01", "CHE-M-01", "CHE-L-02") == (["very_high", "medium", "low"], [])


@pytest.mark.parametrize(
    "refs", [("CHE-M-01", "CHE-M-02", "CHE-L-02"), ("CHE-01", "CHE-M-02", "CHE-L-02"), ("CHE/11", "CHE/12", "CHE/13")]
)
def test_other_letters_tell_no_level(refs):
    assert levels(*refs) == ([None] * 3, ["no_risk_level"] * 3)
