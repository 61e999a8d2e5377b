"""Excerpts of feedback for a trainer: varied in force and words, the newest first, none shortened."""

from __future__ import annotations

import pandas as pd

SHORTEST = 40
"""Characters: shorter teaches nothing."""


def excerpts(answers: pd.DataFrame, most: int, most_of_a_force: int = 2) -> pd.DataFrame:
    """At most so many rows of `answers` with words, no two with the same, of each force its newest and fullest."""
    told = answers[answers["feedback"].str.len() >= SHORTEST].drop_duplicates("feedback")
    told = told.assign(length=told["feedback"].str.len()).sort_values(
        ["quarter_index", "length", "review_id"], ascending=[False, False, True]
    )
    varied = told.groupby("reviewed_force", sort=False).head(most_of_a_force)
    return varied.head(most).drop(columns="length")
