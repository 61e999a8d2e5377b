"""The quarterly meeting as a calendar file, for everybody's diary."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from arms_analytics.network import Network
from arms_analytics.vocabulary import Quarter

LOCAL = ZoneInfo("Europe/London")
LENGTH = dt.timedelta(minutes=30)


def meeting_file(quarter: Quarter, starts: dt.datetime, network: Network, *, made: dt.datetime) -> bytes:
    """An .ics file of the meeting on this quarter's reviews. `starts` and `made` are times in England.

    The same quarter keeps its identity, so that a file made anew moves the meeting instead of doubling it.
    """
    event = Event()
    event.add("uid", f"{quarter.key}@arms-peer-review.{'-'.join(network.name.lower().split())}")
    event.add("sequence", int(made.replace(tzinfo=LOCAL).timestamp()) // 60)
    event.add("dtstamp", _utc(made))
    event.add("dtstart", _utc(starts))
    event.add("dtend", _utc(starts) + LENGTH)
    event.add("summary", f"ARMS peer review meeting, {quarter.label}")
    event.add("description", f"{network.name}\n{network.protective_marking}")
    event.add("class", "PRIVATE")
    calendar = Calendar()
    calendar.add("prodid", "-//ARMS Peer Review Analytics//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _utc(local: dt.datetime) -> dt.datetime:
    return local.replace(tzinfo=LOCAL).astimezone(dt.UTC)
