"""Which store the app reads: real data when there is any, otherwise the demonstration; never both."""

from __future__ import annotations

import os
from pathlib import Path

from arms_analytics.network import DATA
from arms_analytics.store import newest_number

REAL, DEMONSTRATION = DATA / "store", DATA / "demo-store"


def store() -> Path:
    """The folder the app reads: `ARMS_DATABASE`, otherwise real data when there is any, otherwise the demonstration."""
    if named := os.environ.get("ARMS_DATABASE"):
        return Path(named)
    return DEMONSTRATION if newest_number(REAL) is None else REAL
