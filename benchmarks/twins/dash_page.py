"""The same heatmap, and the reviews behind a cell, in Dash: python -m benchmarks.twins.dash_page STORE PORT QUARTER."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html

from arms_analytics.findings.evidence import reviews_behind
from arms_analytics.findings.heatmap import count_by
from arms_analytics.network import network
from arms_analytics.store import newest_snapshot
from arms_analytics.vocabulary import Selection


def made(store: Path, key: str) -> Dash:
    """The app over this store, at this quarter."""
    snapshot, quarter = newest_snapshot(store), network().quarter(key)
    counts = count_by(snapshot.cursor(), "question", "force", Selection(quarter=quarter))
    shares = counts.assign(share=counts["failures"] / counts["graded"]).pivot(
        index="row", columns="column", values="share"
    )
    figure = go.Figure(go.Heatmap(z=shares.values, x=list(shares.columns), y=list(shares.index)))
    app = Dash(__name__, serve_locally=True)
    app.layout = html.Div([dcc.Graph(id="grades", figure=figure, style={"height": "900px"}), html.Div(id="reviews")])

    @app.callback(Output("reviews", "children"), Input("grades", "clickData"), prevent_initial_call=True)
    def reviews(clicked: dict[str, Any]) -> list[Any]:
        point = clicked["points"][0]
        chosen = Selection(quarter=quarter, force=point["x"], question_id=point["y"])
        found = reviews_behind(snapshot.cursor(), chosen)
        return [html.Article([html.H3(str(line.grade)), html.P(str(line.feedback))]) for line in found.itertuples()]

    return app


if __name__ == "__main__":
    folder, port, key = sys.argv[1:]
    made(Path(folder), key).run(host="127.0.0.1", port=int(port))
