"""Questions by teams as a table of cells: what each team's plans of the year were graded, what failed most first."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from arms_analytics.charts.grid import Grid, Head, added_cells, cells_by_key
from arms_analytics.charts.heads import counted_heads, force_heads
from arms_analytics.finding_rows import lines
from arms_analytics.network import network

Team = tuple[str, str]
"""A force and its team."""


def teams_of(found: pd.DataFrame, forces: Sequence[str]) -> dict[str, Team]:
    """The teams of these forces in the rows of `findings.team_needs`, by the keys of their columns.

    A key is a force and a place among its teams: what a team is called is free text, which no link holds, and an open
    cell must not become another force's when one is chosen.
    """
    named = found.groupby("reviewed_force")["team"].unique()
    return {
        f"{force}:{place}": (force, team) for force in forces for place, team in enumerate(sorted(named.get(force, ())))
    }


def of_teams(found: pd.DataFrame, teams: dict[str, Team], caption: str) -> Grid:
    """From the rows of `findings.team_needs`: the last year of these teams."""
    key_of = {team: key for key, team in teams.items()}
    shown = [line for line in lines(found) if (line.reviewed_force, line.team) in key_of]
    counts = pd.DataFrame(shown).groupby(["question_id", "short"])[["failures", "reviews"]].sum().reset_index()
    order = counts.assign(share=counts["failures"] / counts["reviews"].clip(lower=1))
    order = order.sort_values(["share", "question_id"], ascending=[False, True])
    rows = counted_heads(order)
    columns = tuple(_head(key, *team) for key, team in teams.items())
    cells = added_cells(((q.question_id, key_of[q.reviewed_force, q.team]), q) for q in shown)
    corner = f"Question (by team: reviews below {network().grade_scale.pass_name})"
    return Grid(caption, corner, rows, columns, cells_by_key(rows, columns, cells))


def _head(key: str, force: str, team: str) -> Head:
    [short] = force_heads([force])
    return Head(key, short.label, f"{force}, {team}", f"{force}, {team}", under=team)
