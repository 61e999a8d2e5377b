"""What people write, as pages reach it: opened once, read as it stands now, written only by those who may."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import streamlit as st

from arms_analytics.access import Right, may
from arms_analytics.store import ClarifiedGrade, StoreError
from arms_analytics.store.records import Records, open_records
from arms_analytics.ui import access
from arms_analytics.ui.folder import store
from arms_analytics.ui.words import plain

Row = TypeVar("Row")
NOT_ALLOWED = "{who} may not {right} here. Nothing was stored."


VERSION = "records_version"
PATIENCE = 10
"""Seconds until records that could not be had are asked for again: pages do not wait for a dead server each time."""


def records() -> Records:
    """The records beside the store in use. StoreError says why they cannot be had."""
    access.viewer()
    if found := fault():
        raise StoreError(found)
    return _opened(str(store()))


def fault() -> str:
    """Why what people wrote can be neither seen nor added to now, as a sentence; empty when it can."""
    return _fault(str(store()))


@st.cache_data(ttl=PATIENCE, show_spinner=False)
def _fault(folder: str) -> str:
    try:
        _opened(folder).version  # noqa: B018 -- asking is the test
    except StoreError as found:
        return f"{found} Until then grades are shown as the workbooks have them, and nothing can be recorded."
    return ""


@st.cache_resource(max_entries=3, show_spinner=False, on_release=Records.close)
def _opened(folder: str) -> Records:
    return open_records(Path(folder))


def version() -> int:
    """What findings are kept by, beside the snapshot; -1 while the records cannot be read.

    As of the beginning of the page run, or of the last write in it: a page asks dozens of times.
    """
    if VERSION not in st.session_state:
        try:
            st.session_state[VERSION] = records().version
        except StoreError:
            return -1
    known: int = st.session_state[VERSION]
    return known


def look_again() -> None:
    """Let the next question about the records see what was written since."""
    st.session_state.pop(VERSION, None)


def clarified() -> tuple[ClarifiedGrade, ...]:
    """The grades that were clarified at meetings; none while the records cannot be read."""
    now = version()
    return _clarified(str(store()), now) if now >= 0 else ()


@st.cache_data(max_entries=10, show_spinner=False)
def _clarified(folder: str, version: int) -> tuple[ClarifiedGrade, ...]:
    """`version` makes it another question after each write that findings depend on."""
    return tuple(_opened(folder).moderations.clarified_grades())


def kept(ask: Callable[[Records], list[Row]]) -> list[Row]:
    """The rows that `ask` finds in the records; none while they cannot be had, for the rest of the page stands."""
    try:
        return ask(records())
    except StoreError:
        return []


def allowed(right: Right, *forces: str | None) -> bool:
    """Whether to offer this to the person who is looking: not while it could neither be recorded nor logged."""
    return may(access.viewer(), right, *forces) and not fault()


def write(right: Right, forces: tuple[str | None, ...], work: Callable[[Records, str], object], done: str) -> bool:
    """Do `work(records, who)` if this person may; say `done`, or in one sentence why nothing was stored.

    `forces` are those whom the write concerns. Every write leaves its line in the audit log by itself.
    """
    person = access.viewer()
    if not may(person, right, *forces):
        say(NOT_ALLOWED.format(who=person.described, right=right.value), good=False)
        return False
    try:
        work(records(), person.who)
    except StoreError as fault:
        say(str(fault), good=False)
        return False
    finally:
        look_again()
    say(done)
    return True


def log(what: str, about: str = "") -> None:
    """Put something that was done, and is no write here, into the audit log. `about` names things, never content."""
    records().log(access.viewer().who, what, about)


def log_once(what: str, about: str = "") -> None:
    """As `log`, the first time in this session."""
    logged = st.session_state.setdefault("logged", set())
    if (what, about) not in logged:
        log(what, about)
        logged.add((what, about))


def say(sentence: str, *, good: bool = True) -> None:
    """Keep a sentence for the next run of the page, which shows it with `show_said`."""
    st.session_state["said"] = (sentence, good)


def said() -> bool:
    """Whether a sentence waits for the next run of the page."""
    return "said" in st.session_state


def say_again() -> None:
    """Keep what was shown last for a run that nobody asked for, so that it does not vanish unread."""
    st.session_state["said"] = st.session_state.get("shown_said", ("", True))


def show_said() -> None:
    """What came of the last write, once, and not on paper; the place is kept as in `fits.wait_for`."""
    place = st.container(key="noprint_said")
    sentence, good = st.session_state["shown_said"] = st.session_state.pop("said", ("", True))
    if sentence:
        (place.success if good else place.error)(plain(sentence))
