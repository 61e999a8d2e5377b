"""What the register of promising practice and of change says of each finding."""

from __future__ import annotations

from typing import Any

import pandas as pd

from arms_analytics.charts.register import FAILED, Column
from arms_analytics.vocabulary import in_100, share


def _chance(row: Any) -> tuple[str, str]:
    if pd.isna(row.probability):
        return "–", "too few quarters or reviews to say how sure"
    return in_100(row.probability), f"a chance of {in_100(row.probability)}"


def _best(row: Any) -> tuple[str, str]:
    return f"{row.top} of {row.reviews}", f"{row.top} of the last {row.reviews} reviews had the best grade"


def _others(row: Any) -> tuple[str, str]:
    if pd.isna(row.others):
        return "–", "nothing known of the others"
    return share(row.others), f"in the other forces about {share(row.others)}"


def _status(row: Any) -> tuple[str, str]:
    return row.status, row.status or "not flagged"


def _then(row: Any) -> tuple[str, str]:
    said = f"{row.failures_before} of {row.reviews_before}"
    return said, f"{said} failed in the year before"


COLUMNS = {
    "Chance": Column(_chance, "How sure one may be that more than one plan in three would be given the best grade now"),
    "Best grade": Column(_best, "Reviews of the last year that had the best grade", "in the year"),
    "Others": Column(
        _others, "The share of plans with the best grade in the other forces, estimated", "best grade", aside=True
    ),
    "Status": Column(_status, "Against the quarter before: new or continuing; or to watch", aside=True),
}
CHANGES = {
    "Chance": Column(_chance, "How sure one may be that it changed"),
    "Year": FAILED,
    "Year before": Column(_then, "Reviews of the year before that failed", "failed", aside=True),
}
"""The columns before the quarters."""
