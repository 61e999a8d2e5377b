"""Remove reviews, or an officer's reference, for good. This cannot be undone.

The store is built again without them and the older snapshots are deleted; what was clarified about the reviews goes
too, and references to them are blotted out of what people wrote. Backups made before keep them: delete those as well.
Take them out of the source workbooks too: loading a changed copy of one would bring them back.

  erase --review Cumbria 2025-26-Q1 ARMS/CUM/012   one review, by its reference (`high #1` for one without)
  erase --before 2019-20-Q1                        every review of earlier quarters
  erase --officer Cumbria OM-522                   the reference only; the reviews stay
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from arms_analytics.commands import CommandError
from arms_analytics.commands import arguments as shared

if TYPE_CHECKING:
    from arms_analytics.store.erase import Erasure


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--review", nargs=3, metavar=("FORCE", "QUARTER", "REFERENCE"), help="one review")
    what.add_argument("--before", metavar="QUARTER", help="every review of earlier quarters")
    what.add_argument("--officer", nargs=2, metavar=("FORCE", "REFERENCE"), help="an officer's reference")
    parser.add_argument("--yes", action="store_true", help="do not ask for confirmation")
    shared.database(parser)


def run(given: argparse.Namespace) -> int:
    """Erase from the records and the store."""
    from arms_analytics.access import operator
    from arms_analytics.commands.opened import opened
    from arms_analytics.store.erase import Erased, erase
    from arms_analytics.store.records import open_records

    what = _erasure(given)
    if not given.yes and not _confirmed(given):
        raise CommandError("Nothing was erased. Say yes, or give --yes.")
    opened(given.database).close()
    records = open_records(given.database)
    done: list[str] = []

    def elsewhere(gone: Erased) -> None:
        done.append(str(gone))
        keys = [(name.force, name.quarter_index, name.review_key) for name in gone.reviews]
        records.erase(keys, gone.references, f"{operator().name} (command line)", done[0])

    try:
        held = erase(given.database, what, elsewhere)
    finally:
        records.close()
    print(f"Erased: {done[0]}. Delete older backups too, and take it out of the source workbooks.")
    for path in held:
        print(f"{path.name} is held open by another program: the next load deletes it.", file=sys.stderr)
    return 0


def _erasure(given: argparse.Namespace) -> Erasure:
    from arms_analytics.network import network
    from arms_analytics.store.erase import Erasure, OfficerName, ReviewName

    try:
        if given.before:
            return Erasure(before=network().quarter(given.before).index)
        if given.review:
            force, quarter, key = given.review
            return Erasure(reviews=[ReviewName(force, network().quarter(quarter).index, key)])
    except ValueError as fault:
        raise CommandError(str(fault)) from fault
    force, reference = given.officer
    return Erasure(officer=OfficerName(force, reference.strip()))


def _confirmed(given: argparse.Namespace) -> bool:
    if not sys.stdin.isatty():
        return False
    named = given.review or given.officer or [f"everything before {given.before}"]
    return input(f"Erase {' '.join(named)} for good? Type yes: ").strip().lower() == "yes"
