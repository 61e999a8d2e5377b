"""The grades of a quarter at a glance, and the failing answers behind one of its cells."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from arms_analytics.charts import this_quarter as charts
from arms_analytics.charts.heatmap import TOTAL
from arms_analytics.findings.evidence import reviews_behind
from arms_analytics.findings.heatmap import count_by
from arms_analytics.ui import actions, data, heatmap, moderation, selection
from arms_analytics.ui import evidence as evidence_panel
from arms_analytics.ui.words import count
from arms_analytics.vocabulary import Quarter, Selection


def show(quarter: Quarter, forces: Sequence[str]) -> None:
    """The table: forces by sections, and the quarter before."""
    now, before = (_counts(each) for each in (quarter, quarter.plus(-1)))
    grid = charts.glance(now, before, forces, selection.choices().questions, quarter)
    cell = selection.named("cell")
    heatmap.show(grid, key="glance", chosen=cell, on_choose=lambda key: selection.change(cell=key))


def evidence(quarter: Quarter) -> bool:
    """The answers below good behind the chosen cell; whether there is one."""
    offered = selection.choices()
    force, _, section = (selection.named("cell") or "").partition("~")
    sections = {question.section or "Others" for question in offered.questions} | {TOTAL.key, charts.BEFORE}
    if force not in offered.forces or section not in sections:
        return False
    of = quarter.plus(-1) if section == charts.BEFORE else quarter
    answers = data.find(reviews_behind, Selection(quarter=of, force=force))
    if section not in (TOTAL.key, charts.BEFORE):
        asked = [question.id for question in offered.questions if (question.section or "Others") == section]
        answers = answers[answers["question_id"].isin(asked)]
    failing = answers[answers["failure"].fillna(False)]
    where = ", ".join([force, *([section] if section in sections - {TOTAL.key, charts.BEFORE} else []), of.label])
    said = f"{count(len(failing), 'answer')} of {int(answers['rank'].notna().sum())} below good"

    def act() -> None:
        moderation.offer(failing)
        actions.record(Selection(quarter=of, force=force))

    evidence_panel.panel(failing, None, where, said, below=act)
    return True


def _counts(quarter: Quarter) -> pd.DataFrame:
    return data.find(count_by, "force", "question", Selection(quarter=quarter))
