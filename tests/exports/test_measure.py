"""How wide and how high words come out, near enough that none runs off its slide."""

import pytest

from arms_analytics.exports.measure import height_of, lines_of, width_of

PANGRAM = "The quick brown fox jumps over the lazy dog"


def test_a_line_of_arial_takes_about_its_measured_width():
    assert width_of(PANGRAM, 10) == pytest.approx(201, rel=0.08)  # Helvetica's own metrics: 201 points


def test_twice_the_size_takes_twice_the_width():
    assert width_of(PANGRAM, 20) == pytest.approx(2 * width_of(PANGRAM, 10))


@pytest.mark.parametrize(
    ("text", "lines"), [("", 1), ("one", 1), ("one\ntwo\n\nfour", 4), (PANGRAM, 3), ("x" * 100, 6)]
)
def test_lines_break_between_words_and_inside_words_that_are_too_long(text, lines):
    assert lines_of(text, 10, 100) == lines


def test_height_grows_by_the_line():
    assert height_of("a\nb", 10, 100) == 2 * height_of("a", 10, 100) == 24
