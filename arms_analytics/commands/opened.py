"""What a command reads: the newest snapshot as the operator may see it, with what people wrote beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from arms_analytics.commands import say_error
from arms_analytics.store import ClarifiedGrade, Snapshot, StoreError, newest_snapshot

if TYPE_CHECKING:
    from arms_analytics.store.hardened import Connection
    from arms_analytics.store.records import Records


def opened(folder: Path) -> Snapshot:
    """The newest snapshot; on standard error a sentence where it is not the newest that there is."""
    snapshot = newest_snapshot(folder)
    if snapshot.problem:
        say_error(snapshot.problem)
    return snapshot


@contextmanager
def viewed(folder: Path) -> Iterator[tuple[Snapshot, Connection]]:
    """The newest snapshot and a cursor on it that shows the operator everything, grades as clarified."""
    snapshot = opened(folder)
    try:
        with snapshot.cursor(officers_of=snapshot.forces, clarified=_clarified(folder)) as cursor:
            yield snapshot, cursor
    finally:
        snapshot.close()


@contextmanager
def written(folder: Path) -> Iterator[Records | None]:
    """The records; None where nobody has written anything yet, which spares loading the database library."""
    if not os.environ.get("ARMS_RECORDS") and not (folder / "records.sqlite").exists():
        yield None
        return
    from arms_analytics.store.records import open_records

    records = open_records(folder)
    try:
        yield records
    finally:
        records.close()


def _clarified(folder: Path) -> list[ClarifiedGrade]:
    try:
        with written(folder) as records:
            return records.moderations.clarified_grades() if records else []
    except StoreError as fault:
        say_error(f"Grades are as the workbooks have them, clarified ones are not known: {fault}")
        return []
