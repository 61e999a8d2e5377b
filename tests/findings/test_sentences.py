"""Lists and counts as people say them."""

import pandas as pd
import pytest

from arms_analytics.findings.sentences import allowing, chance, counted, listed, of_last, too_few
from arms_analytics.model.enough import GRADED


def test_a_list_ends_in_a_joint_word():
    assert listed(["Cheshire", "Cumbria", "Lancashire"]) == "Cheshire, Cumbria and Lancashire"
    assert listed(["Cheshire"]) == "Cheshire"
    assert listed([]) == ""


def test_the_joint_word_may_be_another():
    assert listed(["Cheshire", "Cumbria"], "or") == "Cheshire or Cumbria"


def test_one_review_is_not_the_last_of_several():
    assert of_last(7, 16) == "7 of the last 16 reviews"
    assert of_last(1, 1) == "1 of 1 review"


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "no forces"),
        (1, "one force"),
        (2, "two forces"),
        (10, "ten forces"),
        (11, "11 forces"),
        (1200, "1,200 forces"),
    ],
)
def test_counts_are_words_up_to_ten(count, said):
    assert counted(count, "force") == said


@pytest.mark.parametrize(
    ("probability", "said"),
    [
        (0.93, "a 93 in 100 chance"), (0.08, "an 8 in 100 chance"), (0.11, "an 11 in 100 chance"),
        (0.18, "an 18 in 100 chance"), (0.84, "an 84 in 100 chance"), (0.999, "a chance of over 99 in 100"),
    ],
)  # fmt: skip
def test_a_chance_is_said_as_one_says_its_number_and_never_certain(probability, said):
    assert chance(probability) == said


def test_where_reviews_are_enough_it_is_quarters_that_lack():
    assert too_few(GRADED - 1) == "too few reviews"
    assert too_few(GRADED) == "too few quarters"


def test_a_chance_says_whether_strictness_is_allowed_for():
    assert allowing(pd.Series({"strictness_told": True})).startswith("Allowing for how strict the reviewing forces are")
    assert "cannot be told" in allowing(pd.Series({"strictness_told": False}))
