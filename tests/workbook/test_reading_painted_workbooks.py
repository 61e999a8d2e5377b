"""Workbooks painted at random in hundreds of ways are read as they stand, or it is said what could not be read."""

import pytest

from arms_analytics.vocabulary import Severity
from arms_analytics.workbook.reading import read_sheets
from tests.workbook.painting.book import paint
from tests.workbook.painting.judge import differences, silently_wrong
from tests.workbook.painting.spec import describe, draw


def judge(seeds):
    """(silently wrong, differing, warned) over these seeds, each with the spec that made it."""
    silent, differing, warned = [], [], []
    for seed in seeds:
        spec = draw(seed)
        book = paint(spec)
        reading = read_sheets(book.sheets, book.file)
        if wrong := silently_wrong(book, reading):
            silent.append((describe(spec), wrong[:3]))
        if reading.refused or differences(book, reading):
            differing.append(describe(spec))
        elif any(problem.severity is not Severity.INFO for problem in reading.problems):
            warned.append((describe(spec), reading.problems))
    return silent, differing, warned


@pytest.mark.parametrize("hundred", range(3))
def test_nothing_is_silently_wrong(hundred):
    silent, differing, warned = judge(range(100 * hundred, 100 * hundred + 100))
    assert not silent
    assert not differing
    assert not warned


@pytest.mark.parametrize("seed", [1144, 1291, 2218, 2473, 2526, 3877, 4613, 6549, 7710, 7962, 8157])
def test_what_was_misread_once_is_read(seed):
    assert judge([seed]) == ([], [], [])


@pytest.mark.soak
@pytest.mark.parametrize("thousand", range(1, 11))
def test_nothing_is_silently_wrong_in_thousands(thousand):
    silent, differing, warned = judge(range(1000 * thousand, 1000 * thousand + 1000))
    assert not silent
    assert len(differing) <= 1
    assert len(warned) <= 1
