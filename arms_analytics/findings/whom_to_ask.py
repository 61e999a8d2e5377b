"""Whom could a force ask about a question on which it is weak: those that are strong on it, or got better, and why."""

from __future__ import annotations

import numpy as np
import pandas as pd

from arms_analytics.findings.fit import Fit
from arms_analytics.findings.sentences import of_last, where
from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.network import Network
from arms_analytics.vocabulary import FLAGGED, LISTED, Quarter, share


def find(cursor: Cursor, quarter: Quarter, fit: Fit, question_id: str | None = None) -> pd.DataFrame:
    """One row per question and force worth asking about it, the best to ask first within each question.

    A force is worth asking when it is unlikely to fail the question itself (a chance below LISTED). Columns:
    question_id, short, reviewed_force (whom to ask); reviews, failures, top (last four quarters); estimate (share that
    would fail now), top_estimate, top_probability (best grade); why (strong: likely at the top; improved: clearly
    better than a year ago; sound). No rows before the model may speak.
    """
    counts = ask(cursor, "whom_to_ask", {"quarter": quarter.index, "question": question_id})
    said = ["fails_estimate", "fails_probability", "top_estimate", "top_probability", "better_probability"]
    keys = ["reviewed_force", "question_id"]
    rows = counts.merge(fit.cells[[*keys, *said]], on=keys)
    rows = rows[rows["fails_probability"] < LISTED].rename(columns={"fails_estimate": "estimate"})
    strong, improved = rows["top_probability"] >= FLAGGED, rows["better_probability"] >= FLAGGED
    rows["why"] = np.select([strong, improved], ["strong", "improved"], "sound")
    rows["order"] = rows["why"].map({"strong": 0, "improved": 1, "sound": 2})
    rows = rows.sort_values(["question_id", "order", "estimate"], kind="stable", ignore_index=True)
    return rows.drop(columns=["order", "fails_probability", "better_probability"])


def explain(row: pd.Series, network: Network) -> str:
    """A row of `find` as a sentence: whom, and why."""
    grade, best = network.grade_scale.pass_name, network.grade_scale.grades[-1].name.lower()
    failed, top = (of_last(row[name], row["reviews"]) for name in ("failures", "top"))
    reasons = {
        "strong": f"{top} were {best}",
        "improved": f"it got clearly better within a year; {failed} fell below {grade}",
        "sound": f"{failed} fell below {grade}, and about {share(row['estimate'])} would now",
    }
    return f"{where(row)}: {reasons[row['why']]}."
