"""Lists as people say them."""

from arms_analytics.findings.sentences import listed


def test_a_list_ends_in_a_joint_word():
    assert listed(["Cheshire", "Cumbria", "Lancashire"]) == "Cheshire, Cumbria and Lancashire"
    assert listed(["Cheshire"]) == "Cheshire"
    assert listed([]) == ""


def test_the_joint_word_may_be_another():
    assert listed(["Cheshire", "Cumbria"], "or") == "Cheshire or Cumbria"
