"""Who reviews whom in a quarter: proposed, recorded, held against what has come; and the reminders that follow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from arms_analytics.access import Right
from arms_analytics.exports.calendar import meeting_file
from arms_analytics.exports.reminder import Late, reminder
from arms_analytics.findings import rotation
from arms_analytics.findings.rotation import Due
from arms_analytics.network import network
from arms_analytics.store.records import Allocation
from arms_analytics.ui import records, selection, take_away
from arms_analytics.ui.table import Markup, table
from arms_analytics.ui.words import plain
from arms_analytics.vocabulary import Quarter, Selection

ABREAST = 3
"""Controls side by side."""
SHOWN = 8
"""Quarters of earlier rotations."""


def choose_quarter() -> Quarter:
    """The quarter to allocate: any that was reviewed, or the next; kept in the address."""
    reviewed = selection.choices().quarters
    offered = {quarter.key: quarter for quarter in (reviewed[-1].plus(1), *reversed(reviewed))}
    now = selection.parameter("quarter", dict.fromkeys(offered), next(iter(offered)))
    key = "choose_allocated"
    st.columns(ABREAST, gap="medium")[0].selectbox(
        "Quarter",
        list(offered),
        index=selection.follow(key, now, list(offered)),
        key=key,
        format_func=lambda name: offered[name].label,
        on_change=lambda: selection.change(quarter=st.session_state[key]),
    )
    selection.show(Selection(quarter=offered[now]))
    return offered[now]


def recorded(quarter: Quarter) -> list[Allocation]:
    """What is recorded for this quarter."""
    return records.kept(lambda book: book.allocations.find(quarter_index=quarter.index))


def edit(quarter: Quarter, found: pd.DataFrame, now: Sequence[Allocation]) -> None:
    """The rotation as it would be recorded: what stands, or the proposal, and the button that records it."""
    forces = network().member_names
    proposed = rotation.next_rotation(found, quarter.index, forces)
    standing = {row.force: row.reviewing_force for row in now}
    st.write("Recorded." if standing else "Proposed: pairs spread evenly over the quarters, never a force itself.")
    chosen, keys = {}, {}
    for place, force in enumerate(forces):
        if place % ABREAST == 0:  # a row of its own for each few: Tab goes through them as they are read
            row = st.columns(ABREAST, gap="medium")
        others = [other for other in forces if other != force]
        wanted = standing.get(force, proposed[force])
        keys[force] = f"reviewing_{quarter.key}_{force}_{wanted}"
        chosen[force] = row[place % ABREAST].selectbox(
            f"{force} is reviewed by",
            others,
            index=others.index(wanted) if wanted in others else 0,
            key=keys[force],
        )
    st.write(rotation.severity_in_words(found, quarter.index, forces, chosen))
    twice = sorted({name for name in chosen.values() if list(chosen.values()).count(name) > 1})
    if twice:
        st.write(f"{plain(', '.join(twice))} would review for more than one force.")
    if records.allowed(Right.LOAD):
        st.button("Record this allocation", on_click=_record, args=(quarter, keys, tuple(now)))


def _record(quarter: Quarter, keys: Mapping[str, str], seen: Sequence[Allocation]) -> None:
    """`keys` name each force's control: what is chosen is read now, not as it was when the page was drawn."""
    plans = network().reviews_expected
    rows = [
        Allocation(quarter_index=quarter.index, force=force, reviewing_force=st.session_state[key], plans=plans)
        for force, key in keys.items()
    ]
    done = f"The allocation for {quarter.label} is recorded."
    records.write(Right.LOAD, (), lambda book, who: book.allocate(quarter.index, rows, who, seen), done)


def against(found: pd.DataFrame, quarter: Quarter, now: Sequence[Allocation]) -> list[Due]:
    """The recorded allocation held against the reviews that came."""
    return rotation.due(found, quarter.index, {(row.force, row.reviewing_force): row.plans for row in now})


def come(lines: Sequence[Due], quarter: Quarter) -> str:
    """The allocation and what has come, as an HTML table."""
    rows = [
        (
            line.force,
            line.reviewing_force,
            f"{line.received} of {line.expected}{_others(line)}",
            Markup("<strong>awaited</strong>") if line.late else "in",
        )
        for line in lines
    ]
    return table(f"What has come for {quarter.label}", ("Force", "Reviewed by", "Reviews in", "State"), rows)


def played(found: pd.DataFrame, quarter: Quarter) -> str:
    """Who reviewed whom in the quarters before this one, as an HTML table: what a proposal takes its turns from."""
    known = {force.name: force.short for force in network().known_forces}
    quarters = [each for each in selection.choices().quarters if each.index < quarter.index][-SHOWN:]
    rotations = [rotation.played(found, each.index) for each in quarters]
    rows = [
        (force, *(known.get(name, name) if (name := turn.get(force)) else "–" for turn in rotations))
        for force in network().member_names
    ]
    return table("Who reviewed whom before", ("Force", *(each.short for each in quarters)), rows)


def _others(line: Due) -> str:
    return f", {line.by_others} more by other forces" if line.by_others else ""


def remind(lines: Sequence[Due], quarter: Quarter) -> None:
    """For each force whose reviews are awaited, the reminder to copy or to open as a mail."""
    late = [line for line in lines if line.late]
    if not lines:
        st.write("Reminders follow from the allocation: record one first.")
        return
    if not late:
        st.write("Nothing is awaited, so nobody needs a reminder.")
        return
    due = st.date_input("Please send by", dt.date.today() + dt.timedelta(days=14), format="DD/MM/YYYY")
    for line in late:
        received = line.received + line.by_others
        words = reminder(Late(line.force, line.reviewing_force, received, line.expected), quarter, network(), due=due)
        with st.expander(f"Reminder for {line.force}"):
            st.code(words.text, language=None, wrap_lines=True)
            name = f"reminder {line.force} {quarter.key}.eml"
            take_away.button("Open as a mail (.eml)", name, take_away.MAIL, words.mail)


def meeting(quarter: Quarter) -> None:
    """A calendar file for the meeting on this quarter's reviews."""
    on, clock = st.columns(2)
    day = on.date_input("Meeting on", quarter.plus(1).starts + dt.timedelta(days=28), format="DD/MM/YYYY")
    at = clock.time_input("At", dt.time(10, 0))
    starts = dt.datetime.combine(day, at)
    name = f"ARMS peer review meeting {quarter.key}.ics"
    take_away.button(
        "Put it into diaries (.ics)",
        name,
        take_away.DIARY,
        lambda: meeting_file(quarter, starts, network(), made=dt.datetime.now()),
    )
