"""Actions as a table: whose, by when, since which meeting, what they are about and what became of that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from arms_analytics.finding_rows import lines
from arms_analytics.findings import action_outcomes, repeat_failures
from arms_analytics.network import network
from arms_analytics.store.records import Action
from arms_analytics.ui import data, fits
from arms_analytics.ui.actions import STATUSES, about
from arms_analytics.ui.table import attributes
from arms_analytics.ui.words import count, unbroken
from arms_analytics.vocabulary import Quarter, day, in_100

HEADS = ("Action", "Who", "Due", "Status", "About", "Grades before and since")
REGISTERS = {"repeat_failure": "repeat_failures", "promising_practice": "promising_practice"}
"""Where a finding about a force and a question stands, by its kind: the page."""

TIMES = {1: "once", 2: "twice"}


def show(actions: Sequence[Action], quarter: Quarter, today: dt.date, *, linked: bool = True) -> None:
    """The table as of this quarter. `linked`: what an action is about leads to its finding or its reviews."""
    outcomes = whether_grades_moved(actions, quarter)
    body = "".join(_row(action, outcomes.get(action.id, ""), quarter, today, linked) for action in actions)
    heads = "".join(f'<th scope="col">{name}</th>' for name in HEADS)
    st.html(f'<table class="arms-table arms-actions"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>')


def whether_grades_moved(actions: Sequence[Action], quarter: Quarter) -> dict[int, str]:
    """A sentence for each action agreed in a quarter: counts on both sides, and how its finding stands now."""
    agreed = [(a.id, a.force, a.question_id, a.quarter_index) for a in actions if a.quarter_index is not None]
    moved = data.find(action_outcomes.find, agreed, quarter)
    said = {int(row.id): action_outcomes.explain(row, network()) for row in lines(moved)}
    stands = _repeat_failures(quarter)
    later = {a.id for a in actions if a.quarter_index is not None and a.quarter_index < quarter.index}
    for action in actions:
        found = stands.get((action.force or "", action.question_id or ""), "")
        if action.id in later and action.finding == "repeat_failure" and found:
            said[action.id] = f"{said[action.id]} {found}"
    return said


def carried(action: Action, quarter: Quarter) -> int:
    """Over how many meetings an open action was carried."""
    if action.status != "open" or action.quarter_index is None:
        return 0
    return max(0, quarter.index - action.quarter_index)


def address(action: Action, quarter: Quarter) -> str:
    """The page and cell where what an action is about stands as of this quarter; empty where there is none."""
    if not action.question_id:
        return ""
    if action.force and action.finding in REGISTERS:
        page, cell = REGISTERS[action.finding], f"{action.force}:{action.question_id}~Chance"
    elif action.force:
        page, cell = "heatmap", f"{action.question_id}~{action.force}"
    else:
        page, cell = "training_needs", f"{action.question_id}~Chance"
    return f"{page}?{urlencode({'quarter': quarter.key, 'cell': cell})}"


def _row(action: Action, outcome: str, quarter: Quarter, today: dt.date, linked: bool) -> str:
    due = escape(unbroken(day(action.due))) if action.due else "No date"
    status = STATUSES[action.status] + (f": {action.outcome}" if action.outcome else "")
    where = address(action, quarter) if linked else ""
    what = escape(about(action))
    cells = (
        escape(action.owner),
        f"<strong>{due}, overdue</strong>" if action.overdue(today) else due,
        escape(status),
        f'<a href="{escape(where)}" target="_self">{what}</a>' if where else what,
        escape(outcome),
    )
    agreed = f"<small>Agreed {escape(_agreed(action, quarter))}</small>"
    texts = (action.owner, "", action.outcome, "", "")
    told = "".join(f"<td{attributes(text)}>{cell}</td>" for text, cell in zip(texts, cells, strict=True))
    return f'<tr><th scope="row"{attributes(action.text)}>{escape(action.text)}{agreed}</th>{told}</tr>'


def _agreed(action: Action, quarter: Quarter) -> str:
    """`Q1 26/27, carried over once`, `twice`, `3 times`."""
    if action.quarter_index is None:
        return day(action.made_at.date())
    meetings = carried(action, quarter)
    times = "" if not meetings else ", carried over " + TIMES.get(meetings, count(meetings, "time"))
    return network().quarter_at(action.quarter_index).short + times


def _repeat_failures(quarter: Quarter) -> Mapping[tuple[str, str], str]:
    """How each force and question stands in the register of repeat failures: flagged, or no longer."""
    fitted = fits.fit(quarter), fits.fit(quarter.plus(-1))
    found = data.find(repeat_failures.find, network(), quarter, *fitted)
    return {(row.reviewed_force, row.question_id): _stands(row) for row in lines(found)}


def _stands(row: Any) -> str:
    sure = "" if pd.isna(row.probability) else f" ({in_100(row.probability)})"
    flagged = row.status in ("new", "continuing")
    return f"{'Still flagged as a repeat failure' if flagged else 'No longer flagged as a repeat failure'}{sure}."
