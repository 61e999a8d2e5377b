"""Dates and counts as people say them."""

import datetime as dt

from arms_analytics.ui import words


def test_a_day_has_no_leading_nought():
    assert words.day(dt.date(2026, 11, 1)) == "1 November 2026"


def test_a_moment_has_its_time():
    assert words.moment(dt.datetime(2026, 11, 21, 9, 5)) == "21 November 2026 at 09:05"


def test_one_is_singular_and_thousands_are_parted():
    assert words.count(1, "review") == "1 review"
    assert words.count(0, "review") == "0 reviews"
    assert words.count(1200, "review") == "1,200 reviews"
    assert words.count(2, "person", "people") == "2 people"
