"""Processes as a table of cells: how often their answers failed in the year, over the region and in each force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from arms_analytics.charts.grid import Cell, Grid, Head, added_cells, cells_by_key
from arms_analytics.charts.heads import TOTAL, column_heads
from arms_analytics.finding_rows import lines
from arms_analytics.network import network
from arms_analytics.vocabulary import WHOLE_REGION

REGION = replace(TOTAL, label="Region", said=WHOLE_REGION)
FAILING = Head(
    "failing",
    "Forces",
    "Forces failing",
    "In how many forces it probably fails",
    under="failing",
    total=True,
    aside=True,
)


def of_processes(found: pd.DataFrame, runs: pd.DataFrame, columns: Mapping[str, Sequence[str]], caption: str) -> Grid:
    """One row per process in the order of `findings.process_needs`; the last year's answers from `findings.runs`.

    `columns`: the name of a force, or of several together, and which they are.
    """
    heads = (REGION, FAILING, *column_heads(columns))
    column_of = {force: name for name, forces in columns.items() for force in forces}
    rows: list[Head] = []
    cells: dict[tuple[str, str], Cell] = {}
    for process, forces in found.groupby("process", sort=False):
        questions = sorted({question for asked in forces["questions"] for question in asked})
        rows.append(Head(str(process), _begun(str(process)), _begun(str(process)), ", ".join(questions)))
        answers = runs[runs["question_id"].isin(questions)]
        shown = answers[answers["reviewed_force"].isin(list(column_of))]
        cells |= added_cells(((str(process), REGION.key), line) for line in lines(answers))
        cells |= added_cells(((str(process), column_of[line.reviewed_force]), line) for line in lines(shown))
        cells[str(process), FAILING.key] = _failing(forces)
    corner = f"Process (answers below {network().grade_scale.pass_name})"
    return Grid(caption, corner, tuple(rows), heads, cells_by_key(rows, heads, cells))


def _begun(process: str) -> str:
    """With a capital letter, where it is no name."""
    return process[:1].upper() + process[1:]


def _failing(forces: pd.DataFrame) -> Cell:
    """In how many forces one of its questions probably fails; nothing before that can be told of any."""
    if forces["estimate"].isna().all():
        return Cell((), "–", "not told: being worked out, or too few quarters or reviews", 0)
    said = f"{int(forces['probably_failing'].map(len).gt(0).sum())} of {len(forces)}"
    return Cell((), said, f"one of its questions probably fails in {said} forces", 0)
