"""What is worth copying: forces strong on a question on which the others are not."""

from __future__ import annotations

import numpy as np
import pandas as pd

from arms_analytics.findings.fit import Fit
from arms_analytics.findings.sentences import allowing, chance, counted, guess, of_last, too_few, where
from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.network import Network
from arms_analytics.vocabulary import FLAGGED, LISTED, Quarter, share

OTHERS_BELOW = 0.30
"""Where the other forces reach the best grade this often on average, there is nothing to copy."""


def find(cursor: Cursor, quarter: Quarter, fit: Fit | None = None, before: Fit | None = None) -> pd.DataFrame:
    """Every force and question with graded reviews in the last four quarters; `listed` marks the findings.

    Columns: reviewed_force, question_id, short; reviews, top (best grades among them), failures, top_by (forces that
    gave them); estimate, low, high (share of plans given the best grade now), probability (of more than a third; nan:
    too few reviews, or no fit); others (their mean share; nan without any); distinct (others below OTHERS_BELOW);
    status (new, continuing, cleared, watch or ""); worked_out; strictness_told; listed (distinct, and LISTED or more).
    The likeliest first.
    """
    cells = ask(cursor, "promising_practice", {"quarter": quarter.index})
    cells, earlier = _with_fit(cells, fit), _with_fit(cells, before)
    cells["listed"] = cells["distinct"] & (cells["probability"] >= LISTED)
    stands = cells["distinct"] & (cells["probability"] >= FLAGGED)
    stood = earlier["distinct"] & (earlier["probability"] >= FLAGGED)
    kinds = ["continuing", "new", "cleared", "watch"]
    cells["status"] = np.select([stands & stood, stands, stood, cells["listed"]], kinds, "")
    cells["worked_out"] = fit is not None
    cells["strictness_told"] = fit is not None and fit.severity_connected
    order = ["listed", "probability"]
    return cells.sort_values(order, ascending=False, kind="stable", ignore_index=True)


def _with_fit(cells: pd.DataFrame, fit: Fit | None) -> pd.DataFrame:
    said = ["estimate", "low", "high", "probability", "others"]
    if fit is None:
        return cells.assign(**dict.fromkeys(said, np.nan), distinct=False)
    keys = ["reviewed_force", "question_id"]
    tops = {f"top_{name}": name for name in said[:-1]} | {"others_top": "others"}
    joined = cells.merge(fit.cells[[*keys, *tops]].rename(columns=tops), on=keys, how="left")
    return joined.assign(distinct=joined["others"] < OTHERS_BELOW)


def explain(row: pd.Series, network: Network) -> str:
    """A row of `find` as sentences."""
    best = network.grade_scale.grades[-1].name.lower()
    by = f", said by {counted(row['top_by'], 'force')}" if row["top_by"] else ""
    said = f"{where(row)}: {of_last(row['top'], row['reviews'])} {'was' if row['top'] == 1 else 'were'} {best}{by}."
    if not row["worked_out"]:
        return f"{said} How sure one may be is being worked out."
    if pd.isna(row["probability"]):
        return f"{said} {too_few(row['reviews']).capitalize()} to say more."
    others = "" if pd.isna(row["others"]) else f"; in the other forces about {share(row['others'])} are"
    return (
        f"{said} {allowing(row)} {chance(row['probability'])} that more than one "
        f"plan in three would be {best} now ({guess(row)}){others}."
    )
