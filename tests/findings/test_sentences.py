"""Lists and counts as people say them."""

from arms_analytics.findings.sentences import listed, of_last, signed


def test_a_list_ends_in_a_joint_word():
    assert listed(["Cheshire", "Cumbria", "Lancashire"]) == "Cheshire, Cumbria and Lancashire"
    assert listed(["Cheshire"]) == "Cheshire"
    assert listed([]) == ""


def test_the_joint_word_may_be_another():
    assert listed(["Cheshire", "Cumbria"], "or") == "Cheshire or Cumbria"


def test_one_review_is_not_the_last_of_several():
    assert of_last(7, 16) == "7 of the last 16 reviews"
    assert of_last(1, 1) == "1 of 1 review"


def test_a_change_has_the_sign_that_means_minus_and_nothing_has_none():
    assert [signed(value) for value in (-52.4, 11, 0.4, -0.4)] == ["−52", "+11", "0", "0"]
    assert [signed(value, 2) for value in (-0.456, 0.8, -0.004)] == ["−0.46", "+0.80", "0"]
