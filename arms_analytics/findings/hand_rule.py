"""The hand rule for each force and question: whether it is met, was a quarter ago, and since when throughout.

So many failures among the graded reviews of the last quarters meet it (network.json), however many reviews there were,
once the force has been reviewed in two quarters.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.arrays import IntegerArray

from arms_analytics.findings.sql import Cursor, ask

KEYS = ["reviewed_force", "question_id"]
Flags = npt.NDArray[np.bool_]
Windows = Sequence[tuple[int, int]]
"""(quarters, failures): so many failures in the last so many quarters."""


def judge(cursor: Cursor, cells: pd.DataFrame, quarter: int, windows: Windows) -> tuple[Flags, Flags, IntegerArray]:
    """Of each cell whether the rule is met, whether it was a quarter ago, and since when (Quarter.index, <NA>: not).

    `cells` has reviewed_force, question_id and limit_reached: where that is false there is nothing to judge. Only where
    it is true of any cell is everything read that was ever graded.
    """
    reached = cells["limit_reached"].to_numpy()
    met_now, met_before = np.zeros((2, len(cells)), dtype=bool)
    lasted = np.zeros(len(cells), dtype=np.int64)
    if reached.any():
        history = cells.loc[reached, KEYS].merge(ask(cursor, "hand_rule", {"quarter": quarter}), how="left", on=KEYS)
        met = _met_by_quarter(history, quarter, windows)
        met_now[reached], met_before[reached] = met[:, -1], met[:, -2]
        lasted[reached] = np.logical_and.accumulate(met[:, ::-1], axis=1).sum(axis=1)
    return met_now, met_before, IntegerArray(quarter + 1 - lasted, ~met_now)


def _met_by_quarter(history: pd.DataFrame, quarter: int, windows: Windows) -> Flags:
    """Whether each row of hand_rule.sql met the rule in each quarter up to this one, which is the last column."""
    quarters = np.concatenate(history["quarters"].to_list()).astype(np.int64)
    row = np.repeat(np.arange(len(history)), history["quarters"].map(len))
    first, longest = min(quarters.min(), quarter - 1), max(length for length, _ in windows)
    failures = np.zeros((len(history), longest + quarter - first + 1), dtype=np.int64)  # none before the first
    failures[row, longest + quarters - first] = np.concatenate(history["failures"].to_list())
    up_to = failures.cumsum(axis=1)
    met = np.zeros((len(history), quarter - first + 1), dtype=bool)
    for length, limit in windows:
        met |= up_to[:, longest:] - up_to[:, longest - length : -length] >= limit
    reviewed_twice: Flags = np.arange(first, quarter + 1) >= history["second_quarter"].to_numpy()[:, np.newaxis]
    return met & reviewed_twice
