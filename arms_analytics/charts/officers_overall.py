"""The officers of one force as a table of cells, in the order of their references: a description, not a ranking."""

from __future__ import annotations

from typing import Any

import pandas as pd

from arms_analytics.charts.grid import Grid, Head, cells_by_key
from arms_analytics.charts.register import Column, said_cells, said_heads
from arms_analytics.finding_rows import lines
from arms_analytics.network import network
from arms_analytics.vocabulary import in_100, share


def _plans(row: Any) -> tuple[str, str]:
    return str(row.plans), f"{row.plans} plans"


def _answers(row: Any) -> tuple[str, str]:
    said = f"{row.failures} of {row.answers}"
    return said, f"{said} graded answers below {network().grade_scale.pass_name}"


def _range(row: Any) -> tuple[str, str]:
    if pd.isna(row.probability):
        return "–", "too few reviews to say"
    said = f"{share(row.low)} to {share(row.high)}"
    return said, f"likely failing now: {said} of answers"


def _chance(row: Any) -> tuple[str, str]:
    if pd.isna(row.probability):
        return "–", "too few reviews to say"
    return in_100(row.probability), f"a chance of {in_100(row.probability)} to do clearly worse than colleagues"


COLUMNS = {
    "Plans": Column(_plans, "Plans with a graded answer, all loaded"),
    "Failed": Column(_answers, "Answers that failed, of all that were graded", "of answers"),
    "Fail now": Column(_range, "The share of answers that would fail now: its likely range", "of answers"),
    "Worse": Column(_chance, "How sure one may be that they do clearly worse overall than colleagues", "chance"),
}


def of_officers(found: pd.DataFrame, caption: str) -> Grid:
    """One row per row of `findings.officers_overall`, keyed by force and place: no link holds a reference."""
    officers = {f"{row.reviewed_force}:{place}": row for place, row in enumerate(lines(found))}
    rows = tuple(Head(key, row.officer_ref, f"Officer {row.officer_ref}") for key, row in officers.items())
    columns = said_heads(COLUMNS)
    return Grid(caption, "Officer", rows, columns, cells_by_key(rows, columns, said_cells(officers, COLUMNS)))
