"""The snapshot that everything reads: the newest one, of this program's format."""

from __future__ import annotations

from pathlib import Path

from arms_analytics.store import schema
from arms_analytics.store.errors import NoStoreError
from arms_analytics.store.publish import publish
from arms_analytics.store.snapshots import Snapshot, newest_or_none


def newest_snapshot(folder: Path) -> Snapshot:
    """The newest snapshot that can be read, brought up to this program's format where an older one made it.

    NoStoreError when nothing was loaded yet; StoreError when no snapshot can be read, or a newer program made it.
    """
    snapshot = newest_or_none(folder)
    if snapshot is None:
        raise NoStoreError(
            f"Nothing has been loaded into {folder} yet. Load collated workbooks with: "
            "python -m arms_analytics load WORKBOOK_OR_FOLDER"
        )
    if int(snapshot.meta["schema_version"]) < schema.SCHEMA_VERSION:
        snapshot.close()
        publish(folder, lambda draft: None)
        return newest_snapshot(folder)
    return snapshot
