"""Tints are held against Excel's own palette: what its menus call "Lighter 60%" and "Darker 25%" of theme colours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arms_analytics.workbook.files.tints import tinted

LIGHTER_80, LIGHTER_60, LIGHTER_40 = 0.79998168889431442, 0.59999389629810485, 0.39997558519241921
DARKER_5, DARKER_25, DARKER_50 = -4.9989318521683403e-2, -0.249977111117893, -0.499984740745262


@pytest.mark.parametrize(
    ("colour", "tint", "seen"),
    [
        ("4F81BD", LIGHTER_80, "DCE6F1"), ("4F81BD", LIGHTER_60, "B8CCE4"), ("4F81BD", LIGHTER_40, "95B3D7"),
        ("4F81BD", DARKER_25, "366092"), ("4F81BD", DARKER_50, "244062"), ("C0504D", LIGHTER_60, "E6B8B7"),
        ("C0504D", LIGHTER_40, "DA9694"), ("C0504D", DARKER_25, "963634"), ("9BBB59", LIGHTER_60, "D8E4BC"),
        ("9BBB59", LIGHTER_40, "C4D79B"), ("8064A2", LIGHTER_80, "E4DFEC"), ("4BACC6", LIGHTER_40, "92CDDC"),
        ("F79646", LIGHTER_80, "FDE9D9"), ("F79646", LIGHTER_60, "FCD5B4"), ("F79646", LIGHTER_40, "FABF8F"),
        ("F79646", DARKER_25, "E26B0A"), ("FFC000", LIGHTER_40, "FFD966"), ("70AD47", LIGHTER_40, "A9D08E"),
        ("70AD47", LIGHTER_60, "C6E0B4"), ("70AD47", DARKER_25, "548235"), ("5B9BD5", LIGHTER_80, "DDEBF7"),
        ("FFFFFF", DARKER_5, "F2F2F2"), ("FFFFFF", DARKER_25, "BFBFBF"), ("000000", 0.5, "7F7F7F"),
    ],
)  # fmt: skip
def test_a_tint_is_what_excels_palette_shows(colour, tint, seen):
    assert tinted(colour, tint) == seen


@given(st.integers(0, 0xFFFFFF), st.floats(-1, 1))
def test_a_tint_is_always_a_colour_and_moves_lightness_one_way(number, tint):
    colour = f"{number:06X}"
    seen = tinted(colour, tint)
    assert len(seen) == 6 and int(seen, 16) >= 0
    before, after = (max(bytes.fromhex(one)) + min(bytes.fromhex(one)) for one in (colour, seen))
    assert (after - before) * tint >= -6 * abs(tint)
