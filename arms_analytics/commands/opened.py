"""The store that a command reads."""

from __future__ import annotations

from pathlib import Path

from arms_analytics.commands import say_error
from arms_analytics.store import Snapshot, newest_snapshot


def opened(folder: Path) -> Snapshot:
    """The newest snapshot; on standard error a sentence where it is not the newest that there is."""
    snapshot = newest_snapshot(folder)
    if snapshot.problem:
        say_error(snapshot.problem)
    return snapshot
