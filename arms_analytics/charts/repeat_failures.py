"""What the register of repeat failures says of each finding: how sure, by which rule, since when."""

from __future__ import annotations

from typing import Any

import pandas as pd

from arms_analytics.charts.register import Column
from arms_analytics.network import network
from arms_analytics.vocabulary import FLAGGED, LISTED, VERY_LIKELY, in_100, share

GROUPS = {
    "very likely": f"Very likely: {in_100(VERY_LIKELY)} or more",
    "probable": f"Probable: {in_100(FLAGGED)} or more",
    "watch": f"To watch: {in_100(LISTED)} or more",
    "rule": "Rule met; may be chance or a strict reviewing force",
    "": "Cleared since the quarter before",
}


def group(row: Any) -> str:
    """The heading under which a finding stands."""
    if row.tier != "rule":
        return GROUPS[row.tier]
    if not row.worked_out:
        return "Rule met"
    if pd.isna(row.probability):
        return "Rule met; too few quarters or reviews to say how sure"
    return "Rule met, as in most forces" if row.relative else GROUPS["rule"]


def _chance(row: Any) -> tuple[str, str]:
    if pd.isna(row.probability):
        return ("…", "being worked out") if not row.worked_out else ("–", "too few quarters or reviews to say how sure")
    return in_100(row.probability), f"a chance of {in_100(row.probability)}"


def _range(row: Any) -> tuple[str, str]:
    if pd.isna(row.estimate):
        return "–", "no estimate"
    low, high = share(row.low), share(row.high)
    return f"{low} to {high}", f"likely between {low} and {high} of plans, best estimate {share(row.estimate)}"


def _rule(row: Any) -> tuple[str, str]:
    thresholds = network().failure_thresholds
    met = "rule met" if row.rule_met else "rule not met"
    if row.rule_met and row.failures < thresholds[max(thresholds)]:
        met = f"rule met by {row.recent_failures} of the last {row.recent_reviews}"
    return f"{row.failures} of {row.reviews}", f"{row.failures} of the last {row.reviews} reviews failed, {met}"


def _status(row: Any) -> tuple[str, str]:
    said = row.status or "rule met"
    return said, said


def _since(row: Any) -> tuple[str, str]:
    if pd.isna(row.since) or row.status in {"cleared", "watch"}:
        return "–", "not flagged now"
    since = network().quarter_at(int(row.since))
    return since.short, f"{'probably failing' if row.third_probability >= FLAGGED else 'rule met'} since {since.label}"


COLUMNS = {
    "Chance": Column(
        _chance,
        "How sure one may be that more than one plan in three would fail now; where most questions fail in most "
        "forces, that one more plan in ten fails than in the other forces",
    ),
    "Fail now": Column(_range, "The share of plans that would fail now: its likely range", "of plans", aside=True),
    "Year": Column(_rule, "Reviews of the last year that failed", "failed"),
    "Status": Column(_status, "Against the quarter before: new, continuing or cleared; or to watch", aside=True),
    "Since": Column(
        _since,
        "Since which quarter it probably fails throughout; by the rule where the chance cannot be told",
        aside=True,
    ),
}
"""The columns before the quarters."""
