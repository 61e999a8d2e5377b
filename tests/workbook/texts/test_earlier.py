"""Heads and titles that speak of an earlier grade or quarter."""

import pytest

from arms_analytics.workbook.texts.earlier import (
    begins_with_the_quarter_before,
    is_earlier,
    is_quarter_before,
    says_before,
)


@pytest.mark.parametrize(
    "text", ["Last quarter", "Initial grade", "Previous rating", "Self-assessment", "Prev qtr", "Grade last quarter"]
)
def test_the_head_of_a_column_of_earlier_grades(text):
    assert is_earlier(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [("Last grade", True), ("prior rating", True), ("Grade last quarter", True), ("Initial grade", False)],
)
def test_an_initial_grade_is_of_the_same_review(text, told):
    assert says_before(text) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [("Last quarter", True), ("Previous quarter's results (for comparison)", True), ("Last quarter Q4 2024/25", False)],
)
def test_the_quarter_before_without_its_name(text, told):
    assert is_quarter_before(text) is told


def test_a_title_may_go_on_and_name_it():
    assert begins_with_the_quarter_before("Last quarter (Q4 2024/25)")
    assert not begins_with_the_quarter_before("Compared with last quarter")
