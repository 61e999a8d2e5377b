"""Numbers and dates read as their cell shows them, and no format breaks the reading."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import from_excel

from arms_analytics.workbook.files.number_formats import moment_of, plainly, shown


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (4, "General", "4"), (0.1, "General", "0.1"), (-2.5, "General", "-2.5"), (1e300, "General", "1E+300"),
        (4, "0.00", "4"), (3.7, "0", "3.7"), (0.75, "0%", "75%"), (0.075, "0.0%", "7.5%"), (42, "0000", "0042"),
        (3, '"Q"0', "Q3"), (3, '"Q"0". "', "Q3."), (1234.5, "£#,##0.00", "£1,234.50"), (-5, "0;(0)", "(5)"),
        (7, '"ARMS/"000', "ARMS/007"),
        (2, '[=1]"Inadequate";[=2]"Requires improvement";General', "Requires improvement"),
        (9, '[=1]"Inadequate";[=2]"Requires improvement";General', "9"), (0, '0;-0;"nil"', "nil"),
        (1234567, "#,##0", "1234567"), (0.5, "# ?/?", "0.5"), (12345, "0.00E+00", "12345"), (5, "@", "5"),
        (3, "[Red]0", "3"), (3, r"\Q0", "Q3"), (1e16, "0", "1E+16"),
    ],
)  # fmt: skip
def test_a_number_reads_as_its_format_shows_it(number, code, text):
    assert shown(number, code) == (number, text)


@pytest.mark.parametrize(
    ("serial", "code", "value", "text"),
    [
        (45748, "dd/mm/yyyy", dt.date(2025, 4, 1), "01/04/2025"),
        (45748, "d mmmm yyyy", dt.date(2025, 4, 1), "1 April 2025"),
        (45748, "mmm-yy", dt.date(2025, 4, 1), "Apr-25"),
        (45748, "dddd d mmm", dt.date(2025, 4, 1), "Tuesday 1 Apr"),
        (45748, "[$-809]dd mmmm yyyy;@", dt.date(2025, 4, 1), "01 April 2025"),
        (45748, "dd.mm.yyyy", dt.date(2025, 4, 1), "01.04.2025"),
        (45748.5, "dd/mm/yyyy hh:mm", dt.datetime(2025, 4, 1, 12), "01/04/2025 12:00"),
        (0.75, "h:mm AM/PM", dt.time(18), "6:00 PM"),
        (0.75, "hh:mm:ss", dt.time(18), "18:00:00"),
        (1.25, "[h]:mm", 1.25, "30:00"),
        (-1, "dd/mm/yyyy", -1, "-1"),
        (3e9, "dd/mm/yyyy", 3e9, "3000000000"),
    ],
)
def test_a_date_reads_as_its_format_shows_it(serial, code, value, text):
    assert shown(serial, code) == (value, text)


def test_the_calendar_of_1904_counts_from_its_own_day():
    assert shown(44286, "dd/mm/yyyy", epoch_1904=True) == (dt.date(2025, 4, 1), "01/04/2025")


@given(st.floats(61, 2_900_000))
def test_moments_are_those_of_openpyxl(serial):
    assert abs(moment_of(serial) - from_excel(serial)) <= dt.timedelta(milliseconds=1)


@given(st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=40))
def test_no_format_code_breaks_the_reading(number, code):
    value, text = shown(number, code)
    assert isinstance(text, str)
    assert value == number or isinstance(value, dt.date | dt.time)


@given(st.integers(-(10**14), 10**14))
def test_a_whole_number_is_plain(number):
    assert plainly(float(number)) == str(number)
