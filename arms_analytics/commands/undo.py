"""Take one load back: its reviews go, those it had replaced are current again.

`history` lists the loads with their numbers. A load on which later ones stand is taken back after them. Nothing is
deleted: what was taken back stays in the history, and loading its workbooks again brings it back.
"""

from __future__ import annotations

import argparse

from arms_analytics.commands import arguments as shared


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("load", type=int, metavar="LOAD_ID", help="the number of the load in `history`")
    shared.database(parser)


def run(given: argparse.Namespace) -> int:
    """Take it back and say so."""
    from arms_analytics.commands.audited import audited
    from arms_analytics.store.history import undo

    undo(given.database, given.load)
    audited(given.database, "undo", f"load {given.load}")
    print(f"Load {given.load} is taken back.")
    return 0
