"""A quarter, a workbook: the demonstration region written by the program's own writer of collated workbooks.

The same region gives the same bytes: every time in a file follows from its quarter.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from arms_analytics.demonstration.region import Demonstration
from arms_analytics.vocabulary import Quarter
from arms_analytics.workbook.writer import Tab, collated_workbook

COLLATED_AFTER = dt.timedelta(days=21)


def demonstration_workbooks(region: Demonstration) -> Iterator[tuple[str, bytes]]:
    """File name and content of each quarter's collated workbook, earliest first."""
    for quarter, reviews in region.by_quarter():
        tabs = [Tab(force, own) for force, own in reviews.items()]
        made = dt.datetime.combine(quarter.ends + COLLATED_AFTER, dt.time(9))
        yield _name(quarter), collated_workbook(tabs, quarter, region.network, made=made, synthetic=True)


def write_workbooks(region: Demonstration, folder: Path) -> Iterator[Path]:
    """Write the workbooks into the folder, giving the path of each as it is written.

    ValueError where the folder holds anything but the workbooks of these quarters: loaded together they would pass
    for one region.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = {_name(region.quarter(place)) for place in range(region.quarters)}
    if others := sorted(path.name for path in folder.iterdir() if path.name not in names):
        raise ValueError(f"{folder} holds other files already ({others[0]}): name an empty or a new folder.")
    for name, content in demonstration_workbooks(region):
        path = folder / name
        path.write_bytes(content)
        yield path


def _name(quarter: Quarter) -> str:
    return f"ARMS peer reviews {quarter.key} (synthetic).xlsx"
