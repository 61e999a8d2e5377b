"""Workbooks as many hands make them, written as files and read back: each box, word, attribute and alarm as painted."""

import pytest

from arms_analytics.workbook import read_workbook
from tests.workbook.wild.doubts import DOUBTS, doubtful
from tests.workbook.wild.draw import draw
from tests.workbook.wild.judge import judge
from tests.workbook.wild.strangers import STRANGERS, stranger
from tests.workbook.wild.writers import write


@pytest.mark.parametrize("seed", range(24))
def test_a_workbook_is_read_as_it_was_painted(seed, tmp_path):
    book = draw(seed)
    complaints = judge(book, read_workbook(write(book, tmp_path)))
    assert not complaints, (book.about, [str(complaint) for complaint in complaints[:5]])


@pytest.mark.parametrize("doubt", DOUBTS)
@pytest.mark.parametrize("seed", range(4))
def test_what_a_workbook_leaves_open_is_asked_or_said(doubt, seed, tmp_path):
    book = doubtful(seed, doubt)
    assert not judge(book, read_workbook(write(book, tmp_path))), book.about


@pytest.mark.parametrize("seed", range(2 * len(STRANGERS)))
def test_a_workbook_of_something_else_is_refused_in_a_sentence(seed, tmp_path):
    book = stranger(seed)
    assert not judge(book, read_workbook(write(book, tmp_path))), book.about


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
