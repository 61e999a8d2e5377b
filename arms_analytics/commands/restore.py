"""Bring a backup back into a folder that holds no store yet.

Everything in the backup is checked before anything is written. To replace a store, move its folder away first; with
ARMS_RECORDS the database named there must hold nothing yet either.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from arms_analytics.commands import arguments as shared


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("backup", type=Path, metavar="IN", help="the file that `backup` wrote")
    shared.database(parser)


def run(given: argparse.Namespace) -> int:
    """Restore it."""
    from arms_analytics.commands.audited import audited
    from arms_analytics.store.backup import restore
    from arms_analytics.store.records import open_records

    records = open_records(given.database)
    try:
        snapshot = restore(given.backup, given.database, records)
    finally:
        records.close()
    audited(given.database, "restore", given.backup.name)
    print(f"{given.database}: restored the state of snapshot {snapshot.number}.")
    return 0
