"""The rows of a finding one at a time, each with its columns as attributes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd


def lines(found: pd.DataFrame) -> Iterator[Any]:
    """Its rows in order; what each column holds is said where the finding is made."""
    return iter(found.itertuples(index=False))
