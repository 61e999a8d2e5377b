"""How strict each reviewing force is: a dot and its interval, about the mean reviewing force."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from arms_analytics.charts.text import readable

INK = "#1f4e8c"


def of_severity(found: pd.DataFrame) -> go.Figure:
    """From the rows of `findings.reviewer_severity`, in logits; to the right is stricter."""
    told = found.iloc[::-1]
    figure = go.Figure(
        go.Scatter(
            x=told["estimate"],
            y=told["reviewing_force"],
            mode="markers",
            marker={"size": 11, "color": INK},
            error_x={
                "type": "data",
                "symmetric": False,
                "array": told["high"] - told["estimate"],
                "arrayminus": told["estimate"] - told["low"],
                "color": INK,
                "thickness": 2,
            },
            hovertemplate="%{y}: %{x:.2f} (logits)<extra></extra>",
        )
    )
    figure.add_vline(x=0, line_dash="dot", line_width=1)
    figure.update_layout(
        height=80 + 46 * len(told),
        margin={"l": 10, "r": 20, "t": 10, "b": 40},
        xaxis_title="more lenient  ←  the mean reviewing force  →  stricter (logits)",
    )
    return readable(figure)
