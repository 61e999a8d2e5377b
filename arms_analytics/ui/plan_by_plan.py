"""The failing answers of the plans behind a cell of the page Plan by plan, with the finding as a sentence."""

from __future__ import annotations

import pandas as pd

from arms_analytics.finding_rows import of_force
from arms_analytics.findings import plan_by_plan
from arms_analytics.findings.evidence import failing, reviews_behind
from arms_analytics.network import network
from arms_analytics.ui import actions, data, evidence, selection
from arms_analytics.ui.choosing import Chosen
from arms_analytics.vocabulary import WHOLE_REGION, YEAR, Quarter, Selection


def said(found: pd.DataFrame, force: str | None) -> str:
    """The finding about one force, or the whole region, without its name, which stands before it."""
    _, words = evidence.parted("".join(plan_by_plan.explain(row, network()) for row in _rows(found, force)))
    return words[:1].upper() + words[1:] or "No reviews."


def _rows(found: pd.DataFrame, force: str | None) -> list[pd.Series]:
    return [row for _, row in of_force(found, force).iterrows()]


def show_evidence(found: pd.DataFrame, quarter: Quarter, cell: Chosen) -> None:
    """The panel beside the table: the sentence of the chosen force and what reviewers wrote where its plans failed."""
    if cell is None:
        return evidence.empty("Choose a cell to read the finding as a sentence and what failed on those plans.")
    row, column, _ = cell
    force = row.key if row.key in selection.choices().forces else None
    about = Selection(quarter, force)
    plans = data.find(plan_by_plan.plans, quarter)
    plans = plans[plans["reviewed_force"] == force] if force else plans
    plans = plans[plans["band"] == column.key] if column.key in plan_by_plan.BANDS else plans
    answers = failing(data.find(reviews_behind, about, quarters=YEAR))
    answers = answers[answers["review_id"].isin(plans["review_id"])]
    evidence.panel(
        answers.sort_values(["quarter_index", "reviewed_force", "review_id"], ascending=[False, True, True]),
        None,
        f"{force or WHOLE_REGION}: {column.said[:1].lower()}{column.said[1:]}",
        said(found, force),
        below=lambda: actions.record(about),
        next_step="".join(plan_by_plan.next_step(each) for each in _rows(found, force)),
    )
