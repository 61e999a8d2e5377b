"""Each force's grades at a glance: forces down, sections of the question set across, beside the quarter before."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from arms_analytics.charts.grid import Cell, Grid, Head, added_cells, cells_by_key
from arms_analytics.charts.heads import TOTAL, force_rows
from arms_analytics.finding_rows import lines
from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter, Question

BEFORE = "before"
"""The key of the column that shows the quarter before."""


def glance(
    now: pd.DataFrame, before: pd.DataFrame, forces: Sequence[str], questions: Sequence[Question], quarter: Quarter
) -> Grid:
    """From the rows of `findings.heatmap` (force by question) of this quarter and, if there is one, of that before."""
    sections = {question.id: question.section or "Others" for question in questions}
    earlier = quarter.plus(-1)
    whole = f"All of {earlier.label}"
    columns = [*(Head(section, section, section) for section in dict.fromkeys(sections.values())), TOTAL]
    if not before.empty:
        columns.append(Head(BEFORE, earlier.short, whole, whole, total=True))
    rows = force_rows(forces)
    cells = _cells(now, sections) | {(force, BEFORE): cell for (force, _), cell in _cells(before, {}).items()}
    below = network().grade_scale.pass_name
    caption = f"Grades of {quarter.label}: reviews' boxes below {below}, by force and section"
    return Grid(caption, f"Force (boxes below {below})", rows, tuple(columns), cells_by_key(rows, columns, cells))


def _cells(counts: pd.DataFrame, sections: dict[str, str]) -> dict[tuple[str, str], Cell]:
    """A cell for each force and section, and for each force altogether."""
    return added_cells(
        ((line.row, section), line)
        for line in lines(counts)
        for section in {sections.get(line.column, TOTAL.key), TOTAL.key}
    )
