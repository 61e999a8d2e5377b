"""Write the demonstration region: synthetic collated workbooks, one a quarter, the same for the same arguments.

The region is drawn from the simulator that the findings are measured on: failures that repeat, strict and lenient
reviewing forces, training that works and training that does not. Every tab says that it is synthetic. Load it into
a store of its own:

    python -m arms_analytics demo data/demo-workbooks
    python -m arms_analytics load data/demo-workbooks --database data/demo-store
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
    parser.add_argument("--seed", type=int, default=2026, metavar="S", help="another seed gives another region")


def run(given: argparse.Namespace) -> int:
    """Write the workbooks."""
    from arms_analytics.commands import say_error
    from arms_analytics.demonstration import write_demonstration
    from arms_analytics.network import network

    chosen = {name: value for name in ("quarters", "forces", "seed") if (value := getattr(given, name)) is not None}
    written = 0
    try:
        for path in write_demonstration(given.folder, network(), **chosen):
            written += 1
            if sys.stderr.isatty():
                print(f"\r{written}  {path.name}", end="", file=sys.stderr, flush=True)
    except ValueError as fault:
        return say_error(str(fault))
    finally:
        if written and sys.stderr.isatty():
            print(file=sys.stderr)
    print(f"{given.folder}: {written} synthetic collated workbooks. Load them with:")
    print(f"  python -m arms_analytics load {given.folder} --database data/demo-store")
    return 0
