"""Plans by how many of their boxes failed, as a table of cells: the region and its forces down, bands across."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd

from arms_analytics.charts.grid import Cell, Grid, Head, cells_by_key, heat
from arms_analytics.charts.heads import REGION, force_rows
from arms_analytics.finding_rows import lines
from arms_analytics.network import network
from arms_analytics.vocabulary import BEYOND_CHANCE

APART = "apart"


def of_plans(found: pd.DataFrame, bands: Mapping[str, int], forces: Sequence[str], caption: str) -> Grid:
    """From the rows of `findings.plan_by_plan`: how many plans are in each band, and how far plans differ.

    `bands`: from how many failing boxes on a plan is in each of them, ascending; the last is tinted.
    """
    below, worst = f"below {network().grade_scale.pass_name}", [*bands][-1]
    rows = (REGION, *force_rows(forces))
    columns = (
        *(
            Head(band, label, f"{label} {below}")
            for band, label in zip(bands, _in_words(list(bands.values())), strict=True)
        ),
        Head(APART, "Apart", "How far plans lie from their quarter's mean, in failing boxes", under="luck", total=True),
    )
    cells: dict[tuple[str, str], Cell] = {}
    for line in lines(found):
        key = line.reviewed_force or REGION.key
        cells |= {(key, band): _counted(getattr(line, band), line.plans, tinted=band == worst) for band in bands}
        cells[key, APART] = _apart(line)
    return Grid(caption, "Force", rows, columns, cells_by_key(rows, columns, cells))


def _in_words(begins: Sequence[int]) -> Iterator[str]:
    """How many boxes each band stands for: `No box`, `1 or 2 boxes`, `3 to 5 boxes`, `6 boxes or more`."""
    for first, after in pairwise(begins):
        last = after - 1
        if last == first:
            yield "No box" if not first else "1 box" if first == 1 else f"{first} boxes"
        else:
            yield f"{first} {'or' if last == first + 1 else 'to'} {last} boxes"
    yield f"{begins[-1]} boxes or more"


def _counted(plans: int, of: int, *, tinted: bool) -> Cell:
    """The more plans of the worst band, the stronger the tint; the others are no fault to point at."""
    return Cell((), str(plans), f"{plans} of {of} plans", heat(plans, of) if tinted else 0)


def _apart(line: Any) -> Cell:
    if pd.isna(line.apart):
        return Cell((), "–", "too few plans to say", "none")
    sign = " ▲" if line.plans_differ == BEYOND_CHANCE else ""
    mean = f"{line.apart:.1f} failing boxes from the mean"
    said = f"{mean} where luck would make it {line.apart_by_luck:.1f}, {line.plans_differ}"
    return Cell((), f"{line.apart:.1f} ({line.apart_by_luck:.1f}){sign}", said, 0)
