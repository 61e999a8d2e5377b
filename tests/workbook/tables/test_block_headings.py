"""How far the heading of a block reaches."""

from tests.workbook.drawn import alarms, read, tab


def test_a_blank_line_within_a_blocks_heading_parts_no_reference_from_its_review():
    reading = read(tab("Cheshire", """
Risk level | High risk
Plan ref   | CHE/01
Officer    | OM 11
Question   | Grade | Feedback
Q1 Sources checked before scoring | Good | Clear and full
Q2 Static factors scored right    | RI   | No log number was given.

Risk level | Low risk

Plan ref   | CHE/02
Officer    | OM 12
Question   | Grade | Feedback
Q1 Sources checked before scoring | Good | Clear and full
Q2 Static factors scored right    | RI   | No log number was given.
"""))  # fmt: skip
    told = [(str(review.risk_level), review.review_ref, review.officer_ref) for review in reading.reviews]
    assert told == [("high", "CHE/01", "OM 11"), ("low", "CHE/02", "OM 12")]
    assert not alarms(reading)
