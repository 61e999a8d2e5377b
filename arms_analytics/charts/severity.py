"""How strict each reviewing force is: a dot and its range, about the average reviewing force."""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go

from arms_analytics.charts.palette import BESIDE, LINE
from arms_analytics.charts.text import readable
from arms_analytics.network import network

REFERENCE = 20
"""Plans in 100 that the average reviewing force finds below the line, to say severity by."""
LOOSE, TIGHT, FEW = 40, 24, 12
"""Pixels for each reviewing force: where there are few, where there are many; how many are few."""


def would_find(severity: float) -> float:
    """Plans in 100 that a reviewing force of this severity (logits) would find below the line."""
    odds = REFERENCE / (100 - REFERENCE) * math.exp(severity)
    return 100 * odds / (1 + odds)


def of_severity(found: pd.DataFrame) -> go.Figure:
    """From the rows of `findings.reviewer_severity`; to the right is stricter."""
    told = found.iloc[::-1]
    middle, low, high = (told[name].map(would_find) for name in ("estimate", "low", "high"))
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
    figure.add_vline(x=REFERENCE, line_dash="dot", line_width=2, line_color=f"#{BESIDE}")
    below = network().grade_scale.pass_name
    figure.update_layout(
        height=90 + (LOOSE if len(told) <= FEW else TIGHT) * len(told),
        margin={"l": 10, "r": 20, "t": 10, "b": 50},
        xaxis={
            "title": f"Plans in 100 it would find below {below} where the average reviewing force finds {REFERENCE}",
            "rangemode": "tozero",
        },
        yaxis={"range": [-0.7, len(told) - 0.3]},
    )
    return readable(figure)
