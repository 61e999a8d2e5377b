"""What a spreadsheet would run is marked, ordinary words are not, and the mark comes off again."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arms_analytics.exports.formulas import harmless


def without_mark(text):
    """The text as it was: as docs/storage.md tells whoever reads such a file."""
    return text[1:] if re.match(r"'+[=+\-@\t\r\n＝＋－＠]", text) else text


@pytest.mark.parametrize(
    "text", ["=1+1", "+44 plans", "-see Q3", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "'=1", "''-x"]
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert harmless(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Good analysis = clear", "'Good' is what it says", "3 - 4 plans", " =1"])
def test_ordinary_text_stays_as_it_is(text):
    assert harmless(text) == text


@given(st.text(alphabet="'=+-@\t\r\nab ", max_size=6))
def test_the_mark_can_be_taken_off_again(text):
    assert without_mark(harmless(text)) == text
    assert harmless(text)[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n"}
