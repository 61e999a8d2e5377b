"""A tab for each review, its risk level in the tab's name."""

import pytest

from tests.workbook.drawn import alarms, grades, read, tab

TABLE = """
Question        | Grade   | Feedback
Sources checked | #00B050 | All of them.
Actions dated   | #FFC000 | Two are not.
Visits made     | #FFFF00 | Often, and unannounced.
"""


@pytest.mark.parametrize("names", [
    ("Cheshire Low", "Cheshire Very High"), ("Cheshire - Low risk", "Cheshire - V High"),
    ("Low (Cheshire)", "VH Cheshire"),
])  # fmt: skip
def test_the_tab_is_the_review_of_that_level(names):
    reading = read(*(tab(name, TABLE) for name in names))
    assert [(r.force, r.risk_level) for r in reading.reviews] == [("Cheshire", "low"), ("Cheshire", "very_high")]
    assert grades(reading) == ["G RI O"] * 2
    assert not alarms(reading)


def test_what_the_tab_says_of_itself_is_said_of_its_review():
    reading = read(tab("Cheshire High", "Cheshire Q1 2025/26\nPlan ref | CHE/0012\nReviewed by | Cumbria\n" + TABLE))
    [review] = reading.reviews
    assert (review.review_ref, review.risk_level, review.reviewing_force) == ("CHE/0012", "high", "Cumbria")
    assert not alarms(reading)


def test_a_head_on_the_tab_wins_over_its_name():
    reading = read(tab("Cheshire Low", "Question | Medium | |\n" + TABLE.replace("\nQuestion", "\n")))
    assert [review.risk_level for review in reading.reviews] == ["medium"]


def test_a_tab_of_several_reviews_is_not_one_of_its_names_level():
    drawn = """
Question        | Low     | High
Sources checked | #00B050 | #FFC000
Actions dated   | #FFC000 | #FFC000
Visits made     | #FFFF00 | #00B050
"""
    reading = read(tab("Cheshire Low", drawn))
    assert [review.risk_level for review in reading.reviews] == ["low", "high"]


def test_notes_of_a_level_are_no_review():
    reading = read(tab("Cheshire Low", "Notes\nCall Anne about the dates."), tab("Cheshire High", TABLE))
    assert [review.risk_level for review in reading.reviews] == ["high"]
