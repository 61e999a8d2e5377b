"""The rows of a finding as whoever draws, says or writes them goes through them: one by one, and those of one force."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd


def lines(found: pd.DataFrame) -> Iterator[Any]:
    """Its rows in order, each with its columns as attributes; what they hold is said where the finding is made."""
    return iter(found.itertuples(index=False))


def of_force(found: pd.DataFrame, force: str | None) -> pd.DataFrame:
    """The rows of one force; those of the whole region, which have no reviewed_force, where it is None."""
    return found[found["reviewed_force"].fillna("") == (force or "")]
