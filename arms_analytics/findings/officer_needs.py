"""Which officer needs training of their own on which question: for that force's lead alone; others see counts."""

from __future__ import annotations

import pandas as pd

from arms_analytics.findings.fit import Fit
from arms_analytics.findings.sentences import chance, guess
from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.network import Network

NAMES = ("reviewed_force", "officer_ref", "question_id")


def find(cursor: Cursor, fit: Fit) -> pd.DataFrame:
    """One row per officer and question that may be spoken of (Fit.officers), of the officers whom this cursor shows.

    Columns: reviewed_force, officer_ref, question_id; plans and failures of the officer on that question (all loaded);
    estimate, low, high (share of the officer's plans that would fail now); probability (of being a logit or more below
    what the force does on it, one in two at least). The likeliest first.
    """
    shown = ask(cursor, "officer_needs", {"quarter": fit.quarter})
    rows = _named(fit).merge(shown, on=["reviewed_force", "officer_ref"])
    return rows.sort_values("probability", ascending=False, kind="stable", ignore_index=True)


def count(fit: Fit) -> pd.DataFrame:
    """One row per force and question: `officers` weak on it. No reference, no detail: planners may see this."""
    weak = _named(fit).groupby(["reviewed_force", "question_id"], as_index=False)
    return weak.agg(officers=("officer_ref", "nunique"))


def explain(row: pd.Series, network: Network) -> str:
    """A row of `find` as sentences."""
    fell = f"{row['failures']} of {row['plans']} plans fell below {network.grade_scale.pass_name}"
    return (
        f"{row['reviewed_force']}, officer {row['officer_ref']}, {row['question_id']}: {fell}. Allowing for how the "
        f"force does on it and who reviewed, there is {chance(row['probability'])} that this officer is "
        f"clearly weaker on it than colleagues (failing now: {guess(row)}). A conversation, not a verdict."
    )


def _named(fit: Fit) -> pd.DataFrame:
    return fit.officers.astype(dict.fromkeys(NAMES, "str"))  # when empty, too
