"""Quarters in all the forms that people write."""

import datetime as dt

import pytest

from arms_analytics.vocabulary import Quarter
from arms_analytics.workbook.texts.quarters import is_about_another, is_quarter, named, on_date, readings


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Q1 2025/26", "2025-26-Q1"), ("Q1 25-26", "2025-26-Q1"), ("Q1 2025-2026", "2025-26-Q1"),
        ("Quarter 2 2025/26", "2025-26-Q2"), ("Qtr 1 25/26", "2025-26-Q1"), ("2025/26 Q3", "2025-26-Q3"),
        ("Q1 FY2025/26", "2025-26-Q1"), ("FY25/26 Q4", "2025-26-Q4"), ("First quarter 2025/26", "2025-26-Q1"),
        ("2025-26-Q1", "2025-26-Q1"), ("ARMS_Q1_2526", "2025-26-Q1"), ("Q1 2025/6", "2025-26-Q1"),
        ("Apr-Jun 2025", "2025-26-Q1"), ("April to June 2025", "2025-26-Q1"), ("Jan - March 25", "2024-25-Q4"),
        ("Oct–Dec 2024", "2024-25-Q3"), ("Quarter 4 (January to March 2026)", "2025-26-Q4"),
        ("quarter ending 30 June 2025", "2025-26-Q1"), ("Quarter ending 30/09/2024", "2024-25-Q2"),
        ("01/04/2025 - 30/06/2025", "2025-26-Q1"), ("1 April 2025 to 30 June 2025", "2025-26-Q1"),
        ("Q1 2025 (Apr-Jun)", "2025-26-Q1"), ("Copy of ARMS QA Q4 2024-25 FINAL", "2024-25-Q4"),
        ("Q1 2025_2026 ARMS", "2025-26-Q1"), ("Quarter ended 30_06_2025", "2025-26-Q1"),
    ],
)  # fmt: skip
def test_a_quarter_by_any_name(text, key):
    assert [quarter.key for quarter in named(text).quarters] == [key]


@pytest.mark.parametrize(
    "text",
    ["ARMS QA (002)", "Reviews completed 09/07/2025. Version: v3", "1.1. Has information", "Dec 2025 - Feb 2026"],
)
def test_what_names_no_quarter(text):
    assert not named(text)


@pytest.mark.parametrize("text", ["Q1 2025", "Q1 25", "2025 Q1"])
def test_a_bare_year_stays_bare(text):
    assert named(text).bare == {(1, 2025)}
    assert not named(text).quarters


def test_in_a_calendar_year_nothing_is_bare():
    assert named("Q1 2025", first_month=1).quarters == {Quarter(2025, 1, 1)}


def test_the_two_readings_of_a_bare_year():
    assert [quarter.key for quarter in readings(1, 2025, 4)] == ["2025-26-Q1", "2024-25-Q4"]


def test_a_number_or_a_year_alone_waits_for_the_other():
    assert named("Cheshire Q1").numbers == {1}
    assert named("FY 2025/26").years == {2025}


def test_a_date_under_quarter_ending_must_be_an_end():
    assert on_date(dt.date(2024, 9, 30), 4, ending=True).key == "2024-25-Q2"
    assert on_date(dt.date(2024, 8, 15), 4, ending=True) is None


def test_lines_about_other_dates_are_known():
    assert is_about_another("Next review due Q3 2025/26.")
    assert not is_about_another("ARMS peer review Q2 2025/26")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Q2 2025/26", True), ("Q4 (Jan-Mar 2025)", True), ("Jan-Mar 2025 (Q4)", True), ("Q2", False),
        ("25/26-Q2-014", False), ("Review of Q2 2025/26", False),
    ],
)  # fmt: skip
def test_a_text_that_is_a_quarter_and_nothing_else(text, told):
    assert is_quarter(text) is told
