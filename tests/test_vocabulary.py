"""Quarters, days, chances, boxes and changes, counted and said as people do."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arms_analytics.network import network
from arms_analytics.vocabulary import NOT_APPLICABLE, Quarter, Selection, day, in_100, moment, signed


def test_the_first_financial_quarter_is_april_to_june():
    quarter = Quarter(2025, 1)
    assert (quarter.starts, quarter.ends) == (dt.date(2025, 4, 1), dt.date(2025, 6, 30))
    assert (quarter.key, quarter.short) == ("2025-26-Q1", "Q1 25/26")
    assert quarter.label == "Q1 2025/26 (Apr–Jun 2025)"


def test_the_fourth_financial_quarter_lies_in_the_next_calendar_year():
    assert Quarter(2025, 4).label == "Q4 2025/26 (Jan–Mar 2026)"


def test_a_calendar_network_counts_from_january():
    quarter = Quarter(2025, 1, first_month=1)
    assert (quarter.key, quarter.starts) == ("2025-Q1", dt.date(2025, 1, 1))


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.sampled_from([1, 4, 9]))
def test_a_day_lies_in_its_quarter(day, first_month):
    quarter = Quarter.containing(day, first_month)
    assert quarter.starts <= day <= quarter.ends
    assert Quarter.from_index(quarter.index, first_month) == quarter
    assert Quarter.parse(quarter.key, first_month) == quarter
    assert quarter.plus(1).starts == quarter.ends + dt.timedelta(days=1)


@pytest.mark.parametrize("key", ["Q1 2025", "2025-27-Q1", "2025-26-Q5", "25-26-Q1", ""])
def test_what_is_no_quarter_is_refused_with_a_sentence(key):
    with pytest.raises(ValueError, match="is not a quarter"):
        Quarter.parse(key)


def test_a_selection_of_all_quarters_has_no_one_quarter():
    assert Selection(Quarter(2025, 1)).one_quarter == Quarter(2025, 1)
    with pytest.raises(LookupError):
        Selection().one_quarter  # noqa: B018


@pytest.mark.parametrize(
    ("probability", "said"),
    [(0, "under 1"), (0.005, "under 1"), (0.006, "1"), (0.93, "93"), (0.994, "99"), (0.996, "over 99"), (1, "over 99")],
)
def test_no_chance_is_told_as_certain(probability, said):
    assert in_100(probability) == f"{said} in 100"


def test_a_day_has_no_leading_nought():
    assert day(dt.date(2026, 11, 1)) == "1 November 2026"


def test_a_moment_has_its_time():
    assert moment(dt.datetime(2026, 11, 21, 9, 5)) == "21 November 2026 at 09:05"


@pytest.mark.parametrize(
    ("key", "said"), [("inadequate", "Inadequate"), (NOT_APPLICABLE, "Not applicable"), (None, "Not graded")]
)
def test_every_box_is_said_in_words(key, said):
    assert network().grade_scale.said(key) == said


def test_a_change_has_the_sign_that_means_minus_and_nothing_has_none():
    assert [signed(value) for value in (-52.4, 11, 0.4, -0.4)] == ["−52", "+11", "0", "0"]
    assert [signed(value, 2) for value in (-0.456, 0.8, -0.004)] == ["−0.46", "+0.80", "0"]
