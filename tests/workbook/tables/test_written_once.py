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


LISTED = """
Force    | Risk level | Sources checked | Actions dated | Visits made
Cheshire | High       | G               | O             | I
         | Low        | RI              | G             | G
Cumbria  | Very high  | G               | G             | RI
         | {}         | O               | O             | G
         | Low        | G               | O             | G
"""


def test_a_force_written_once_may_have_fewer_plans_than_the_others():
    reading = read(tab("Collated", LISTED.format("High")))
    assert [review.force for review in reading.reviews] == ["Cheshire"] * 2 + ["Cumbria"] * 3
    assert not alarms(reading)


def test_whose_plans_they_are_is_asked_where_the_levels_do_not_tell_the_forces_apart():
    reading = read(tab("Collated", LISTED.format("Low")))
    assert alarms(reading) == ["unknown_force Collated"]


def test_who_reviewed_is_written_once_as_well():
    reading = read(tab("Collated", """
Force    | Reviewed by | Risk level | Sources checked | Actions dated | Visits made
Cheshire | GMP         | High       | G               | O             | I
         |             | Low        | RI              | G             | G
Cumbria  | Cheshire    | Very high  | G               | G             | RI
         |             | Low        | G               | O             | G
"""))  # fmt: skip
    assert [review.reviewing_force for review in reading.reviews] == ["Greater Manchester"] * 2 + ["Cheshire"] * 2
    assert not alarms(reading)
