"""Training needs by team, on the page Training needs: where workbooks name teams, how each was graded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from arms_analytics.charts.grid import Grid
from arms_analytics.charts.team_needs import Team, of_teams, teams_of
from arms_analytics.findings import team_needs
from arms_analytics.findings.evidence import reviews_behind
from arms_analytics.network import network
from arms_analytics.ui import actions, choosing, data, evidence, moderation, page, selection
from arms_analytics.ui.choosing import Chosen
from arms_analytics.ui.words import count
from arms_analytics.vocabulary import YEAR, Quarter, Selection


def by_team(quarter: Quarter, forces: Sequence[str]) -> Grid | None:
    """The teams of these forces side by side, beside the reviews of the chosen one on a question; None of none."""
    found = data.find(team_needs.find, quarter)
    teams = teams_of(found, forces)
    page.line(f"The year up to {quarter.label}", "counts alone: a team's few plans are described, not rated")
    if not teams:
        page.notice("No workbook of the year names a team.")
        return None
    if len(teams) > selection.SIDE_BY_SIDE and len(forces) > 1:
        page.notice(f"{count(len(teams), 'team')} have no room side by side: choose a force.")
        return None
    grid = of_teams(found, teams, f"Teams as of {quarter.label}")
    table, beside = page.split()
    with table:
        choosing.show(grid, "teams", beside, lambda chosen: _behind(found, teams, quarter, chosen))
    return grid


def _behind(found: pd.DataFrame, teams: Mapping[str, Team], quarter: Quarter, chosen: Chosen) -> None:
    if chosen is None:
        return evidence.empty("Choose a cell to read the reviews of that team on that question.")
    question_id, (force, team) = chosen[0].key, teams[chosen[1].key]
    about = Selection(quarter, force, question_id)
    answers = data.find(reviews_behind, about, quarters=YEAR)
    answers = answers[answers["team"] == team]
    mine = (found["reviewed_force"] == force) & (found["team"] == team) & (found["question_id"] == question_id)

    def act() -> None:
        moderation.offer(answers)
        actions.record(about, "training_need")

    evidence.panel(
        answers,
        selection.choices().question(question_id),
        f"{force}, {team}, the year up to {quarter.label}",
        " ".join(team_needs.explain(row, network()) for _, row in found[mine].iterrows()),
        below=act,
    )
