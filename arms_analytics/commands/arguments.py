"""Arguments that several commands share."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from arms_analytics.network import DATA, network
from arms_analytics.vocabulary import Quarter


def database(parser: argparse.ArgumentParser) -> None:
    """`--database DIR`: the store's folder."""
    named = os.environ.get("ARMS_DATABASE")
    parser.add_argument(
        "--database",
        type=Path,
        metavar="DIR",
        default=Path(named) if named else DATA / "store",
        help="the store's folder (default: data/store, or the folder named by ARMS_DATABASE)",
    )


def quarter(parser: argparse.ArgumentParser, what: str, *, required: bool = False) -> None:
    """`--quarter Q`, as the network counts them."""
    parser.add_argument("--quarter", type=_quarter, metavar="Q", required=required, help=what)


def _quarter(key: str) -> Quarter:
    try:
        return network().quarter(key)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(str(fault)) from None


def new_file(parser: argparse.ArgumentParser, name: str) -> None:
    """`OUT` and `--replace`: a file that people go on to edit, and that is therefore never written over unasked."""
    parser.add_argument("out", type=Path, metavar=name, help="the file to write")
    parser.add_argument("--replace", action="store_true", help="write over a file that is there already")


def workbooks(parser: argparse.ArgumentParser) -> None:
    """What `load` and `check` read, and how they report it."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a workbook, or a folder of workbooks")
    parser.add_argument(
        "--answers", type=Path, metavar="FILE", help="answers to what the reader asked; `check --ask` writes the file"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to report (default: text)")
