"""The run of quarters behind a finding: how each force did on each question, quarter by quarter."""

from __future__ import annotations

import pandas as pd

from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.vocabulary import Quarter

SHOWN = 6
"""Quarters that a register shows."""


def find(cursor: Cursor, quarter: Quarter, quarters: int = SHOWN, force: str | None = None) -> pd.DataFrame:
    """One row per force, question and quarter with a review, in so many quarters up to this one.

    reviewed_force, question_id, quarter_index, failures, graded, not_applicable, ungraded (boxes), of_grade (dict:
    grade key → boxes).
    """
    return ask(cursor, "runs", {"quarter": quarter.index, "quarters": quarters, "force": force})
