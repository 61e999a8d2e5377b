"""Quarters whose time of retention is over, counted to the day, replaced reviews among them."""

import datetime as dt

import pytest

from arms_analytics.findings.retention import find
from arms_analytics.vocabulary import Quarter
from tests.findings.stores import store_of

FIRST = Quarter(2019, 1)


@pytest.fixture
def cursor():
    kept = [FIRST, FIRST, FIRST.plus(1), FIRST.plus(20)]
    reviews = [
        {"force": f"Force {n}", "quarter": quarter.index, "answers": {"Q01": "good"}} for n, quarter in enumerate(kept)
    ]
    reviews[1]["replaced_by"] = 2
    return store_of(reviews)


def due(cursor, today, years=6):
    return [tuple(row) for row in find(cursor, years, today, 4).itertuples(index=False)]


def test_a_quarter_is_due_once_its_years_are_over(cursor):
    assert FIRST.ends == dt.date(2019, 6, 30)
    assert due(cursor, dt.date(2025, 6, 30)) == []
    assert due(cursor, dt.date(2025, 7, 1)) == [(FIRST.index, 2, 2)]


def test_what_was_replaced_is_still_stored_and_counts(cursor):
    assert due(cursor, dt.date(2025, 7, 1))[0][1] == 2


def test_later_quarters_follow(cursor):
    assert [row[0] for row in due(cursor, dt.date(2026, 2, 1))] == [FIRST.index, FIRST.index + 1]


def test_a_leap_day_is_a_day_like_others(cursor):
    assert due(cursor, dt.date(2028, 2, 29), years=9) == []
