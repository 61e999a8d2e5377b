"""Write everything kept into one file: the reviews with their history, and what people wrote.

`restore` brings it back, on this machine or another. The file holds everything that the store holds: keep it where
the store may be kept. The dashboard may stay open meanwhile.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from arms_analytics.commands import arguments as shared


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("out", type=Path, metavar="OUT", help="the file to write, for instance arms-2026-11-22.backup")
    shared.database(parser)


def run(given: argparse.Namespace) -> int:
    """Write the file."""
    from arms_analytics.commands.audited import audited
    from arms_analytics.commands.opened import opened
    from arms_analytics.store.backup import back_up
    from arms_analytics.store.records import open_records

    opened(given.database).close()
    records = open_records(given.database)
    try:
        manifest = back_up(given.database, records, given.out)
    finally:
        records.close()
    audited(given.database, "backup", given.out.name)
    print(f"{given.out}: the state of snapshot {manifest.snapshot}, {given.out.stat().st_size:,} bytes.")
    return 0
