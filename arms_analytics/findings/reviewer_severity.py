"""How strict is each reviewing force, where that can be told: to understand grades by, never to rank forces by."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from arms_analytics.findings.fit import Fit
from arms_analytics.findings.sentences import chance, listed
from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.network import Network
from arms_analytics.vocabulary import AVERAGE_FAILS, Quarter, signed

ENOUGH_QUARTERS, ENOUGH_RELIABILITY = 4, 0.8
SLIGHT, CLEAR = 0.25, 0.6
"""Logits from which a reviewing force is called somewhat, and clearly, stricter or more lenient."""
LOGIT = math.log(AVERAGE_FAILS / (1 - AVERAGE_FAILS))
WOULD_FAIL = {"would_fail": "estimate", "would_fail_low": "low", "would_fail_high": "high"}


def find(cursor: Cursor, quarter: Quarter, fit: Fit | None = None) -> pd.DataFrame:
    """One row per reviewing force up to `quarter`, the strictest first.

    Columns: reviewing_force, reviews, forces_reviewed, quarters, boxes, boxes_failing (raw counts); estimate, low, high
    (logits against the mean reviewing force, more is stricter), probability (that it is on that side of the mean),
    stands (clearly stricter, somewhat stricter, about average, somewhat more lenient, clearly more lenient),
    would_fail, would_fail_low, would_fail_high (of plans of which an average force fails AVERAGE_FAILS, the share that
    this one fails). All but the counts are empty where it cannot be told: `why_not` says why.
    """
    forces = ask(cursor, "reviewer_severity", {"quarter": quarter.index})
    loaded = int(forces["quarters_loaded"].max()) if len(forces) else 0
    reason = why_not(fit, loaded)
    if fit is None or reason:
        empty = dict.fromkeys(["probability", *WOULD_FAIL.values(), *WOULD_FAIL], np.nan)
        return forces.drop(columns="quarters_loaded").assign(**empty, stands="", why_not=reason)
    told = forces.drop(columns="quarters_loaded").merge(fit.severity, on="reviewing_force")
    stricter = told.pop("stricter")
    told["probability"] = stricter.where(told["estimate"] > 0, 1 - stricter)
    told["stands"] = [_stands(estimate) for estimate in told["estimate"]]
    for name, severity in WOULD_FAIL.items():
        told[name] = 1 / (1 + np.exp(-(LOGIT + told[severity])))
    told["why_not"] = ""
    return told.drop(columns="piece").sort_values("estimate", ascending=False, kind="stable", ignore_index=True)


def why_not(fit: Fit | None, quarters: int) -> str:
    """Why strictness cannot be told, in a sentence; empty where it can."""
    if fit is None:
        return "How strict reviewing forces are is being worked out."
    if not fit.severity_connected:
        return "How strict reviewing forces are cannot be told: " + how_to_connect(fit)
    if quarters < ENOUGH_QUARTERS:
        return f"Too few quarters to say: {quarters} of the {ENOUGH_QUARTERS} it takes are loaded."
    if fit.severity_reliability < ENOUGH_RELIABILITY:
        return "Too few reviews to say: the differences between reviewing forces are still within chance."
    return ""


def how_to_connect(fit: Fit) -> str:
    """Who was never compared with whom, and which review would compare them."""
    groups = [group["reviewing_force"].tolist() for _, group in fit.severity.groupby("piece")]
    if len(groups) == 1:
        return f"only {listed(groups[0])} has reviewed so far, and strictness is that of one beside another."
    if not groups:
        return "no review says which force it was reviewed by."
    lists, first, second = "; ".join(listed(group) for group in groups), groups[0][0], groups[1][0]
    more = ", and so on for the others" if len(groups) > 2 else ""
    return (
        f"these were never compared with one another: {lists}. A rotation that changes every quarter would compare "
        f"them; so would one plan a quarter graded twice ({first} also grades a plan that {second} reviews{more})."
    )


def explain(row: pd.Series, network: Network) -> str:
    """A row of `find` as sentences: descriptive, with its range."""
    name, grade = row["reviewing_force"], network.grade_scale.pass_name
    if row["why_not"]:
        return str(row["why_not"])
    side = "stricter" if row["estimate"] > 0 else "more lenient"
    compared = "about as strict as" if row["stands"] == "about average" else f"{row['stands']} than"
    estimate, low, high = (signed(row[key], 2) for key in ("estimate", "low", "high"))
    reach = f"severity {estimate}, likely range {low} to {high} logits"
    average, own = (f"{100 * each:.0f}" for each in (AVERAGE_FAILS, row["would_fail"]))
    plans = f"where that finds {average} plans in 100 below {grade}, it would find {own}"
    return (
        f"{name} is {compared} the average reviewing force, over {row['reviews']} reviews: {plans}. "
        f"There is {chance(row['probability'])} that it is {side} at all ({reach})."
    )


def _stands(estimate: float) -> str:
    if abs(estimate) < SLIGHT:
        return "about average"
    degree = "clearly" if abs(estimate) >= CLEAR else "somewhat"
    return f"{degree} {'stricter' if estimate > 0 else 'more lenient'}"
