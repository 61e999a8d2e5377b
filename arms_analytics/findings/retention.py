"""Which quarters' reviews are kept longer than the network agreed: what is due to be erased."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.vocabulary import Quarter


def find(cursor: Cursor, years: int, today: dt.date, first_month: int) -> pd.DataFrame:
    """One row per quarter that ended more than `years` before `today`: quarter_index, reviews, forces (whole numbers).

    `first_month` is the network's; replaced reviews count too, for they are still stored.
    """
    then = today.replace(year=today.year - years, day=min(today.day, 28))
    return ask(cursor, "retention", {"last_due": Quarter.containing(then, first_month).index - 1})
