"""What the register of promising practice and of change says of each finding."""

from __future__ import annotations

from typing import Any

import pandas as pd

from arms_analytics.charts.register import Says
from arms_analytics.charts.repeat_failures import in_100


def _chance(row: Any) -> tuple[str, str]:
    if pd.isna(row.probability):
        return "–", "too few reviews to say how sure"
    return in_100(row.probability), f"a chance of {in_100(row.probability)}"


def _best(row: Any) -> tuple[str, str]:
    return f"{row.top} of {row.reviews}", f"{row.top} of the last {row.reviews} reviews had the best grade"


def _others(row: Any) -> tuple[str, str]:
    if pd.isna(row.others):
        return "–", "nothing known of the others"
    return f"{row.others * 100:.0f}%", f"in the other forces about {row.others * 100:.0f}%"


def _status(row: Any) -> tuple[str, str]:
    return row.status, row.status or "not flagged"


def _now(row: Any) -> tuple[str, str]:
    return f"{row.failures} of {row.reviews}", f"{row.failures} of the last {row.reviews} reviews failed"


def _then(row: Any) -> tuple[str, str]:
    said = f"{row.failures_before} of {row.reviews_before}"
    return said, f"{said} failed in the year before"


COLUMNS: dict[str, Says] = {"Chance": _chance, "Best grade": _best, "Others": _others, "Status": _status}
CHANGES: dict[str, Says] = {"Chance": _chance, "Year": _now, "Year before": _then}
"""The columns before the quarters."""
