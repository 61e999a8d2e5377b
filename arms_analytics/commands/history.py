"""List every change of the store: loads, undoings, erasures, with who, when and which workbooks."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from arms_analytics.commands import arguments as shared

if TYPE_CHECKING:
    from arms_analytics.store.history import Load, LoadedWorkbook


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to list (default: text)")
    shared.database(parser)


def run(given: argparse.Namespace) -> int:
    """Print the history."""
    from arms_analytics.commands.opened import opened
    from arms_analytics.store.history import history

    loads = history(opened(given.database).cursor())
    if given.format == "json":
        said = [{**asdict(load), "at": load.at.isoformat(), "undone": load.undone} for load in loads]
        print(json.dumps({"loads": said}, ensure_ascii=False, indent=1))
    else:
        for load in loads:
            _print(load)
    return 0


def _print(load: Load) -> None:
    at = f"{load.at.astimezone():%d %B %Y %H:%M}".lstrip("0")
    print(f"{load.load_id}  {at}  {load.who}  {load.action}" + (": taken back" if load.undone else ""))
    if not load.workbooks:
        print(f"     {load.detail}")
    for workbook in load.workbooks:
        print(f"     {workbook.name}: {workbook.reviews} reviews{_fate(workbook)}")


def _fate(workbook: LoadedWorkbook) -> str:
    if workbook.undone_reviews or not workbook.replaced_reviews:
        return ""
    return f", {workbook.replaced_reviews} of them replaced since"
