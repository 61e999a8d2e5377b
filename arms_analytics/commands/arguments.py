"""Arguments that several commands share."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from arms_analytics.network import DATA


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


def workbooks(parser: argparse.ArgumentParser) -> None:
    """What `load` and `check` read, and how they report it."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a workbook, or a folder of workbooks")
    parser.add_argument(
        "--answers", type=Path, metavar="FILE", help="answers to what the reader asked; `check --ask` writes the file"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to report (default: text)")
