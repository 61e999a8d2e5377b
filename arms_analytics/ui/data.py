"""What the pages read: the store in use, its newest snapshot, and each finding asked of it once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from arms_analytics.access import officers_shown
from arms_analytics.store import ClarifiedGrade, Snapshot, newest_number, newest_snapshot
from arms_analytics.ui import access, records
from arms_analytics.ui.folder import store


def snapshot() -> Snapshot:
    """The newest state of the store, opened once. NoStoreError when nothing was loaded, StoreError when unreadable."""
    folder = store()
    return _opened(str(folder), newest_number(folder))


@st.cache_resource(max_entries=3, show_spinner=False, on_release=Snapshot.close)
def _opened(folder: str, number: int | None) -> Snapshot:
    """`number` is what makes it another one: a load publishes the next."""
    return newest_snapshot(Path(folder))


Question = Callable[..., pd.DataFrame]


def find(question: Question, *asked: Any, **named: Any) -> pd.DataFrame:
    """The answer of a finding's function, `question(cursor, *asked, **named)`; asked once, then from the cache.

    Kept by snapshot, by version of the records and by what was asked; never by time.
    """
    officers = tuple(sorted(officers_shown(access.viewer(), chosen=bool(st.session_state.get("show_officers")))))
    now = snapshot()
    name = f"{question.__module__}.{question.__qualname__}"
    clarified = records.clarified()
    return _found(str(now.path), clarified, officers, name, asked, named, _question=question, _snapshot=now)


@st.cache_data(max_entries=400, show_spinner=False)
def _found(
    path: str,
    clarified: tuple[ClarifiedGrade, ...],
    officers: tuple[str, ...],
    name: str,
    asked: tuple[Any, ...],
    named: dict[str, Any],
    *,
    _question: Question,
    _snapshot: Snapshot,
) -> pd.DataFrame:
    with _snapshot.cursor(officers, clarified) as cursor:
        return _question(cursor, *asked, **named)
