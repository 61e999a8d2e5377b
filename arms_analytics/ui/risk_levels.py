"""The failing answers behind a cell of the risk levels, with the finding as a sentence."""

from __future__ import annotations

import pandas as pd

from arms_analytics.finding_rows import of_force
from arms_analytics.findings import risk_levels
from arms_analytics.findings.evidence import failing, reviews_behind
from arms_analytics.network import network
from arms_analytics.ui import actions, data, evidence, selection
from arms_analytics.ui.choosing import Chosen
from arms_analytics.vocabulary import WHOLE_REGION, YEAR, RiskLevel, Selection


def show_evidence(found: pd.DataFrame, chosen: Selection, cell: Chosen) -> None:
    """The panel beside the table: the sentence of the chosen cell and what reviewers wrote where it failed."""
    if cell is None:
        return evidence.empty(
            "Choose a cell to read the finding as a sentence and what reviewers wrote where plans of that risk level "
            "failed."
        )
    row, column, counts = cell
    question, level = selection.choices().question(row.key), RiskLevel(column.key)
    force = chosen.force if question else (row.key if row.key in selection.choices().forces else None)
    about = Selection(chosen.quarter, force, question.id if question else None, (level,))
    answers = failing(data.find(reviews_behind, about, quarters=YEAR))
    where = f"{force or WHOLE_REGION}, {column.said.lower()}: where it failed in the last four quarters"
    said = _said(found, about) or counts.said
    evidence.panel(answers, question, where, said, below=lambda: actions.record(about))


def _said(found: pd.DataFrame, about: Selection) -> str:
    """The finding about one force or the region, one question or all, one level; empty where nothing was graded."""
    rows = of_force(found, about.force)
    here = (rows["question_id"].fillna("") == (about.question_id or "")) & rows["risk_level"].isin(about.risk_levels)
    return " ".join(risk_levels.explain(row, network()) for _, row in rows[here].iterrows())
