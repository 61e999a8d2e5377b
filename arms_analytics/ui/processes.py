"""Training needs by process and by team, on the page Training needs: where answers failed most, in tables."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from arms_analytics.findings import process_needs, team_needs
from arms_analytics.findings.fit import Fit
from arms_analytics.findings.sentences import listed
from arms_analytics.network import network
from arms_analytics.ui import data, selection
from arms_analytics.ui.table import Markup, table
from arms_analytics.vocabulary import Quarter


def by_process(quarter: Quarter, fit: Fit | None, force: str | None) -> None:
    """Needs by process: how often its answers failed, and the forces in which it fails most."""
    found = data.find(process_needs.find, network(), quarter, fit)
    if force:
        found = found[found["reviewed_force"] == force]
    found = found.assign(rate=found["failures"] / found["answers"])
    of_process = [(str(process), each) for process, each in found.groupby("process", sort=False)]
    worst_first = sorted(of_process, key=lambda one: -one[1]["failures"].sum() / one[1]["answers"].sum())
    rows = [
        (
            process.capitalize() if process.islower() else process,
            f"{each['failures'].sum()} of {each['answers'].sum()}",
            _most_failing(each),
        )
        for process, each in worst_first
    ]
    heads = ["Process", "Answers that failed", "Where most often, and which questions probably fail there"]
    st.html(table(f"By process, the year up to {quarter.label}", heads, rows))


def _most_failing(rows: pd.DataFrame) -> Markup:
    """The three forces in which a process fails most, a line each."""
    worst = rows[rows["failures"] > 0].sort_values("rate", ascending=False).head(3)
    said = []
    for _, row in worst.iterrows():
        failing = [question.short for key in row["probably_failing"] if (question := selection.choices().question(key))]
        about = f": {listed(failing)}" if failing else ""
        said.append(f"<strong>{escape(row['reviewed_force'])}</strong> {row['failures']} of {row['answers']}")
        said[-1] += escape(about)
    return Markup("<br>".join(said) or "–")


def by_team(quarter: Quarter, force: str | None) -> None:
    """Needs by team, where workbooks name teams."""
    found = data.find(team_needs.find, quarter)
    if force:
        found = found[found["reviewed_force"] == force]
    if found.empty:
        return
    rows = [
        (
            row["reviewed_force"],
            row["team"],
            f"{row['question_id']} {row['short']}",
            f"{row['failures']} of {row['reviews']}",
        )
        for _, row in found.head(20).iterrows()
    ]
    st.html(table("By team, most failures first", ["Force", "Team", "Question", "Failed in the year"], rows))
