"""Words worth reading out at the meeting: what reviewers wrote where a force keeps failing, and where it shines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

SHORTEST, LONGEST = 40, 320
"""Characters: shorter says too little to be read out, longer is not listened to. Nothing is ever shortened."""


def worth_reading_out(answers: pd.DataFrame, flagged: Sequence[str], most: int = 3) -> pd.DataFrame:
    """At most so many rows of `answers` (as `reviews_behind` gives them) of one force and quarter.

    First, question by question as `flagged` ranks them, the words beside the worst grade, the fullest first; last, the
    fullest words beside a best grade. A question speaks once.
    """
    told = answers[answers["rank"].notna() & answers["feedback"].str.len().between(SHORTEST, LONGEST)]
    told = told.assign(length=told["feedback"].str.len()).sort_values(
        ["rank", "length", "question_id", "ordinal"], ascending=[True, False, True, True]
    )
    best = told[told["rank"] == answers["rank"].max()]
    praise = list(best[~best["failure"].astype(bool)].index[:1])
    failing = list(_failing(told[told["failure"].astype(bool)], flagged))
    return told.loc[[*failing[: most - len(praise)], *praise]].drop(columns="length")


def _failing(told: pd.DataFrame, flagged: Sequence[str]) -> Iterator[int]:
    """Of each question the first row, flagged questions first."""
    place = {question: number for number, question in enumerate(flagged)}
    firsts = told.drop_duplicates("question_id")
    return iter(
        firsts.assign(place=firsts["question_id"].map(place).fillna(len(place)))
        .sort_values(["place", "rank", "length"], ascending=[True, True, False])
        .index
    )
