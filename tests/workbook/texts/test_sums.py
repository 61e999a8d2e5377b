"""Labels of what sums up, and questions that merely sound like it."""

import pytest

from arms_analytics.workbook.texts.sums import heads_sums, is_count, is_of_all, is_overall


@pytest.mark.parametrize("text", ["Overall grade", "OVERALL:", "Section B rating", "Final grade for the plan", "Total"])
def test_a_line_of_the_whole_review(text):
    assert is_overall(text)


@pytest.mark.parametrize("text", ["Overall, is the plan SMART?", "Overall quality of visits", "Final visit"])
def test_a_question_about_the_whole_is_none(text):
    assert not is_overall(text)


@pytest.mark.parametrize(
    ("text", "told"), [("No. below good", True), ("Average", True), ("% good", True), ("Note", False)]
)
def test_a_label_of_counts(text, told):
    assert is_count(text) is told


@pytest.mark.parametrize(("text", "told"), [("Most common", True), ("Trend", True), ("Trend in visits", False)])
def test_the_head_of_a_column_of_sums(text, told):
    assert heads_sums(text) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("General comments:", True), ("Promising practice", True), ("Areas for development", True),
        ("Trend since last quarter", True), ("Is promising practice shared?", False), ("Learning from reviews", False),
    ],
)  # fmt: skip
def test_a_label_of_words_on_all_of_it(text, told):
    assert is_of_all(text) is told
