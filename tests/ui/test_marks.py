"""Matches are marked, and whatever stands in feedback stays text."""

from arms_analytics.ui.marks import marked


def test_each_place_is_marked_as_it_is_written():
    assert marked("Visit: no VISIT log", ["visit"]) == "<mark>Visit</mark>: no <mark>VISIT</mark> log"


def test_the_whole_word_that_holds_what_was_looked_for_is_marked():
    assert marked("Revisited: no visits, 2 home-visits", ["visit"]) == (
        "<mark>Revisited</mark>: no <mark>visits</mark>, 2 home-<mark>visits</mark>"
    )
    assert marked("visited", ["visit", "visited"]) == "<mark>visited</mark>"
    assert marked("two home visits", ["home visit"]) == "two <mark>home visits</mark>"


def test_markup_in_the_text_or_in_the_words_stays_text():
    assert marked("<b>&</b> x", ["<b>"]) == "<mark>&lt;b&gt;</mark>&amp;&lt;/b&gt; x"


def test_signs_of_expressions_mean_themselves():
    assert marked("a.b (c", [".", "("]) == "a<mark>.</mark>b <mark>(</mark>c"


def test_without_words_nothing_is_marked():
    assert marked("a & b", []) == "a &amp; b"
