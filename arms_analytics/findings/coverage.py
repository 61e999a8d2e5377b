"""Is everything in: which reviews of which force and quarter have arrived, when, and how much of them is graded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from arms_analytics.findings.sql import Cursor, ask

LATE_AFTER = dt.timedelta(days=14)
"""A tab is late when it arrived this much later than the first tab of its quarter."""


def find(cursor: Cursor) -> pd.DataFrame:
    """One row per quarter, force and risk level with a current review, in order of quarter and force.

    quarter_index, reviewed_force, risk_level (None: not stated), reviews, graded, not_applicable, ungraded,
    failures_without_feedback (boxes), workbook, sheet, reviewing_force (of the first review), arrived (first load of
    this quarter and force).
    """
    return ask(cursor, "coverage")


@dataclass(frozen=True, slots=True)
class Tab:
    """What came from one force for one quarter. `by_level` counts reviews by risk level (None: not stated)."""

    force: str
    reviews: int
    by_level: dict[str | None, int]
    ungraded: int
    without_feedback: int
    arrived: dt.datetime | None
    late: bool
    workbook: str = ""
    sheet: str = ""


def tabs(found: pd.DataFrame, quarter_index: int, forces: Sequence[str]) -> list[Tab]:
    """The tabs of one quarter from the rows of `find`: of each of these forces, then of others that sent one."""
    rows = found[found["quarter_index"] == quarter_index]
    first = rows["arrived"].min() if len(rows) else None
    others = sorted(set(rows["reviewed_force"]) - set(forces))
    return [_tab(force, rows[rows["reviewed_force"] == force], first) for force in (*forces, *others)]


def _tab(force: str, rows: pd.DataFrame, first: pd.Timestamp | None) -> Tab:
    if rows.empty:
        return Tab(force, 0, {}, 0, 0, None, late=False)
    arrived = rows["arrived"].iloc[0]
    return Tab(
        force=force,
        reviews=int(rows["reviews"].sum()),
        by_level={level: int(n) for level, n in zip(rows["risk_level"], rows["reviews"], strict=True)},
        ungraded=int(rows["ungraded"].sum()),
        without_feedback=int(rows["failures_without_feedback"].sum()),
        arrived=arrived.to_pydatetime(),
        late=first is not None and arrived - first > LATE_AFTER,
        workbook=str(rows["workbook"].iloc[0]),
        sheet=str(rows["sheet"].iloc[0]),
    )
