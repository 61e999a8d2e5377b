"""Risk levels as a table of cells: the region, its forces and the questions down, ARMS risk levels across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from arms_analytics.charts.grid import Cell, Grid, Head, cells_by_key, count_cell
from arms_analytics.charts.heads import REGION, force_rows, question_heads
from arms_analytics.finding_rows import lines
from arms_analytics.vocabulary import LESS_OFTEN, MORE_OFTEN, Question, RiskLevel, share

SIGNS = {MORE_OFTEN: " ▲", LESS_OFTEN: " ▼"}
"""What `compared` says, as a sign behind the range."""


def of_risk_levels(
    found: pd.DataFrame, forces: Sequence[str], questions: Sequence[Question], force: str | None, caption: str
) -> Grid:
    """From the rows of `findings.risk_levels`: the region and these forces over all questions; then each question.

    The questions are of `force`, of the region where it is None.
    """
    together = (REGION, *force_rows(forces))
    single = question_heads(questions)
    rows = (
        *(replace(head, group="All questions together") for head in together),
        *(replace(head, group=f"Question by question: {force or REGION.label.lower()}") for head in single),
    )
    columns = tuple(Head(str(level), level.label, f"{level.label} risk") for level in RiskLevel)
    cells = {
        (line.question_id or line.reviewed_force or REGION.key, line.risk_level): _cell(line)
        for line in lines(found)
        if line.question_id is None or line.reviewed_force == force
    }
    return Grid(caption, "Force or question", rows, columns, cells_by_key(rows, columns, cells), banded=True)


def _cell(line: Any) -> Cell:
    """Where the share below good likely lies; the bare count where there are too few reviews to say."""
    counted = count_cell(line.of_grade, 0, 0)
    if pd.isna(line.share):
        return replace(counted, said=f"{counted.said}, too few reviews to say more")
    spread = f"{share(line.low)} to {share(line.high)}"
    beside = f", {line.compared} than the other levels" if line.compared in SIGNS else ""
    return replace(
        counted,
        text=f"{spread}{SIGNS.get(line.compared, '')}",
        said=f"{counted.said}, likely range for plans of that kind {spread}{beside}",
    )
