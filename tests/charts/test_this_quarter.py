"""A force's boxes add up over the questions of a section, and stand beside the quarter before."""

import pandas as pd

from arms_analytics.charts.this_quarter import BEFORE, glance
from arms_analytics.vocabulary import Quarter, Question

QUARTER = Quarter(2025, 2)
QUESTIONS = [Question("Q1", "?", "One", "First"), Question("Q2", "?", "Two", "First"), Question("Q3", "?", "Three", "")]


def counts(*rows):
    columns = ["row", "column", "of_grade", "not_applicable", "ungraded"]
    return pd.DataFrame(rows, columns=columns)


NOW = counts(
    ("Cheshire", "Q1", {"inadequate": 1, "good": 3}, 0, 0),
    ("Cheshire", "Q2", {"good": 3}, 1, 0),
    ("Cheshire", "Q3", {"requires_improvement": 2}, 0, 2),
)
BEFORE_THAT = counts(("Cheshire", "Q1", {"good": 4}, 0, 0))


def texts(force):
    grid = glance(NOW, BEFORE_THAT, ["Cheshire", "Cumbria"], QUESTIONS, QUARTER)
    line = grid.cells[[head.key for head in grid.rows].index(force)]
    return dict(zip((head.key for head in grid.columns), line, strict=True))


def test_sections_and_the_whole_add_up():
    found = texts("Cheshire")
    assert {key: cell.text for key, cell in found.items()} == {
        "First": "1 of 7",
        "Others": "2 of 2",
        "all": "3 of 9",
        BEFORE: "0 of 4",
    }
    assert found["all"].said == "3 of 9 below good, 1 not applicable, 2 not graded"


def test_a_force_that_sent_nothing_is_there_with_nothing():
    assert {cell.said for cell in texts("Cumbria").values()} == {"no reviews"}


def test_the_first_quarter_has_none_before_it():
    grid = glance(NOW, counts(), ["Cheshire", "Cumbria"], QUESTIONS, QUARTER)
    assert [head.key for head in grid.columns] == ["First", "Others", "all"]
