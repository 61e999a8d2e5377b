"""Is it a few plans or all of them: how a year's failures are spread over the plans of each force and of the region.

What fails in few plans is for those who wrote them; what fails a little in every plan is for everybody's training.
If plans of one quarter were alike, luck would deal the failing boxes of each question among them; whether they differ
by more is Pearson's chi-square (1900) of their failures, question by question and so free of who reviewed the quarter.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.special import chdtrc

from arms_analytics.findings.ranges import beyond_chance
from arms_analytics.findings.sentences import counted, number
from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.network import Network
from arms_analytics.vocabulary import BEYOND_CHANCE, WHOLE_REGION, WITHIN_CHANCE, Quarter

ENOUGH_PLANS, ENOUGH_FAILURES = 8, 8
"""Graded plans, and failing boxes on them, from which it is said whether plans differ."""
BANDS = {"none": 0, "few": 1, "some": 3, "many": 6}
"""Plans by how many of their boxes failed: from how many on."""


def plans(cursor: Cursor, quarter: Quarter) -> pd.DataFrame:
    """One row per plan with a graded box in the four quarters up to `quarter`, by force, the most failures first.

    Columns: review_id, reviewed_force, quarter_index; boxes, failures (counts); expected, variance (of the failures,
    were those of its force's quarter dealt by luck question by question); band (a key of BANDS).
    """
    rows = ask(cursor, "plan_by_plan", {"quarter": quarter.index})
    places = np.searchsorted([*BANDS.values()], rows["failures"].to_numpy(dtype=int), side="right") - 1
    return rows.assign(band=np.array([*BANDS])[places])


def find(cursor: Cursor, quarter: Quarter) -> pd.DataFrame:
    """One row for the whole region (no reviewed_force), then one per force with a plan in the four quarters up to it.

    Columns: reviewed_force; plans, boxes, failures, and how many plans are in each band (none, few, some, many);
    apart, apart_by_luck (failing boxes by which a plan lies from the mean of its quarter's plans, and by which it
    would if they were alike), by_chance (how often luck would set them so far apart, 0 to 1), all three nan where
    there are too few plans to say; plans_differ (BEYOND_CHANCE, WITHIN_CHANCE, or "").
    """
    every = plans(cursor, quarter)
    rows = [_row(None, every)] if len(every) else []
    rows += [_row(str(force), own) for force, own in every.groupby("reviewed_force")]
    columns = ["reviewed_force", "plans", "boxes", "failures", *BANDS, "apart", "apart_by_luck", "by_chance"]
    found = pd.DataFrame(rows, columns=columns)
    found["reviewed_force"] = found["reviewed_force"].astype("object").where(found["reviewed_force"].notna(), None)
    return found.assign(plans_differ=_differ(found))


def _row(force: str | None, own: pd.DataFrame) -> tuple[object, ...]:
    bands = own["band"].value_counts()
    counts = (len(own), int(own["boxes"].sum()), int(own["failures"].sum()), *(int(bands.get(b, 0)) for b in BANDS))
    return (force, *counts, *_apart(own))


def _apart(own: pd.DataFrame) -> tuple[float, float, float]:
    """How far plans lie from the mean of their quarter, how far luck would set them, and how often so far."""
    squares = (own["failures"] - own["expected"]) ** 2
    tabs = own.assign(squares=squares).groupby(["reviewed_force", "quarter_index"])
    told = tabs.agg(plans=("squares", "size"), squares=("squares", "sum"), variance=("variance", "mean"))
    told = told[(told["plans"] > 1) & (told["variance"] > 0)]
    if len(own) < ENOUGH_PLANS or own["failures"].sum() < ENOUGH_FAILURES or told.empty:
        return (np.nan,) * 3
    free = told["plans"] - 1
    by_chance = chdtrc(free.sum(), (told["squares"] / told["variance"] * free / told["plans"]).sum())
    return float(np.sqrt(squares.mean())), float(np.sqrt(own["variance"].mean())), float(by_chance)


def _differ(found: pd.DataFrame) -> pd.Series[str]:
    """The region is looked at by itself, the forces together."""
    told = found["by_chance"].dropna()
    beyond = told.groupby(found["reviewed_force"].isna()).transform(beyond_chance).astype(bool)
    said = pd.Series(np.where(beyond, BEYOND_CHANCE, WITHIN_CHANCE), index=told.index, dtype=object)
    return said.reindex(found.index, fill_value="")


def explain(row: pd.Series, network: Network) -> str:
    """A row of `find` as sentences: what failed on how many plans, how far these differ, and whether by chance."""
    below, most = f"below {network.grade_scale.pass_name}", BANDS["many"]
    plans = f"{counted(row['plans'], 'plan')} in the last four quarters"
    said = f"{row['reviewed_force'] or WHOLE_REGION}: {plans}, {row['failures']} of {row['boxes']:,} boxes {below}; "
    said += f"{number(row['none']) if row['none'] else 'none'} had nothing {below}, {number(row['many'])} had "
    said += f"{number(most)} boxes or more."
    if not row["plans_differ"]:
        return f"{said} Too few plans to say whether they differ."
    apart = f"A plan lies about {row['apart']:.1f} failing boxes from its quarter's mean"
    luck = f"luck alone would make it {row['apart_by_luck']:.1f}"
    verdict = "so plans differ beyond chance" if row["plans_differ"] == BEYOND_CHANCE else "so that is within chance"
    return f"{said} {apart}; {luck}, {verdict}."


def next_step(row: pd.Series) -> str:
    """What follows from it."""
    if row["plans_differ"] == BEYOND_CHANCE:
        return "Read the plans with most failures one by one before planning training for everybody."
    if row["plans_differ"] == WITHIN_CHANCE:
        return "Single plans explain little here: look at the questions that fail, in Repeat failures."
    return "Wait for more reviews."
