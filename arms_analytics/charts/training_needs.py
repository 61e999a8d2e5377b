"""Training topics as a table of cells: how pressing each question is over the region, and which forces need it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from arms_analytics.charts.grid import Grid, added_cells, cells_by_key
from arms_analytics.charts.heads import column_heads, counted_heads
from arms_analytics.charts.register import FAILED, Column, said_cells, said_heads
from arms_analytics.finding_rows import lines
from arms_analytics.network import network
from arms_analytics.vocabulary import in_100


def _chance(row: Any) -> tuple[str, str]:
    if pd.isna(row.probability):
        return ("…", "being worked out") if not row.worked_out else ("–", "too few quarters or reviews to say how sure")
    said = in_100(row.probability)
    return said, f"a chance of {said} that over a third of plans in the region fail"


def _breadth(row: Any) -> tuple[str, str]:
    if pd.isna(row.probability):
        return _chance(row)  # how broad it is follows from how sure one may be of each force
    failing = int(row.forces_failing)
    return f"{failing} of {row.forces}", f"probably failing in {failing} of {row.forces} forces"


def _persistence(row: Any) -> tuple[str, str]:
    said = f"{row.quarters_failing} of {row.quarters}"
    return said, f"a third or more failed in {said} quarters"


COLUMNS = {
    "Chance": Column(_chance, "How sure one may be that over a third of plans in the region would fail now"),
    "Year": FAILED,
    "Forces": Column(_breadth, "Breadth: in how many forces it probably fails", "failing", aside=True),
    "Quarters": Column(
        _persistence, "Persistence: in how many of the last quarters a third or more failed", "failing", aside=True
    ),
}
"""The columns before the forces: how sure, how often, how broad, how lasting."""


def of_topics(topics: pd.DataFrame, runs: pd.DataFrame, columns: Mapping[str, Sequence[str]], caption: str) -> Grid:
    """One row per question in the order of `findings.training_needs`; the last year of each column's forces from
    `findings.runs`. `columns`: the name of a force, or of several together, and which they are.
    """
    rows = counted_heads(topics)
    grouped = any(len(forces) > 1 for forces in columns.values())
    first = [replace(head, aside=head.aside or (grouped and head.key == "Year")) for head in said_heads(COLUMNS)]
    names = (*first, *column_heads(columns))
    cells = said_cells({topic.question_id: topic for topic in lines(topics)}, COLUMNS)
    of_force = {force: name for name, forces in columns.items() for force in forces}
    shown = runs[runs["reviewed_force"].isin(list(of_force))]
    cells |= added_cells(((line.question_id, of_force[line.reviewed_force]), line) for line in lines(shown))
    corner = f"Topic (by {'group' if grouped else 'force'}: reviews below {network().grade_scale.pass_name})"
    return Grid(caption, corner, rows, names, cells_by_key(rows, names, cells))
