"""Excerpts of feedback for a trainer: varied in force and words, the newest first, none shortened."""

from __future__ import annotations

import pandas as pd

SHORTEST = 40
"""Characters: shorter teaches nothing."""
MOST_OF_A_FORCE = 2


def excerpts(answers: pd.DataFrame, most: int) -> pd.DataFrame:
    """At most so many rows of `answers` with words, no two with the same, of each force its newest and fullest."""
    told = answers[answers["feedback"].str.len() >= SHORTEST].drop_duplicates("feedback")
    told = told.assign(length=told["feedback"].str.len()).sort_values(
        ["quarter_index", "length", "review_id"], ascending=[False, False, True]
    )
    varied = told.groupby("reviewed_force", sort=False).head(MOST_OF_A_FORCE)
    return varied.head(most).drop(columns="length")
