"""A table to choose a cell from, and beside it what stands behind the cell: a part of a page drawn by itself."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.delta_generator import DeltaGenerator

from arms_analytics.charts.grid import Cell, Grid, Head
from arms_analytics.ui import cell_table, page, selection

Chosen = tuple[Head, Head, Cell] | None
"""Row, column and cell that were chosen."""


def show(grid: Grid, key: str, beside: DeltaGenerator, behind: Callable[[Chosen], None]) -> None:
    """Show the table here; `behind` draws into `beside` what was chosen. Choosing draws the two again, nothing else."""

    def draw() -> None:
        cell = selection.named("cell")
        cell_table.show(grid, key=key, chosen=cell, on_choose=lambda now: selection.change(cell=now))
        with beside:
            behind(grid.at(cell))

    page.part(draw)
