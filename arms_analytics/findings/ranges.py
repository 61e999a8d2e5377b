"""A share of boxes with an honest range, and whether it differs from another beyond chance.

The boxes of one plan are alike, so 100 boxes on four plans tell less than 100 plans would: Wilson's interval (1927)
for the number of independent boxes they are worth (Kish's design effect, 1965). The more differences are looked at,
the more are large by chance alone: Benjamini and Hochberg (1995) allow for how many.
"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from scipy.special import ndtr

from arms_analytics.findings.fit import Fit
from arms_analytics.model.statements import Z90

ALIKE = 0.10
"""How alike the boxes of one plan are (intraclass correlation) before the model has said it."""
WRONGLY = 0.10
"""The share of the differences said to be beyond chance that may be chance all the same."""


def worth(counts: pd.DataFrame, fit: Fit | None) -> pd.Series[float]:
    """How many independent boxes the `boxes` on so many `reviews` are worth; as many where each plan has one."""
    return counts["boxes"] / (1 + (counts["boxes"] / counts["reviews"] - 1) * _alike(fit))


def likely_range(share: pd.Series[float], boxes: pd.Series[float]) -> tuple[pd.Series[float], pd.Series[float]]:
    """Low and high end (0 to 1) of the 90% range of a share found on so many independent boxes."""
    middle = (share + Z90**2 / (2 * boxes)) / (1 + Z90**2 / boxes)
    chance = share * (1 - share) / boxes
    reach = Z90 * np.sqrt(chance + Z90**2 / (4 * boxes**2)) / (1 + Z90**2 / boxes)
    return (middle - reach).clip(0, 1), (middle + reach).clip(0, 1)


def by_chance(
    share: pd.Series[float], boxes: pd.Series[float], other: pd.Series[float], other_boxes: pd.Series[float]
) -> pd.Series[float]:
    """How often two shares on so many independent boxes would differ as much or more where plans do not (0 to 1)."""
    both = (share * boxes + other * other_boxes) / (boxes + other_boxes)
    errors = (share - other).abs() / (both * (1 - both) * (1 / boxes + 1 / other_boxes)) ** 0.5
    return pd.Series(2 * ndtr(-errors.fillna(0).to_numpy(dtype=float)), index=share.index, dtype=float)


def beyond_chance(chances: pd.Series[float]) -> pd.Series[bool]:
    """Which of these differences, looked at together, are beyond chance: about one in ten of them wrongly."""
    allowed = WRONGLY * chances.rank(method="max") / len(chances)
    return chances <= chances[chances <= allowed].max()


def _alike(fit: Fit | None) -> float:
    """The intraclass correlation of the boxes of one plan, on the logit scale (Goldstein 2002)."""
    if fit is None:
        return ALIKE
    plan = fit.rating.sd["review"] ** 2 + fit.rating.sd["officer"] ** 2
    return plan / (plan + math.pi**2 / 3)
