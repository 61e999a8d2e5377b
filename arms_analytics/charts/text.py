"""The size of text in a drawn figure: whatever Streamlit's own theme would make smaller, made readable on a screen."""

from __future__ import annotations

import plotly.graph_objects as go

SIZE = {"size": 15}
"""Pixels; nothing on a page is under 14."""


def readable(figure: go.Figure) -> go.Figure:
    """The figure with axes, legend and hover text in the size of the page's own text."""
    figure.update_layout(font=SIZE, legend_font=SIZE, hoverlabel_font=SIZE)
    figure.update_xaxes(tickfont=SIZE, title_font=SIZE)
    figure.update_yaxes(tickfont=SIZE, title_font=SIZE)
    return figure
