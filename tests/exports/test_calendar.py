"""The meeting's date in everybody's calendar, half an hour at its local time, and moved by the next file."""

import datetime as dt

from icalendar import Calendar

from arms_analytics.exports.calendar import meeting_file
from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter

QUARTER = Quarter(2026, 1)
MADE = dt.datetime(2026, 7, 1, 9)


def event(starts, quarter=QUARTER, made=MADE):
    return Calendar.from_ical(meeting_file(quarter, starts, network(), made=made)).events[0]


def test_the_meeting_takes_half_an_hour_at_its_local_time_in_summer_and_winter():
    summer, winter = event(dt.datetime(2026, 7, 14, 10)), event(dt.datetime(2026, 12, 14, 10))
    assert (summer.start.hour, winter.start.hour) == (9, 10)  # universal time
    assert summer.end - summer.start == dt.timedelta(minutes=30)


def test_it_says_which_quarter_for_whom_and_how_it_is_handled():
    said = event(dt.datetime(2026, 7, 14, 10))
    assert said["summary"] == "ARMS peer review meeting, Q1 2026/27 (Apr–Jun 2026)"
    assert said["description"] == f"{network().name}\nOFFICIAL-SENSITIVE"


def test_a_file_made_anew_moves_the_meeting():
    first = event(dt.datetime(2026, 7, 14, 10))
    moved = event(dt.datetime(2026, 7, 21, 10), made=MADE + dt.timedelta(days=1))
    assert first["uid"] == moved["uid"]
    assert moved["sequence"] > first["sequence"]
    assert event(dt.datetime(2026, 10, 14, 10), Quarter(2026, 2))["uid"] != first["uid"]
