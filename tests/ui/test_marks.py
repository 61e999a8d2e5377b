"""Matches are marked, and whatever stands in feedback stays text."""

from arms_analytics.ui.marks import marked


def test_each_place_is_marked_as_it_is_written():
    assert marked("Visit: no VISIT log", ["visit"]) == "<mark>Visit</mark>: no <mark>VISIT</mark> log"


def test_the_longer_of_two_words_is_marked_whole():
    assert marked("visited", ["visit", "visited"]) == "<mark>visited</mark>"


def test_markup_in_the_text_or_in_the_words_stays_text():
    assert marked("<b>&</b> x", ["<b>"]) == "<mark>&lt;b&gt;</mark>&amp;&lt;/b&gt; x"


def test_signs_of_expressions_mean_themselves():
    assert marked("a.b (c", [".", "("]) == "a<mark>.</mark>b <mark>(</mark>c"


def test_without_words_nothing_is_marked():
    assert marked("a & b", []) == "a &amp; b"
