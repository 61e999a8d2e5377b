"""Registers of findings: a table whose rows open the sentence, the run of quarters and the reviews behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd

from arms_analytics.charts.grid import Grid
from arms_analytics.findings.evidence import reviews_behind
from arms_analytics.ui import actions, choosing, data, evidence, moderation, page, selection
from arms_analytics.ui.choosing import Chosen
from arms_analytics.vocabulary import YEAR, Quarter, Selection

FIRST_QUARTER = (
    "Too early to say: it takes the reviews of more than one quarter. Grading heatmap and Feedback search show what "
    "was written in this one; load the workbooks of earlier quarters, if there are any."
)


def show(
    grid: Grid,
    found: pd.DataFrame,
    quarter: Quarter,
    kind: str,
    explain: Callable[[Any], str],
    next_step: Callable[[Any], str] = lambda row: "",
    offer: Callable[[Selection], None] | None = None,
) -> None:
    """The register, and beside it what stands behind the chosen cell, which begins with `explain(row)`.

    `kind` is what an action recorded from here answers. `offer` draws first what else can be done about the finding.
    """
    table, beside = page.split()

    def behind(chosen: Chosen) -> None:
        if chosen is None:
            return evidence.empty(
                "Choose a row to read the finding as a sentence and the reviews behind it. "
                "A quarter's cell shows that quarter alone."
            )
        force, _, question_id = chosen[0].key.partition(":")
        row = found[(found["reviewed_force"] == force) & (found["question_id"] == question_id)].iloc[0]
        single = next((each for each in selection.choices().quarters if each.key == chosen[1].key), None)
        about = Selection(quarter=single or quarter, force=force, question_id=question_id)
        answers = data.find(reviews_behind, about, quarters=1 if single else YEAR)

        def act() -> None:
            if offer:
                offer(about)
            moderation.offer(answers)
            actions.record(replace(about, quarter=quarter), kind)

        where = f"{force}, {single.label}" if single else f"{force}, the year up to {quarter.label}"
        question = selection.choices().question(question_id)
        evidence.panel(answers, question, where, explain(row), below=act, next_step=next_step(row))

    with table:
        choosing.show(grid, f"register_{kind}", beside, behind)


def narrowed(found: pd.DataFrame, chosen: Selection) -> pd.DataFrame:
    """The findings of the forces shown and the chosen question."""
    keep = found["reviewed_force"].isin(selection.forces_shown())
    if chosen.question_id:
        keep &= found["question_id"] == chosen.question_id
    return found[keep]


def quarters(last: Quarter, shown: int) -> list[Quarter]:
    """The quarters with reviews among so many up to this one."""
    return [each for each in selection.choices().quarters if last.index - shown < each.index <= last.index]


def nothing(sentence: str, quarter: Quarter) -> None:
    """Why a register is empty: as of the first quarter because nothing can be told yet, otherwise `sentence`."""
    page.notice(FIRST_QUARTER if selection.is_first(quarter) else sentence)
