"""How is a force doing over time: the share of boxes good or better, each quarter, with an honest range.

The boxes of one plan are alike, so 100 boxes on four plans tell less than 100 plans would: Wilson's interval (1927)
for the number of independent boxes they are worth (Kish's design effect, 1965).
"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from arms_analytics.findings.fit import Fit
from arms_analytics.findings.sentences import counted, share
from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.network import Network
from arms_analytics.vocabulary import Quarter, Selection

ALIKE = 0.10
"""How alike the boxes of one plan are (intraclass correlation) before the model has said it."""
Z90 = 1.645


def find(cursor: Cursor, quarter: Quarter, fit: Fit | None = None, selection: Selection | None = None) -> pd.DataFrame:
    """One row per force and quarter up to `quarter`, earliest first; the whole region's rows have no reviewed_force.

    `selection` narrows by question and risk level. Columns: reviewed_force (None: region), quarter_index, reviews,
    boxes, failures; good, low, high (share of boxes good or better, 0 to 1, and its 90% range for plans of that kind).
    """
    chosen = selection or Selection()
    levels = [str(level) for level in chosen.risk_levels] or None
    parameters = {"quarter": quarter.index, "question": chosen.question_id, "risk_levels": levels}
    rows = ask(cursor, "force_trends", parameters)
    rows["reviewed_force"] = rows["reviewed_force"].astype("object").where(rows["reviewed_force"].notna(), None)
    worth = rows["boxes"] / (1 + (rows["boxes"] / rows["reviews"] - 1) * _alike(fit))
    rows["good"] = 1 - rows["failures"] / rows["boxes"]
    middle = (rows["good"] + Z90**2 / (2 * worth)) / (1 + Z90**2 / worth)
    chance = rows["good"] * (1 - rows["good"]) / worth
    reach = Z90 * np.sqrt(chance + Z90**2 / (4 * worth**2)) / (1 + Z90**2 / worth)
    return rows.assign(low=(middle - reach).clip(0, 1), high=(middle + reach).clip(0, 1))


def explain(row: pd.Series, network: Network) -> str:
    """A row of `find` as a sentence."""
    name, at = row["reviewed_force"] or "Whole region", network.quarter_at(int(row["quarter_index"]))
    good = f"{row['boxes'] - row['failures']} of {row['boxes']} boxes on {counted(row['reviews'], 'plan')}"
    return (
        f"{name}, {at.label}: {good} were {network.grade_scale.pass_name} or better "
        f"({share(row['good'])}; plans of that kind {share(row['low'])} to {share(row['high'])})."
    )


def _alike(fit: Fit | None) -> float:
    """The intraclass correlation of the boxes of one plan, on the logit scale (Goldstein 2002)."""
    if fit is None:
        return ALIKE
    plan = fit.rating.sd["review"] ** 2 + fit.rating.sd["officer"] ** 2
    return plan / (plan + math.pi**2 / 3)
