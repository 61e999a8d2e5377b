"""Which team fails what, where a workbook names teams: counts to read, never a probability."""

from __future__ import annotations

import pandas as pd

from arms_analytics.findings.sentences import of_last
from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.network import Network
from arms_analytics.vocabulary import Quarter


def find(cursor: Cursor, quarter: Quarter) -> pd.DataFrame:
    """One row per force, team and question asked in the last four quarters.

    reviewed_force, team, question_id, short, reviews (graded) and failures among them; of_grade (dict: grade key →
    boxes), not_applicable, ungraded.
    """
    return ask(cursor, "team_needs", {"quarter": quarter.index})


def explain(row: pd.Series, network: Network) -> str:
    """A row of `find` as a sentence."""
    team = f"{row['reviewed_force']}, {row['team']}, {row['question_id']} ({row['short']})"
    if not row["reviews"]:
        return f"{team}: no review of the last four quarters was graded."
    return f"{team}: {of_last(row['failures'], row['reviews'])} fell below {network.grade_scale.pass_name}."
