"""Training needs by process, on the page Training needs: where answers failed most, and the words behind them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from arms_analytics.charts.grid import Grid
from arms_analytics.charts.process_needs import of_processes
from arms_analytics.findings import process_needs, runs
from arms_analytics.findings.evidence import failing, reviews_behind
from arms_analytics.findings.fit import Fit
from arms_analytics.network import network
from arms_analytics.ui import actions, choosing, data, evidence, moderation, page, training_forces
from arms_analytics.ui.choosing import Chosen
from arms_analytics.vocabulary import WHOLE_REGION, YEAR, Quarter, Selection


def by_process(quarter: Quarter, fit: Fit | None, forces: Sequence[str]) -> Grid | None:
    """The processes as a table, beside what failed in the chosen one; None where there are none."""
    found, columns = data.find(process_needs.find, network(), quarter, fit), training_forces.columns(forces)
    page.line(f"The year up to {quarter.label}", "questions gathered by the process that they are about")
    if found.empty:
        page.notice("No question says which process it is about.")
        return None
    grid = of_processes(found, data.find(runs.find, quarter, YEAR), columns, f"Processes as of {quarter.label}")
    table, beside = page.split()

    def behind(chosen: Chosen) -> None:
        if chosen is None:
            return evidence.empty("Choose a process, or a force's cell, to read what reviewers wrote where it failed.")
        process, column = chosen[0].key, chosen[1].key
        _behind(found[found["process"] == process], quarter, columns.get(column), column)

    with table:
        choosing.show(grid, "processes", beside, behind)
    return grid


def _behind(rows: pd.DataFrame, quarter: Quarter, held: Sequence[str] | None, column: str) -> None:
    """The panel beside the processes. `rows` are those of one; `held` the forces of the chosen column, None for all."""
    about = Selection(quarter, force=held[0] if held and len(held) == 1 else None)
    answers = data.find(reviews_behind, about, quarters=YEAR)
    failed = failing(answers[answers["question_id"].isin(process_needs.asked(rows))])
    failed = failed[failed["reviewed_force"].isin(held)] if held else failed
    whose, told = column if held else WHOLE_REGION, rows[rows["reviewed_force"].isin(held)] if held else rows
    if about.force or told.empty:
        said = " ".join(process_needs.explain(row, network()) for _, row in told.iterrows())
    else:
        said = process_needs.explain_together(told, network(), whose)

    def act() -> None:
        moderation.offer(failed)
        actions.record(about, "training_need")

    where = f"{whose}, {rows['process'].iloc[0]}: where it failed in the year"
    evidence.panel(failed, None, where, said, below=act)
