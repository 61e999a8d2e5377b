"""Which store the app reads: real data when there is any, otherwise the demonstration; never both."""

from __future__ import annotations

import os
from pathlib import Path

from arms_analytics.network import DATA
from arms_analytics.store import newest_number

REAL, DEMONSTRATION = DATA / "store", DATA / "demo-store"


def named() -> Path | None:
    """The folder that `ARMS_DATABASE` names, if it does."""
    return Path(name) if (name := os.environ.get("ARMS_DATABASE")) else None


def store() -> Path:
    """The folder the app reads: the named one, otherwise real data when there is any, otherwise the demonstration."""
    return named() or (DEMONSTRATION if newest_number(REAL) is None else REAL)
