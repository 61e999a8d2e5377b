"""What a reviewing force graded, behind a cell of the page Reviewer consistency, with the finding as a sentence."""

from __future__ import annotations

import pandas as pd

from arms_analytics.charts.reviewer_severity import COLUMNS
from arms_analytics.findings import reviewer_severity
from arms_analytics.findings.evidence import failing, reviews_behind
from arms_analytics.network import network
from arms_analytics.ui import data, evidence, moderation
from arms_analytics.ui.choosing import Chosen
from arms_analytics.vocabulary import YEAR, Quarter, Selection


def show_evidence(found: pd.DataFrame, quarter: Quarter, chosen: Chosen) -> None:
    """The panel beside the table: how strict the chosen reviewing force is, and what it found below the line."""
    if chosen is None:
        return evidence.empty(
            "Choose a reviewing force to read how strict it is and what it found wanting. "
            "A quarter's cell shows that quarter alone."
        )
    row, column, cell = chosen
    of_year = column.key in COLUMNS
    last = quarter if of_year else network().quarter(column.key)
    about = Selection(last, reviewing_force=row.key)
    answers = failing(data.find(reviews_behind, about, quarters=YEAR if of_year else 1))
    [severity] = [each for _, each in found.iterrows() if each["reviewing_force"] == row.key]
    evidence.panel(
        answers,
        None,
        f"Reviewed by {row.key}: what failed in {'the year up to ' if of_year else ''}{last.label}",
        reviewer_severity.explain(severity, network()) if of_year else cell.said,
        below=lambda: moderation.offer(answers),
    )
