"""What the pages read: the newest snapshot of the store in use, and each finding asked of it once."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import streamlit as st

from arms_analytics.findings.fit import Fit
from arms_analytics.network import Network
from arms_analytics.remembered import forget
from arms_analytics.store import Snapshot, newest_number, newest_snapshot
from arms_analytics.ui import access, officers, records
from arms_analytics.ui.folder import store


def begin() -> Snapshot:
    """The newest state of the store, for the whole of this page run even when another is loaded meanwhile.

    NoStoreError when nothing was loaded, StoreError when it cannot be read.
    """
    folder = store()
    records.look_again()
    number = st.session_state["published"] = newest_number(folder)
    now = st.session_state["snapshot"] = _opened(str(folder), number)
    _forget_what_was_erased(str(folder), now.meta.get("oldest_kept", ""))
    return now


def holds_any() -> bool:
    """Whether anything was ever loaded into the store in use."""
    return newest_number(store()) is not None


def snapshot() -> Snapshot:
    """The state of the store that this page run reads."""
    now: Snapshot = st.session_state["snapshot"]
    return now


def changed() -> bool:
    """Whether another state of the store was published since this page run began."""
    return bool(newest_number(store()) != st.session_state["published"])


@st.cache_resource(max_entries=3, show_spinner=False)
def _opened(folder: str, number: int | None) -> Snapshot:
    """`number` is what makes it another one: a load publishes the next.

    Nothing closes it here: the file is let go of when the last page run that began with it has ended.
    """
    return newest_snapshot(Path(folder))


@functools.cache
def _forget_what_was_erased(folder: str, oldest_kept: str) -> None:
    """Once for each erasure, whichever program did it: nothing that was worked out before stays in memory."""
    if oldest_kept:
        st.cache_data.clear()
        st.cache_resource.clear()
        forget()


Found = TypeVar("Found")
"""A finding: a frame, or the small record that a question about one thing gives."""


def find(question: Callable[..., Found], *asked: Any, **named: Any) -> Found:
    """The answer of a finding's function, `question(cursor, *asked, **named)`; asked once, then from the cache.

    Kept by snapshot, by the grades clarified since, by whose officers the viewer may see, and by what was asked;
    never by time. It is here that nobody is given more than the table of rights grants.
    """
    access.viewer()
    now = snapshot()
    basis = Basis(str(now.path), records.version(), tuple(sorted(officers.shown())))
    name = f"{question.__module__}.{question.__qualname__}"
    found: Found = _found(basis, name, asked, named, _question=question, _snapshot=now)
    return found


class Basis(NamedTuple):
    """What a finding that is kept rests on: which snapshot, records as of when, whose officers are shown."""

    path: str
    version: int
    officers: tuple[str, ...]


def _same_fit(fit: Fit) -> int:
    """On one basis a fit is known by its quarter."""
    return fit.quarter


@st.cache_data(max_entries=400, show_spinner=False, hash_funcs={Fit: _same_fit, Network: lambda region: region.name})
def _found(
    basis: Basis, name: str, asked: tuple[Any, ...], named: dict[str, Any], *, _question: Any, _snapshot: Snapshot
) -> Any:
    with _snapshot.reading(basis.officers, records.clarified()) as cursor:
        return _question(cursor, *asked, **named)
