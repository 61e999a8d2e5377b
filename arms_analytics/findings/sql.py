"""How a finding asks its question of a snapshot: the .sql file beside it, a selection, bound parameters."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import pandas as pd

from arms_analytics.vocabulary import Selection

FOLDER = Path(__file__).resolve().parent


class Cursor(Protocol):
    """What `Snapshot.cursor` gives: a database connection on which `reviews`, `answers` and `selected` exist."""

    def execute(self, query: str, parameters: object = ...) -> Cursor:
        """Run one statement."""
        ...

    def df(self) -> pd.DataFrame:
        """Its rows as a frame."""
        ...


@functools.cache
def _text(stem: str) -> str:
    return (FOLDER / f"{stem}.sql").read_text(encoding="utf-8")


def ask(cursor: Cursor, stem: str, parameters: Mapping[str, object] | None = None) -> pd.DataFrame:
    """The rows of `<stem>.sql` with these parameters bound by name. Text that is NULL is None, never NaN."""
    found = cursor.execute(_text(stem), dict(parameters or {})).df()
    for name in found.columns[found.isna().any()]:
        if pd.api.types.is_string_dtype(found[name]) or pd.api.types.is_object_dtype(found[name]):
            found[name] = found[name].astype("object").where(found[name].notna(), None)
    return found


def bound(selection: Selection, quarters: int | None = 1) -> dict[str, object]:
    """A selection as the parameters of `selected(…)`: so many quarters up to its quarter, None for all up to it."""
    last = selection.quarter.index if selection.quarter else None
    first = last - quarters + 1 if last is not None and quarters is not None else None
    return {
        "force": selection.force,
        "question": selection.question_id,
        "first_quarter": first,
        "last_quarter": last,
        "risk_levels": [str(level) for level in selection.risk_levels] or None,
        "reviewing_force": selection.reviewing_force,
    }
