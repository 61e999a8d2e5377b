"""Did the grades move after an action was agreed? Counts on both sides of the meeting; a count, not a proof."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.network import Network
from arms_analytics.vocabulary import Quarter

ENOUGH = 4
"""Graded reviews since the meeting from which on a comparison is offered."""

Agreed = tuple[int, str | None, str | None, int]
"""An action as asked about: id, force, question id (None: all), Quarter.index of the meeting's quarter."""


def find(cursor: Cursor, agreed: Sequence[Agreed], last: Quarter) -> pd.DataFrame:
    """One row per action in `agreed`: id, graded_before, failures_before, graded_since, failures_since (whole numbers).

    Before: the four quarters up to the meeting's; since: the quarters after it, up to `last`.
    """
    ids, forces, questions, quarters = (list(column) for column in zip(*agreed, strict=True)) if agreed else ([],) * 4
    asked = {"ids": ids, "forces": forces, "questions": questions, "quarters": quarters, "last_quarter": last.index}
    return ask(cursor, "action_outcomes", asked)


def explain(row: Any, network: Network) -> str:
    """What became of the grades, to be read out beside the action."""
    below = f"below {network.grade_scale.pass_name}"
    before = f"{row.failures_before} of {row.graded_before} {below} in the year up to the meeting"
    if row.graded_since == 0:
        return f"{before}; nothing reviewed since."
    since = f"{before}, {row.failures_since} of {row.graded_since} since."
    return since if row.graded_since >= ENOUGH else f"{since} Too few reviews to say."
