"""The workbook that is timed is read whole: references over the grades alone, half of the tabs coloured by rules."""

from arms_analytics.workbook import read_workbook
from benchmarks.reading import QUESTIONS, RISKS, painted


def test_every_box_of_the_timed_workbook_is_read(tmp_path):
    reading = read_workbook(painted(tmp_path / "ARMS QA Q1 2025-26.xlsx", ["Cheshire", "Cumbria"]))
    boxes = [answer for review in reading.reviews for answer in review.answers]
    assert len(boxes) == 2 * len(RISKS) * QUESTIONS
    assert all(box.grade and box.feedback for box in boxes)
    assert {problem.severity for problem in reading.problems} <= {"info"}
