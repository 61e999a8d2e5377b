"""Which forces a topic concerns: side by side where they are few, group by group where many, then named one by one."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

import pandas as pd

from arms_analytics.finding_rows import lines
from arms_analytics.findings.fit import Fit
from arms_analytics.network import network
from arms_analytics.ui import selection
from arms_analytics.ui.words import count
from arms_analytics.vocabulary import FLAGGED, Quarter, in_100

AT_ONCE = 6
"""Forces that are named at once; where there are more, their number is opened."""


def columns(forces: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """What stands side by side, each with its forces: the forces themselves; where there is no room for all of them,
    the groups that they fall into, without the network's own, which cuts across the others.
    """
    if not many(forces):
        return {force: (force,) for force in forces}
    groups = selection.groups(tuple(forces))
    return {name: held for name, held in groups.items() if name != network().name and held}


def many(forces: Sequence[str]) -> bool:
    """Whether there are more than have room side by side."""
    return len(forces) > selection.SIDE_BY_SIDE


def failing(fit: Fit, question_id: str, forces: Sequence[str]) -> pd.DataFrame:
    """The rows of `fit.cells` of those forces that probably fail a topic, the likeliest first."""
    cells = fit.cells[(fit.cells["question_id"] == question_id) & fit.cells["reviewed_force"].isin(forces)]
    likely = cells[cells["fails_probability"] >= FLAGGED]
    return likely.sort_values("fails_probability", ascending=False, kind="stable")


def named(found: pd.DataFrame, runs: pd.DataFrame, question_id: str, quarter: Quarter) -> str:
    """The forces of `failing` by name, each a link to its own reviews, with its year from `findings.runs`; markup."""
    if found.empty:
        return ""
    year = runs[runs["question_id"] == question_id].groupby("reviewed_force")[["failures", "graded"]].sum()
    entries = "".join(
        f'<li><a href="training_needs?{escape(_link(row.reviewed_force, question_id, quarter))}" target="_self">'
        f"{escape(row.reviewed_force)}</a> {year.failures[row.reviewed_force]} of {year.graded[row.reviewed_force]}"
        f" · {escape(in_100(row.fails_probability))}</li>"
        for row in lines(found)
    )
    begins = "open" if len(found) <= AT_ONCE else ""
    heading = f"Where it probably fails: {count(len(found), 'force')}"
    return f'<details class="forces" {begins}><summary>{escape(heading)}</summary><ul>{entries}</ul></details>'


def _link(force: str, question_id: str, quarter: Quarter) -> str:
    return urlencode({"quarter": quarter.key, "force": force, "cell": f"{question_id}~{force}"})
