"""Excel's wildcards find what a slow, obvious twin finds."""

from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arms_analytics.workbook.files.conditional.wildcards import found_at, matches


@pytest.mark.parametrize(
    ("pattern", "text", "at"),
    [("good", "Very Good", 5), ("req*imp", "xx Requires improvement", 3), ("g??d", "a GOLD", 2), ("~*", "a*b", 1),
     ("bad", "good", None), ("*d", "good", 0), ("", "good", 0), ("a~", "xa~", 1)],
)  # fmt: skip
def test_search_finds_where_the_pattern_begins(pattern, text, at):
    assert found_at(pattern, text) == at


@given(st.text("ab*?", max_size=8), st.text("ab", max_size=10))
def test_matching_is_that_of_a_slow_obvious_twin(pattern, text):
    assert matches(pattern, text) == fnmatchcase(text, pattern)
