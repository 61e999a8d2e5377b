"""Lists and counts as people say them."""

from arms_analytics.findings.sentences import listed, of_last


def test_a_list_ends_in_a_joint_word():
    assert listed(["Cheshire", "Cumbria", "Lancashire"]) == "Cheshire, Cumbria and Lancashire"
    assert listed(["Cheshire"]) == "Cheshire"
    assert listed([]) == ""


def test_the_joint_word_may_be_another():
    assert listed(["Cheshire", "Cumbria"], "or") == "Cheshire or Cumbria"


def test_one_review_is_not_the_last_of_several():
    assert of_last(7, 16) == "7 of the last 16 reviews"
    assert of_last(1, 1) == "1 of 1 review"
