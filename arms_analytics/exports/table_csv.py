"""A table of cells as CSV: what a page shows, each cell in the words that are read out."""

from __future__ import annotations

import csv
import io

from arms_analytics.charts.grid import Grid
from arms_analytics.exports.formulas import harmless


def table_csv(grid: Grid) -> str:
    """One line per row of the grid under a line of heads; text is safe to open in a spreadsheet."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(harmless(head) for head in (grid.corner, *(column.said for column in grid.columns)))
    for row, cells in zip(grid.rows, grid.cells, strict=True):
        writer.writerow(harmless(text) for text in (row.said, *(cell.said for cell in cells)))
    return file.getvalue()
