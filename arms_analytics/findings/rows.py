"""Which rows of a finding's frame are meant: those of one force, or of the whole region."""

from __future__ import annotations

import pandas as pd


def of_force(found: pd.DataFrame, force: str | None) -> pd.DataFrame:
    """The rows of one force; those of the whole region, which have no reviewed_force, where it is None."""
    return found[found["reviewed_force"].fillna("") == (force or "")]
