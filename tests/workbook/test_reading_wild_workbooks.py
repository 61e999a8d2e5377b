"""Workbooks as many hands make them, written as files and read back: each box, word, attribute and alarm as painted."""

import pytest

from arms_analytics.workbook import read_workbook
from tests.workbook.wild.draw import draw
from tests.workbook.wild.judge import judge
from tests.workbook.wild.writers import write


@pytest.mark.parametrize("seed", range(24))
def test_a_workbook_is_read_as_it_was_painted(seed, tmp_path):
    book = draw(seed)
    complaints = judge(book, read_workbook(write(book, tmp_path)))
    assert not complaints, (book.about, [str(complaint) for complaint in complaints[:5]])


@pytest.mark.soak
@pytest.mark.parametrize("hundred", range(1, 11))
def test_nothing_is_silently_wrong_in_hundreds(hundred, tmp_path):
    silent, differing = [], 0
    for seed in range(100 * hundred, 100 * hundred + 100):
        book = draw(seed)
        complaints = judge(book, read_workbook(write(book, tmp_path)))
        differing += bool(complaints)
        silent += [(seed, str(complaint)) for complaint in complaints if complaint.kind.startswith("silent")]
    assert not silent
    assert differing <= 3
