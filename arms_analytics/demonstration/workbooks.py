"""A quarter, a workbook: the demonstration region written by the program's own writer of collated workbooks.

The same arguments give the same bytes: the last quarter is fixed, and every time in a file follows from its quarter.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from arms_analytics.demonstration.reviews import RegionInWords
from arms_analytics.model.simulator import simulate
from arms_analytics.network import Force, Network
from arms_analytics.vocabulary import Quarter
from arms_analytics.workbook.writer import Tab, collated_workbook

LAST_DAY = dt.date(2026, 9, 30)
SEED = 2026
QUARTERS = 13
COLLATED_AFTER = dt.timedelta(days=21)
LATE_TAB = 5
"""So many quarters before the last, one force's tab never came: what the data quality page is there to show."""


def demonstration_workbooks(
    network: Network, *, quarters: int = QUARTERS, forces: int | None = None, seed: int = SEED
) -> Iterator[tuple[str, bytes]]:
    """File name and content of each quarter's collated workbook, earliest first.

    `forces` is the number of the network's members, or of all known forces; the network's own by default.
    ValueError where there can be no such region.
    """
    taking_part = _taking_part(network, forces)
    region = simulate(seed, len(taking_part), len(network.question_set.questions), quarters)
    last = demonstrated(network, quarters)[-1]
    late = taking_part[seed % len(taking_part)].name
    for quarter, reviews in RegionInWords(region, network, taking_part, last, seed).quarters():
        if quarter == last.plus(-LATE_TAB):
            reviews.pop(late, None)
        tabs = [Tab(force, own) for force, own in reviews.items()]
        made = dt.datetime.combine(quarter.ends + COLLATED_AFTER, dt.time(9))
        yield file_name(quarter), collated_workbook(tabs, quarter, network, made=made, synthetic=True)


def write_demonstration(
    folder: Path, network: Network, *, quarters: int = QUARTERS, forces: int | None = None, seed: int = SEED
) -> Iterator[Path]:
    """Write the workbooks into the folder, giving the path of each as it is written.

    ValueError where the folder holds anything but demonstration workbooks, or some of other quarters: loaded
    together they would pass for one region.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = [file_name(quarter) for quarter in demonstrated(network, quarters)]
    if others := sorted(path.name for path in folder.iterdir() if path.name not in names):
        raise ValueError(f"{folder} holds other files already ({others[0]}): name an empty or a new folder.")
    for name, content in demonstration_workbooks(network, quarters=quarters, forces=forces, seed=seed):
        path = folder / name
        path.write_bytes(content)
        yield path


def demonstrated(network: Network, quarters: int) -> list[Quarter]:
    """The quarters of the demonstration, earliest first."""
    last = Quarter.containing(LAST_DAY, network.first_month)
    return [last.plus(-back) for back in reversed(range(quarters))]


def file_name(quarter: Quarter) -> str:
    """What the quarter's workbook is called."""
    return f"ARMS peer reviews {quarter.key} (synthetic).xlsx"


def _taking_part(network: Network, forces: int | None) -> Sequence[Force]:
    choices = {len(network.known_forces): network.known_forces, len(network.members): network.members}
    if forces is None:
        return network.members
    if forces not in choices:
        raise ValueError(f"A demonstration has {' or '.join(map(str, sorted(choices)))} forces, not {forces}.")
    return choices[forces]
