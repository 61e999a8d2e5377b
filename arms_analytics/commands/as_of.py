"""A quarter as a command looks at it: with what was known up to it, as corrected since, the model fitted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from arms_analytics.commands.opened import viewed, written
from arms_analytics.findings.choices import latest_quarter
from arms_analytics.findings.kept_fits import KeptFits
from arms_analytics.findings.listing import Asked
from arms_analytics.findings.sql import Cursor
from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter

if TYPE_CHECKING:
    from arms_analytics.store import Snapshot
    from arms_analytics.store.records import Records


@contextmanager
def as_of(folder: Path, quarter: Quarter | None) -> Iterator[tuple[Snapshot, Asked, Records | None]]:
    """The newest snapshot, what is asked of it for this quarter (None: the latest), and what people wrote."""
    with written(folder) as records, viewed(folder) as (snapshot, cursor):
        looked_at = quarter or _latest(cursor)
        kept = KeptFits(folder, snapshot.number, records.version if records else 0)
        fit, before = (kept.worked_out(cursor, at.index) for at in (looked_at, looked_at.plus(-1)))
        yield snapshot, Asked(cursor, network(), looked_at, fit, before), records


def _latest(cursor: Cursor) -> Quarter:
    """The latest quarter with a review; the present one where every load was taken back."""
    latest = latest_quarter(cursor)
    return network().quarter_at(latest) if latest else Quarter.containing(dt.date.today(), network().first_month)
