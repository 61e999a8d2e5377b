"""What is written over the first of several reviews alone is said of those up to the next."""

from tests.workbook.drawn import alarms, read, tab


def test_a_quarter_written_once_is_said_of_the_reviews_up_to_the_next():
    reading = read(tab("Cheshire", """
Quarter    | Risk level | Sources checked | Actions dated | Visits made
Q4 2024/25 | Low        | G               | O             | I
           | High       | RI              | G             | G
Q1 2025/26 | Low        | G               | G             | RI
           | High       | O               | O             | G
"""), file="ARMS.xlsx")  # fmt: skip
    quarters = [str(review.quarter) for review in reading.reviews]
    assert quarters == ["2024-25-Q4", "2024-25-Q4", "2025-26-Q1", "2025-26-Q1"]
    assert not alarms(reading)
