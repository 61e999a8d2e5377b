"""Hue bands that decline to answer."""

import pytest

from arms_analytics.workbook.texts.hues import ASK, FOREIGN, NEUTRAL, hue, is_grey


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("FFFF00", "yellow"), ("FFFFCC", "yellow"), ("E6E600", "yellow"), ("00B050", "green"), ("C6EFCE", "green"),
        ("92D050", "green"), ("C3D69B", "green"), ("FFC000", "amber"), ("ED7D31", "amber"), ("F8CBAD", "amber"),
        ("FF0000", "red"), ("C00000", "red"), ("FFC7CE", "red"),
    ],
)  # fmt: skip
def test_the_palettes_of_excel_and_google(colour, name):
    assert hue(colour) == name


@pytest.mark.parametrize("colour", ["FFEB9C", "FFE699", "FFD966", "FFCC00", "FFD700", "FFF2CC", "FFDC0A"])
def test_between_yellow_and_amber_it_asks(colour):
    assert hue(colour) == ASK


def test_greys_and_blues_are_no_grades():
    assert hue("D9D9D9") == NEUTRAL
    assert hue("4472C4") == FOREIGN
    assert is_grey("D9D9D9")
    assert not is_grey("FFFFFF")
