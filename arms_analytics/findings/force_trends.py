"""How is a force doing over time: the share of boxes good or better, each quarter, with an honest range."""

from __future__ import annotations

import pandas as pd

from arms_analytics.findings.fit import Fit
from arms_analytics.findings.ranges import likely_range, worth
from arms_analytics.findings.sentences import counted
from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.network import Network
from arms_analytics.vocabulary import WHOLE_REGION, Quarter, Selection, share


def find(cursor: Cursor, quarter: Quarter, fit: Fit | None = None, selection: Selection | None = None) -> pd.DataFrame:
    """One row per force and quarter up to `quarter`, earliest first; the whole region's rows have no reviewed_force.

    `selection` narrows by question and risk level. Columns: reviewed_force (None: region), quarter_index, reviews,
    boxes, failures; good, low, high (share of boxes good or better, 0 to 1, and its 90% range for plans of that kind).
    """
    chosen = selection or Selection()
    levels = [str(level) for level in chosen.risk_levels] or None
    parameters = {"quarter": quarter.index, "question": chosen.question_id, "risk_levels": levels}
    rows = ask(cursor, "force_trends", parameters)
    rows["good"] = 1 - rows["failures"] / rows["boxes"]
    rows["low"], rows["high"] = likely_range(rows["good"], worth(rows, fit))
    return rows


def explain(row: pd.Series, network: Network) -> str:
    """A row of `find` as a sentence."""
    name, at = row["reviewed_force"] or WHOLE_REGION, network.quarter_at(int(row["quarter_index"]))
    good = f"{row['boxes'] - row['failures']} of {row['boxes']} boxes on {counted(row['reviews'], 'plan')}"
    return (
        f"{name}, {at.label}: {good} were {network.grade_scale.pass_name} or better "
        f"({share(row['good'])}; likely range for plans of that kind {share(row['low'])} to {share(row['high'])})."
    )
