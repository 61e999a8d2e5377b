"""Feedback is found by the words in it, however they are written, and within the selection."""

import pytest

from arms_analytics.findings.feedback_search import PAGE, matching, words_of
from arms_analytics.vocabulary import Quarter, Selection
from tests.findings.stores import store_of

EARLIER, LATER = Quarter(2025, 1), Quarter(2025, 2)


def review(force, quarter, *texts, grade="good"):
    answers = {f"Q{n}": (grade, text) for n, text in enumerate(texts, 1)}
    return {"force": force, "quarter": quarter.index, "answers": answers}


STORE = store_of(
    [
        review("Cheshire", EARLIER, "The home visit was well planned.", "100% of actions dated"),
        review("Cumbria", LATER, "No HOME VISIT since March.", "", grade="inadequate"),
        review("Cumbria", LATER, "Visited at home; planned well."),
    ]
)


def texts(selection=None, **asked):
    return list(matching(STORE, selection or Selection(), **asked)["feedback"])


def test_every_word_must_be_there_in_any_order_and_case():
    assert texts(words=words_of("VISIT home")) == [
        "No HOME VISIT since March.",
        "Visited at home; planned well.",
        "The home visit was well planned.",
    ]


def test_words_in_quotes_stand_together():
    assert texts(words=words_of('"home visit"')) == ["No HOME VISIT since March.", "The home visit was well planned."]


def test_signs_mean_themselves():
    assert texts(words=words_of("100%")) == ["100% of actions dated"]
    assert texts(words=words_of("1_0%")) == []


def test_without_words_every_feedback_is_there_but_no_empty_one():
    assert len(texts()) == 4


def test_the_selection_and_the_grade_narrow():
    assert texts(Selection(force="Cumbria"), words=("home",), grade="inadequate") == ["No HOME VISIT since March."]
    assert texts(Selection(quarter=EARLIER), words=("home",)) == ["The home visit was well planned."]


def test_pages_follow_each_other_and_each_knows_how_many_there_are():
    many = store_of([review("Cheshire", EARLIER, f"text {n}") for n in range(PAGE + 3)])
    first, second = (matching(many, Selection(), page=page) for page in (1, 2))
    assert (len(first), len(second)) == (PAGE, 3)
    assert set(first["found"]) == set(second["found"]) == {PAGE + 3}
    assert not set(first["feedback"]) & set(second["feedback"])


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("", ()),
        ("  ", ()),
        ('""', ()),
        ('"', ()),
        ('a "b  c" A', ("a", "b c")),
        ('open "quote', ("open", "quote")),
        ("“a b” c", ("a b", "c")),
    ],
)
def test_what_is_typed_becomes_words(asked, words):
    assert words_of(asked) == words
