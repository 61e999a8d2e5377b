"""Write the demonstration region: synthetic collated workbooks, one a quarter, the same for the same arguments.

The region is drawn from the simulator that the findings are measured on: failures that repeat, strict and lenient
reviewing forces, training that works and training that does not. Every tab says that it is synthetic. Load it into
a store of its own:

    python -m arms_analytics demo data/demo-workbooks --records data/demo-store
    python -m arms_analytics load data/demo-workbooks --database data/demo-store

With --records it also writes what the network of the demonstration agreed at its meetings (training, actions,
practice, clarified grades) into the records of that store, where nobody has written any yet.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="an empty or a new folder")
    parser.add_argument("--quarters", type=int, metavar="N", help="how many quarters (default: 13)")
    parser.add_argument("--forces", type=int, metavar="6|43", help="the network's forces, or all that are known")
    parser.add_argument("--seed", type=int, metavar="S", help="another seed gives another region")
    parser.add_argument("--records", type=Path, metavar="STORE", help="the demonstration store to write meetings into")


def run(given: argparse.Namespace) -> int:
    """Write the workbooks, and the records where asked to."""
    from arms_analytics.commands import say_error
    from arms_analytics.demonstration import Demonstration, write_meetings, write_workbooks
    from arms_analytics.network import network
    from arms_analytics.store.records import open_records

    named = {"quarters": given.quarters, "size": given.forces, "seed": given.seed}
    region = Demonstration(network(), **{name: value for name, value in named.items() if value is not None})
    written = 0
    try:
        for path in write_workbooks(region, given.folder):
            written += 1
            if sys.stderr.isatty():
                print(f"\r{written} of {region.quarters}  {path.name}", end="", file=sys.stderr, flush=True)
    except ValueError as fault:
        return say_error(str(fault))
    if sys.stderr.isatty():
        print(file=sys.stderr)
    if given.records:
        given.records.mkdir(parents=True, exist_ok=True)
        write_meetings(region, open_records(given.records))
    print(f"{given.folder}: {written} synthetic collated workbooks. Load them with:")
    print(f"  python -m arms_analytics load {given.folder} --database {given.records or 'data/demo-store'}")
    return 0
