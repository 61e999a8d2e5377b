"""What has arrived as a table of cells: forces down, quarters across, how many of the expected reviews are in."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from arms_analytics.charts.grid import BLANK, PRESENT, Cell, Grid, cells_by_key, heat
from arms_analytics.charts.heads import force_rows, quarter_heads
from arms_analytics.finding_rows import lines
from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter


def of_coverage(found: pd.DataFrame, forces: Sequence[str], quarters: Sequence[Quarter]) -> Grid:
    """From the rows of `findings.coverage`."""
    rows, columns = force_rows(forces), quarter_heads(quarters)
    counted = found.groupby(["reviewed_force", "quarter_index"])[["reviews"]].sum().reset_index()
    cells = {
        (line.reviewed_force, network().quarter_at(line.quarter_index).key): arrived(line.reviews)
        for line in lines(counted)
    }
    return Grid("Reviews in", "Force", rows, columns, cells_by_key(rows, columns, cells, arrived(0)), newest_last=True)


def arrived(reviews: int) -> Cell:
    """How many of the expected reviews are in; the more are missing, the stronger the tint."""
    expected = network().reviews_expected
    missing = max(0, expected - reviews)
    return Cell(
        (PRESENT,) * reviews + (BLANK,) * missing,
        f"{reviews} of {expected}" if reviews else "none",
        f"{reviews} of {expected} reviews in" if reviews else "no reviews in",
        heat(missing, expected) if reviews else "none",
    )
