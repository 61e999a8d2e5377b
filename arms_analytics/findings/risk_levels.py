"""Which plans fail more often, by their ARMS risk level: the last four quarters of each force and of the region.

Where a force sends a plan of every level each quarter, all graded by one other force, no level meets stricter
reviewers than another: a level is compared with the other levels of the same force, never with another force's.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from arms_analytics.finding_rows import lines, of_force
from arms_analytics.findings.fit import Fit
from arms_analytics.findings.ranges import beyond_chance, by_chance, likely_range, worth
from arms_analytics.findings.sentences import counted, listed
from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.network import Network
from arms_analytics.vocabulary import (
    LESS_OFTEN,
    MORE_OFTEN,
    WHOLE_REGION,
    WITHIN_CHANCE,
    Quarter,
    RiskLevel,
    said_risk,
    share,
)

ENOUGH_REVIEWS, ENOUGH_BOXES = 4, 8
"""Graded reviews, and independent boxes that they are worth, from which a share is said: 8 reviews on one question."""
COUNTS = ["reviews", "boxes", "failures"]


def find(cursor: Cursor, quarter: Quarter, fit: Fit | None = None) -> pd.DataFrame:
    """One row per force, question and risk level with a graded box in the four quarters up to `quarter`.

    The whole region's rows have no reviewed_force and come first, those of all questions together no question_id.
    Columns: reviewed_force, question_id, short, risk_level; reviews, boxes, failures, of_grade (dict: grade key →
    boxes); worth (independent boxes), share, low, high (of boxes below good, 0 to 1, with its 90% range for plans of
    that kind); others_worth, others_share, others_low, others_high (the same of the other levels there), all four nan
    where there are too few reviews to say; compared (the level fails MORE_OFTEN or LESS_OFTEN than the others, or
    WITHIN_CHANCE; "" where either is not said).
    """
    rows = ask(cursor, "risk_levels", {"quarter": quarter.index})
    all_levels = rows.groupby(["reviewed_force", "question_id"], dropna=False)[COUNTS].transform("sum")
    others = _shares(all_levels - rows[COUNTS], fit).add_prefix("others_")
    rows = pd.concat([rows, _shares(rows[COUNTS], fit), others], axis=1)
    return rows.assign(compared=_compared(rows))


def _shares(counts: pd.DataFrame, fit: Fit | None) -> pd.DataFrame:
    """worth, share, low and high of each row of COUNTS; nan where there are too few reviews to say."""
    failing, boxes = counts["failures"] / counts["boxes"], worth(counts, fit)
    low, high = likely_range(failing, boxes)
    enough = (counts["reviews"] >= ENOUGH_REVIEWS) & (boxes >= ENOUGH_BOXES)
    return pd.DataFrame({"worth": boxes, "share": failing, "low": low, "high": high}).where(enough)


def _compared(rows: pd.DataFrame) -> pd.Series[str]:
    """Of the region and of the forces, over all questions and on single ones: each of the four looked at together."""
    told = rows[rows["share"].notna() & rows["others_share"].notna()]
    chances = by_chance(told["share"], told["worth"], told["others_share"], told["others_worth"])
    together = chances.groupby([told["reviewed_force"].isna(), told["question_id"].isna()])
    beyond = together.transform(beyond_chance).astype(bool)
    more = told["share"] > told["others_share"]
    said = pd.Series(np.select([beyond & more, beyond], [MORE_OFTEN, LESS_OFTEN], WITHIN_CHANCE), index=told.index)
    return said.reindex(rows.index, fill_value="")


def explain(row: pd.Series, network: Network) -> str:
    """A row of `find` as sentences: the count, the share with its range, and the other levels beside it."""
    question = f", {row['question_id']} ({row['short']})" if row["question_id"] else ""
    on = "reviews" if question else f"boxes on {counted(row['reviews'], 'plan')}"
    below = f"fell below {network.grade_scale.pass_name} in the last four quarters"
    said = f"{row['reviewed_force'] or WHOLE_REGION}{question}, {said_risk(row['risk_level']).lower()}"
    said += f": {row['failures']} of {row['boxes']} {on} {below}"
    if pd.isna(row["share"]):
        return f"{said}. Too few reviews to say more."
    return f"{said} ({share(row['share'])}; {_range(row)}). {_beside(row)}"


def _beside(row: pd.Series) -> str:
    if not row["compared"]:
        return "Too few reviews of the other levels to compare."
    others = f"the other levels together ({share(row['others_share'])}; {_range(row, 'others_')})"
    if row["compared"] == WITHIN_CHANCE:
        return f"The difference from {others} is within chance."
    return f"Beyond chance that is {row['compared']} than {others}."


def _range(row: pd.Series, prefix: str = "") -> str:
    return f"likely range for plans of that kind {share(row[f'{prefix}low'])} to {share(row[f'{prefix}high'])}"


def summary(found: pd.DataFrame, force: str | None, network: Network) -> str:
    """What `find` says of a force, or of the region, to be read out: each level's share, and where one is apart."""
    rows = of_force(found, force)
    told = rows[rows["question_id"].isna() & rows["share"].notna()]
    if told.empty:
        return "Too few reviews to say."
    levels = listed(_level(row) for _, row in told.iterrows())
    untold = listed(said_risk(level).lower() for level in RiskLevel if level not in set(told["risk_level"]))
    below = f"In the last four quarters these shares of boxes fell below {network.grade_scale.pass_name}: {levels}"
    below += f"; too few reviews to say of {untold}." if untold else "."
    return " ".join([below, *(_apart(rows) or ["No level differs from the others beyond chance."])])


def _level(row: pd.Series) -> str:
    return (
        f"{share(row['share'])} at {said_risk(row['risk_level']).lower()} ({share(row['low'])} to {share(row['high'])})"
    )


def _apart(rows: pd.DataFrame) -> list[str]:
    """One sentence for each level that fails more, or less, often than the others: over all, and on which questions."""
    apart = rows[rows["compared"].isin([MORE_OFTEN, LESS_OFTEN])]
    return [
        f"Plans of {said_risk(level).lower()} fail {compared} than those of the other levels "
        f"{listed(map(_on, lines(on)))}."
        for level in RiskLevel
        for compared, on in apart[apart["risk_level"] == level].groupby("compared")
    ]


def _on(row: Any) -> str:
    return f"on {row.question_id} ({row.short})" if row.question_id else "over all questions"
