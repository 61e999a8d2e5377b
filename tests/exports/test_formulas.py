"""What a spreadsheet would run is marked, ordinary words are not, and the mark comes off again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arms_analytics.exports.formulas import mark, unmark


@pytest.mark.parametrize(
    "text", ["=1+1", "+44 plans", "-see Q3", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "'=1", "''-x"]
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert mark(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Good analysis = clear", "'Good' is what it says", "3 - 4 plans", " =1"])
def test_ordinary_text_stays_as_it_is(text):
    assert mark(text) == text


@given(st.text(alphabet="'=+-@\t\r\nab ", max_size=6))
def test_the_mark_can_be_taken_off_again(text):
    assert unmark(mark(text)) == text
    assert mark(text)[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n"}
