"""How strict each reviewing force is: a dot and its range about the average one, and what each graded as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from arms_analytics.charts.grid import Grid, cells_by_key, count_cell
from arms_analytics.charts.heads import force_rows, quarter_heads
from arms_analytics.charts.palette import BESIDE, LINE
from arms_analytics.charts.register import Column, said_cells, said_heads
from arms_analytics.charts.text import readable
from arms_analytics.finding_rows import lines
from arms_analytics.network import network
from arms_analytics.vocabulary import AVERAGE_FAILS, Quarter

LOOSE, TIGHT, FEW = 40, 24, 12
"""Pixels for each reviewing force: where there are few, where there are many; how many are few."""


def of_severity(found: pd.DataFrame) -> go.Figure:
    """From the rows of `findings.reviewer_severity`; to the right is stricter."""
    told = found.iloc[::-1]
    middle, low, high = (100 * told[name] for name in ("would_fail", "would_fail_low", "would_fail_high"))
    average = f"{100 * AVERAGE_FAILS:.0f}"
    ranges = {"type": "data", "symmetric": False, "array": high - middle, "arrayminus": middle - low}
    figure = go.Figure(
        go.Scatter(
            x=middle,
            y=told["reviewing_force"],
            mode="markers",
            marker={"size": 11, "color": f"#{LINE}"},
            error_x=ranges | {"color": f"#{LINE}", "thickness": 2},
            hovertemplate="%{y}: %{x:.0f} in 100<extra></extra>",
        )
    )
    figure.add_vline(x=100 * AVERAGE_FAILS, line_dash="dot", line_width=2, line_color=f"#{BESIDE}")
    below = network().grade_scale.pass_name
    figure.update_layout(
        height=90 + (LOOSE if len(told) <= FEW else TIGHT) * len(told),
        margin={"l": 10, "r": 20, "t": 10, "b": 50},
        xaxis={
            "title": f"Plans in 100 it would find below {below} where the average reviewing force finds {average}",
            "rangemode": "tozero",
        },
        yaxis={"range": [-0.7, len(told) - 0.3]},
    )
    return readable(figure)


def _strictness(row: Any) -> tuple[str, str]:
    if pd.isna(row.estimate):
        return "–", "how strict it is cannot be told"
    finds = f"it finds {100 * row.would_fail:.0f} plans in 100 where the average reviewing force finds"
    return row.stands, f"{row.stands}: {finds} {100 * AVERAGE_FAILS:.0f}"


def _reviews(row: Any) -> tuple[str, str]:
    said = f"{row.reviews} reviews of {row.forces_reviewed} forces in {row.quarters} quarters"
    return str(row.reviews), said


def _forces(row: Any) -> tuple[str, str]:
    return str(row.forces_reviewed), f"plans of {row.forces_reviewed} forces"


def _boxes(row: Any) -> tuple[str, str]:
    said = f"{row.boxes_failing:,} of {row.boxes:,}"
    return said, f"{said} boxes below {network().grade_scale.pass_name} in all its reviews"


COLUMNS = {
    "Strictness": Column(_strictness, "Against the average reviewing force, allowing for which plans it was given"),
    "Reviews": Column(_reviews, "Reviews that it graded up to this quarter", aside=True),
    "Forces": Column(_forces, "Forces whose plans it graded", "reviewed", aside=True),
    "Failed": Column(_boxes, "Boxes that failed, of all that it graded", "of boxes"),
}
"""The columns before the quarters."""


def of_reviewing(found: pd.DataFrame, counts: pd.DataFrame, quarters: Sequence[Quarter], caption: str) -> Grid:
    """One row per row of `findings.reviewer_severity`; `counts` are those of `findings.heatmap` by reviewing force and
    quarter.
    """
    rows, columns = force_rows(found["reviewing_force"].tolist()), (*said_heads(COLUMNS), *quarter_heads(quarters))
    cells = said_cells({row.reviewing_force: row for row in lines(found)}, COLUMNS)
    for line in lines(counts):
        place = (line.row, network().quarter_at(line.column).key)
        cells[place] = count_cell(line.of_grade, line.not_applicable, line.ungraded)
    corner = f"Reviewing force (by quarter: boxes below {network().grade_scale.pass_name})"
    return Grid(caption, corner, rows, columns, cells_by_key(rows, columns, cells), newest_last=True)
