"""How cost grows as the work grows: reading, publishing, querying, fitting, answering the heatmap page

Each line begins at the region's size; docs/pictures/growth.png has them side by side, both axes by powers of ten.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import plotly.graph_objects as go

from arms_analytics.findings.heatmap import count_by
from arms_analytics.model.drift import drift
from arms_analytics.model.rating import rate
from arms_analytics.network import network
from arms_analytics.simulation.simulator import simulate
from arms_analytics.store import newest_snapshot
from arms_analytics.vocabulary import Quarter, Selection
from arms_analytics.workbook import read_workbook
from benchmarks.chromium import chromium
from benchmarks.crowd import Link, visit
from benchmarks.made_up import LAST, made_up
from benchmarks.pages import made
from benchmarks.planted import design_of
from benchmarks.reading import painted
from benchmarks.rows import Row, as_time, seconds
from benchmarks.storing import publish_quarter
from tests.app_server import ROOT, app_server, to_its_end

PICTURE = ROOT / "docs" / "pictures" / "growth.png"
Point = tuple[int, float]
"""(how much work, seconds)."""


BENDS = {
    "read a workbook, by tabs": "Straight: each tab costs the same.",
    "publish a quarter, by answers stored": (
        "Flat until copying the snapshot that it begins from weighs more than writing the quarter: from there it "
        "follows the file's size. A snapshot that people read is never written to, which is worth the copy."
    ),
    "heatmap's query, by answers stored": (
        "Flat while planning the query weighs more than reading; then slowly up, because answers lie as they "
        "were loaded and blocks of other quarters are passed over."
    ),
    "fit the model, by grades": (
        "Flat while setting up weighs more; then with forces × questions × quarters, each of which has its own chances "
        "of every level. It runs off the path of any page and is kept."
    ),
    "heatmap page rerun, by forces": "Flat: one query, one message for the grid, however wide; its frame weighs more.",
}
"""Line → why it is straight, or where it bends and why."""


def measure() -> list[Row]:
    """Every line, and the picture of them."""
    answers = (10_000, 100_000, 1_000_000, 10_000_000)
    points = (
        _reading((6, 12, 24, 43)), _publishing(answers), _querying(answers),
        _fitting(((6, 4), (6, 13), (6, 40), (18, 40), (43, 40))), _answering((6, 43)),
    )  # fmt: skip
    lines = {name: list(line) for name, line in zip(BENDS, points, strict=True)}
    _draw(lines)
    return [
        Row(name, ", ".join(f"{size:,}: {as_time(took)}" for size, took in line), why=BENDS[name])
        for name, line in lines.items()
    ]


def _reading(tabs: Sequence[int]) -> Iterator[Point]:
    forces = [force.name for force in network().known_forces]
    with tempfile.TemporaryDirectory() as place:
        for count in tabs:
            path = painted(Path(place) / f"ARMS QA Q1 2025-26 {count}.xlsx", forces[:count])
            yield count, seconds(lambda path=path: read_workbook(path), 3)  # type: ignore[misc]


def _publishing(sizes: Sequence[int]) -> Iterator[Point]:
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            folder, quarters = made_up(Path(place), size), iter(range(8000, 9000))
            yield size, seconds(lambda: publish_quarter(folder, Quarter.from_index(next(quarters))), 3)  # noqa: B023


def _querying(sizes: Sequence[int]) -> Iterator[Point]:
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            snapshot = newest_snapshot(made_up(Path(place), size))
            cursor = snapshot.cursor()
            yield size, seconds(lambda: count_by(cursor, "question", "force", Selection(quarter=LAST)))  # noqa: B023
            snapshot.close()


def _fitting(sizes: Sequence[tuple[int, int]]) -> Iterator[Point]:
    for forces, quarters in sizes:
        design = design_of(simulate(1, forces=forces, quarters=quarters))
        yield design.grade.size, seconds(lambda: drift(rate(design)), 3)  # noqa: B023


def _answering(forces: Sequence[int]) -> Iterator[Point]:
    for count in forces:
        with tempfile.TemporaryDirectory() as place:
            store, quarter = made(Path(place), forces=count, quarters=4)
            link = Link("heatmap", (("quarter", quarter),))
            with app_server(Path(place), store) as app:
                yield count, seconds(lambda: to_its_end(visit(app.url, link)))  # noqa: B023


def _draw(lines: dict[str, list[Point]]) -> None:
    figure = go.Figure()
    for name, line in lines.items():
        sizes, times = zip(*line, strict=True)
        figure.add_scatter(x=sizes, y=times, name=name, mode="lines+markers")
    figure.update_layout(
        template="simple_white", width=1100, height=560, font={"size": 15}, legend={"orientation": "h", "y": -0.2},
        xaxis={"type": "log", "title": "how much: tabs, answers, grades or forces"},
        yaxis={"type": "log", "title": "seconds"},
    )  # fmt: skip
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1100, "height": 560})
        page.set_content(figure.to_html(include_plotlyjs=True))
        page.locator(".plot-container").wait_for()
        page.screenshot(path=PICTURE)
