"""One force over time: the share of boxes good or better, with its range, the region beside it on request."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from arms_analytics.charts.palette import BESIDE, LINE
from arms_analytics.charts.text import readable
from arms_analytics.finding_rows import lines
from arms_analytics.network import network
from arms_analytics.vocabulary import WHOLE_REGION

FORCE, REGION = f"#{LINE}", f"#{BESIDE}"
PERCENT = 100


def of_trend(own: pd.DataFrame, region: pd.DataFrame | None = None) -> go.Figure:
    """From the rows of `findings.force_trends` of one force, and those of the region."""
    figure = go.Figure()
    if region is not None and len(region):
        figure.add_trace(_line(region, WHOLE_REGION, REGION, dash="dot"))
    figure.add_trace(_line(own, str(own["reviewed_force"].iloc[0]), FORCE, ranged=True))
    figure.update_layout(
        height=300,
        margin={"l": 10, "r": 20, "t": 10, "b": 10},
        yaxis={
            "range": [0, PERCENT + 2],
            "ticksuffix": "%",
            "title": f"Boxes graded {network().grade_scale.pass_name} or better",
        },
        legend={"orientation": "h", "y": 1.12},
        hovermode="x unified",
    )
    return readable(figure)


def _line(found: pd.DataFrame, name: str, colour: str, *, dash: str = "solid", ranged: bool = False) -> go.Scatter:
    """A quarter without reviews is a gap: nothing is drawn through what nobody reviewed."""
    first, last = int(found["quarter_index"].min()), int(found["quarter_index"].max())
    rows = found.set_index("quarter_index").reindex(range(first, last + 1)).reset_index()
    bars = {
        "type": "data",
        "symmetric": False,
        "array": PERCENT * (rows["high"] - rows["good"]),
        "arrayminus": PERCENT * (rows["good"] - rows["low"]),
        "color": colour,
    }
    counts = [
        ""
        if pd.isna(row.boxes)
        else f"{row.boxes - row.failures:.0f} of {row.boxes:.0f} boxes on {row.reviews:.0f} plans"
        for row in lines(rows)
    ]
    return go.Scatter(
        x=[network().quarter_at(int(index)).short for index in rows["quarter_index"]],
        y=PERCENT * rows["good"],
        name=name,
        mode="lines+markers",
        line={"color": colour, "dash": dash, "width": 2},
        marker={"size": 9 if ranged else 5},
        error_y=bars if ranged else None,
        text=counts,
        hovertemplate="%{y:.0f}%: %{text}",
    )
