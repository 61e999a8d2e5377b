"""Which topics does the region need training on: each question over all forces, ranked, with how sure one may be.

What one force needs are its repeat failures; officers, teams and processes have stems of their own.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from arms_analytics.findings.fit import Fit
from arms_analytics.findings.sentences import allowing, chance, counted, guess, of_last, too_few
from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.network import Network
from arms_analytics.vocabulary import FLAGGED, Quarter


def find(cursor: Cursor, quarter: Quarter, fit: Fit | None = None) -> pd.DataFrame:
    """One row per question over the last four quarters, the most pressing first.

    Columns: question_id, short; reviews, failures, worst_grades, forces, forces_with_failures; quarters_failing (of
    `quarters`: a third or more of the reviews failed); forces_failing (where the model says more likely than not that
    over a third fail; nan without a fit); estimate, low, high, probability (of more than a third over the region; nan
    where there is too little); breadth (share of forces failing) × persistence (share of quarters failing) × severity
    (failures, the worst grade counting twice, of twice the reviews) = score; worked_out; strictness_told.
    """
    topics = ask(cursor, "training_needs", {"quarter": quarter.index})
    said = ["estimate", "low", "high", "probability"]
    topics["worked_out"] = fit is not None
    topics["strictness_told"] = fit is not None and fit.severity_connected
    if fit is None:
        topics = topics.assign(forces_failing=np.nan, **dict.fromkeys(said, np.nan))
        breadth = topics["forces_with_failures"] / topics["forces"]
    else:
        failing = fit.cells[fit.cells["fails_probability"] >= FLAGGED].groupby("question_id").size()
        topics = topics.merge(fit.by_question, on="question_id", how="left")
        topics["forces_failing"] = topics["question_id"].map(failing).fillna(0).astype(int)
        breadth = topics["forces_failing"] / topics["forces"]
    topics["breadth"] = breadth
    topics["persistence"] = topics["quarters_failing"] / topics["quarters"]
    topics["severity"] = (topics["failures"] + topics["worst_grades"]) / (2 * topics["reviews"])
    topics["score"] = topics["breadth"] * topics["persistence"] * topics["severity"]
    order = ["score", "probability", "failures"]
    return topics.sort_values(order, ascending=False, kind="stable", ignore_index=True)


def explain(row: pd.Series, network: Network) -> str:
    """A row of `find` as sentences."""
    fell = f"{of_last(row['failures'], row['reviews'])} over {counted(row['forces'], 'force')}"
    said = f"{row['question_id']} ({row['short']}), whole region: {fell} fell below {network.grade_scale.pass_name}."
    if not row["worked_out"]:
        return f"{said} How sure one may be is being worked out."
    if pd.isna(row["probability"]):
        return f"{said} {too_few(row['reviews']).capitalize()} to say more."
    failing = int(row["forces_failing"])
    forces = "no force probably fails" if not failing else f"{counted(failing, 'force')} probably fail"
    forces += "s" if failing == 1 else ""
    return (
        f"{said} {allowing(row)} {chance(row['probability'])} that more than one plan in three of the whole region "
        f"would fall below {network.grade_scale.pass_name} now ({guess(row)}); {forces} it."
    )
