"""Risk levels may stand below the boxes, or right of them where the reviews go down."""

import pytest

from tests.workbook.drawn import alarms, grades, read, tab

KEY = """

Outstanding #FFFF00
Good #00B050
Requires improvement #FFC000
Inadequate #FF0000
"""


@pytest.mark.parametrize("key", ["", KEY])
@pytest.mark.parametrize(
    "heads", ["Review 1 | Feedback | Review 2 | Feedback", "CHE 001 | Comments | CHE 002 | Comments"]
)
def test_a_line_of_levels_below_the_boxes_heads_the_reviews(heads, key):
    reading = read(tab("Cheshire", f"""
Cheshire ARMS
Question         | {heads}
Sources checked? | G #00B050 | Fine.    | RI #FFC000 | Late.
Actions dated?   | O #FFFF00 | All are. | I #FF0000  | None is.
Risk level       | Very high |          | Low        |
{key}"""))  # fmt: skip
    assert grades(reading) == ["G O", "RI I"]
    assert [review.risk_level for review in reading.reviews] == ["very_high", "low"]
    assert [answer.cell for answer in reading.reviews[1].answers] == ["D3", "D4"]
    assert [answer.feedback for answer in reading.reviews[1].answers] == ["Late.", "None is."]
    assert not alarms(reading)


def test_so_may_a_column_of_levels_behind_the_boxes():
    reading = read(tab("Cheshire", """
Plan    | 1. Sources? | 2. Actions? | 3. Visits?  | Risk level
CHE 001 | G #00B050   | RI #FFC000  | RI #FFC000  | High
CHE 002 | O #FFFF00   | I #FF0000   | G #00B050   | Low
"""))  # fmt: skip
    assert grades(reading) == ["G RI RI", "O I G"]
    assert [(r.review_ref, r.risk_level, r.answers[0].cell) for r in reading.reviews] == [
        ("CHE 001", "high", "B2"), ("CHE 002", "low", "B3"),
    ]  # fmt: skip
    assert not alarms(reading)
