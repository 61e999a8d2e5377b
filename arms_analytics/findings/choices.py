"""What is there to choose from: the quarters, forces and questions of which the snapshot holds a review."""

from __future__ import annotations

import pandas as pd

from arms_analytics.findings.sql import Cursor, ask


def available(cursor: Cursor) -> pd.DataFrame:
    """One row per value: `kind` (quarter, force, reviewing_force, question), `key`, and for questions the labels.

    A quarter's key is its Quarter.index as text. Columns: kind, key, short, section, wording, place.
    """
    return ask(cursor, "choices")


def latest_quarter(cursor: Cursor) -> int | None:
    """The latest quarter (Quarter.index) of which there is a review; None where there is none."""
    choices = available(cursor)
    quarters = choices.loc[choices["kind"] == "quarter", "place"]
    return int(quarters.max()) if len(quarters) else None
