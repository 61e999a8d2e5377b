"""What a meeting wants to hear of a quarter, line by line; each line leads to its evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from arms_analytics.finding_rows import lines
from arms_analytics.network import network
from arms_analytics.store.records import Action
from arms_analytics.ui import actions, page, records, selection
from arms_analytics.ui.navigation import link
from arms_analytics.ui.words import count, plain, unbroken
from arms_analytics.vocabulary import Quarter, Selection, day, in_100

SHOWN = 6
"""Lines of each kind before the rest is left to the kind's own page."""
FEW, FEWEST = 5, 3
"""How many of them a laptop's screen has room for; the fewest where two kinds share a column."""


def failures(found: pd.DataFrame, status: str, heading: str, quarter: Quarter) -> None:
    """The repeat failures of this status from the rows of `findings.repeat_failures`, the likeliest first."""
    of_status = found[found["status"] == status]
    below = network().grade_scale.pass_name
    with st.container(key=f"digest_{status}", gap="xxsmall"):
        st.html(f"<h2>{heading} <span>{len(of_status)}</span></h2>")

        def lead(row: Any) -> None:
            sure = "" if pd.isna(row.probability) else f" · {_sure(row.probability)}"
            still = f" · {unbroken('rule still met')}" if status == "cleared" and row.rule_met else ""
            _lead("repeat_failures", row, f"{row.failures} of {row.reviews} below {below}{sure}{still}", quarter)

        few = FEW if status == "continuing" else FEWEST
        _listed([*lines(of_status)], lead, status, "repeat_failures", _none(quarter), few)


def what_is_counted(found: pd.DataFrame) -> str:
    """What the counts and chances of the lines mean, from the rows of `findings.repeat_failures`."""
    others = ", or where most questions fail in most forces, that one more in ten fails than in the other forces"
    strictness = "cannot be told" if (found["worked_out"] & ~found["strictness_told"]).any() else "is allowed for"
    return (
        "Counts are of the last four quarters' reviews. In 100: how sure one may be that more than one plan in three "
        f"would fall below {network().grade_scale.pass_name} now{others if found['relative'].any() else ''} (worth "
        f"copying: be given the best grade). How strict the reviewing forces are {strictness}. New, continuing and "
        "cleared are against the quarter before."
    )


def practices(found: pd.DataFrame, quarter: Quarter, *, worked_out: bool) -> None:
    """What is worth copying, new or continuing, from the rows of `findings.promising_practice`, the likeliest first.

    There is no hand rule for it: until the model has been `worked_out` there is nothing to show yet.
    """
    best = network().grade_scale.grades[-1].name.lower()
    strong = found[found["status"].isin(["new", "continuing"])]
    with st.container(key="digest_practices", gap="xxsmall"):
        st.html(f"<h2>Worth copying <span>{len(strong) if worked_out else '…'}</span></h2>")

        def lead(row: Any) -> None:
            said = f"{row.top} of {row.reviews} {best} · {_sure(row.probability)}"
            _lead("promising_practice", row, said, quarter)

        nothing = _none(quarter) if worked_out else "Being worked out"
        _listed([*lines(strong)], lead, "practices", "promising_practice", nothing)


def _lead(stem: str, row: Any, said: str, quarter: Quarter) -> None:
    """A finding's line, which leads to its row and the reviews behind it; `said` is Markdown."""
    about = plain(f"{row.reviewed_force}, {row.question_id} {row.short}")
    link(stem, f"**{about}** {said}", quarter=quarter.key, cell=f"{row.reviewed_force}:{row.question_id}~Chance")


def _sure(probability: float) -> str:
    """`67 in 100`, kept on one line; Markdown."""
    return unbroken(plain(in_100(probability)))


def agreed(force: str | None, today: dt.date) -> None:
    """The actions that a meeting goes through: open, of this force or of the region; those overdue first."""
    known = records.kept(lambda book: book.actions.find(status="open"))
    open_actions = [action for action in known if force in (None, action.force)]
    with st.container(key="digest_actions", gap="xxsmall"):
        late = sum(action.overdue(today) for action in open_actions)
        overdue = f", {late} overdue" if late else ""
        st.html(f"<h2>Open actions <span>{len(open_actions)}{overdue}</span></h2>")

        def lead(action: Action) -> None:
            link("actions", f"**{plain(action.text)}** {plain(action.owner)}, {_due(action, today)}")

        nothing = f"None{_of_force()}; record one from the reviews behind any cell"
        _listed(actions.sorted_for_a_meeting(open_actions, today), lead, "actions", "actions", nothing)


def _due(action: Action, today: dt.date) -> str:
    if action.due is None:
        return "no date"
    return f"by {day(action.due)}" + (" (overdue)" if action.overdue(today) else "")


def _listed(
    found: Sequence[Any], lead: Callable[[Any], None], kind: str, stem: str, nothing: str, few: int = FEW
) -> None:
    """A line for each, and how many more there are. The style sheet says whether the lines after `few` have room."""
    if not found:
        page.notice(nothing)
    for each in found[:few]:
        lead(each)
    if len(found) > few:
        with st.container(key=f"digest_{kind}_room", gap="xxsmall"):
            for each in found[few:SHOWN]:
                lead(each)
            _rest(len(found) - SHOWN, stem)
        with st.container(key=f"digest_{kind}_little"):
            _rest(len(found) - few, stem)


def _none(quarter: Quarter) -> str:
    return "Too early to say: it takes more than one quarter" if selection.is_first(quarter) else f"None{_of_force()}"


def _of_force() -> str:
    """Whose lines these are, where the sidebar says one force."""
    force = (selection.shown() or Selection()).force
    return f" for {force}" if force else ""


def _rest(left: int, stem: str) -> None:
    if left > 0:
        link(stem, f"and {count(left, 'more', 'more')}")
