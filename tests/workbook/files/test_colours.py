"""A colour is told however a file gives it, and what names none is said, not guessed."""

import pytest

from arms_analytics.workbook.files.colours import INDEXED, Palette, UnknownColourError

THEME = ("FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", None)


@pytest.mark.parametrize(
    ("attributes", "seen"),
    [
        ({"rgb": "FFFFC000"}, "FFC000"),
        ({"rgb": "00FFC000"}, "FFC000"),
        ({"rgb": "ffc000"}, "FFC000"),
        ({"theme": "0"}, "FFFFFF"),
        ({"theme": "1"}, "000000"),
        ({"theme": "2"}, "E7E6E6"),
        ({"theme": "9", "tint": "0.39997558519241921"}, "A9D08E"),
        ({"rgb": "FF70AD47", "tint": "-0.249977111117893"}, "548235"),
        ({"indexed": "10"}, "FF0000"),
        ({"indexed": "51"}, "FFCC00"),
        ({"indexed": "64"}, "000000"),
        ({"indexed": "65"}, "FFFFFF"),
        ({}, "000000"),
        ({"rgb": "FF00B050", "tint": "0"}, "00B050"),
    ],
)
def test_a_colour_is_told_however_it_is_given(attributes, seen):
    assert Palette(THEME).colour(attributes) == seen


def test_a_workbooks_own_palette_comes_before_the_usual_one():
    own = ["000000"] * 10 + ["B42318", *INDEXED[11:]]
    assert Palette(THEME, own).colour({"indexed": "10"}) == "B42318"


@pytest.mark.parametrize(
    "attributes",
    [{"rgb": "green"}, {"rgb": "FFF"}, {"theme": "99"}, {"theme": "10"}, {"theme": "-1"}, {"indexed": "70"},
     {"indexed": "-3"}, {"theme": "4", "tint": "nan"}, {"theme": "4", "tint": "7"}, {"theme": "4", "tint": "x"}],
)  # fmt: skip
def test_what_names_no_colour_is_said_and_not_guessed(attributes):
    with pytest.raises(UnknownColourError, match=r"a (colour|tint)"):
        Palette(THEME).colour(attributes)
