"""What labels with values say on a tab is said by its heads, and not by what stands in its boxes."""

from tests.workbook.drawn import alarms, grades, read, tab

ASKED = """
Question | High  |          | Low   |
         | Grade | Feedback | Grade | Feedback
Q1 {0}   | Good  | {1}      | RI    | No log number was given at all.
Q2 Static factors scored right | RI | No log number was given at all. | Good | Clear and full, with dates.
Q3 Plan dated and signed | Good | Clear and full, with dates. | Good | Clear and full, with dates.
"""


def test_what_feedback_says_is_said_of_nothing_but_its_question():
    label = "Sources checked before scoring"
    for words in (
        "Reviewed by: Lancashire in Q3 2024/25",
        "Low, medium or high?",
        "Share this with the rest; high risk",
    ):
        reading = read(tab("Cheshire", ASKED.format(label, words)))
        high, low = reading.reviews
        assert (high.reviewing_force, low.reviewing_force, high.quarter.key) == (None, None, "2025-26-Q1")
        assert high.answers[0].feedback == words
        assert grades(reading) == ["G RI G", "RI G G"]
        assert not alarms(reading)
