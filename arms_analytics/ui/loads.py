"""The history of loads: who stored what and when, and taking one back."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from arms_analytics.access import Right
from arms_analytics.store import StoreError
from arms_analytics.store.history import Load, history, undo
from arms_analytics.ui import access, data, folder, records
from arms_analytics.ui.table import Markup, table
from arms_analytics.ui.words import count
from arms_analytics.vocabulary import moment

SHOWN = 50
FEW = 3
"""Workbooks of one load that are named at once."""


def show() -> None:
    """The loads, the latest first, and the control that takes one back."""
    with data.snapshot().cursor() as cursor:
        loads = list(reversed(history(cursor)))
    rows = [(load.load_id, moment(load.at.astimezone()), load.who, _folded(load)) for load in loads[:SHOWN]]
    st.html(table("Loads, the latest first", ["Number", "When", "Who", "What"], rows))
    _offer_undo([load for load in loads if load.action == "load" and not load.undone])


def _what(load: Load) -> str:
    if not load.workbooks:
        return f"{load.action}: {load.detail}"
    said = [f"{book.name} ({count(book.reviews, 'review')}{_fate(book.replaced_reviews)})" for book in load.workbooks]
    return ("Taken back: " if load.undone else "") + ", ".join(said)


def _folded(load: Load) -> Markup:
    """What the load held: its workbooks by name, behind their number where there are many."""
    if len(load.workbooks) <= FEW:
        return Markup(escape(_what(load)))
    reviews = count(sum(book.reviews for book in load.workbooks), "review")
    many = f"{'Taken back: ' if load.undone else ''}{count(len(load.workbooks), 'workbook')}, {reviews}"
    return Markup(f"<details><summary>{escape(many)}</summary>{escape(_what(load))}</details>")


def _fate(replaced: int) -> str:
    return f", {replaced} replaced since" if replaced else ""


def _offer_undo(loads: Sequence[Load]) -> None:
    if not loads or not records.allowed(Right.LOAD):
        return
    named = {load.load_id: load for load in loads}
    with st.expander("Take a load back"):
        st.write("Its reviews go, those it replaced are current again. Nothing is deleted; it can be loaded again.")
        number = st.selectbox(
            "Load", list(named), format_func=lambda n: f"{n}: {_what(named[n])[:90]}", key="taken_back"
        )
        sure = st.checkbox("Yes, take it back", key=f"sure_{number}")
        st.button("Take back", on_click=_undo, args=(number,), disabled=not sure)


def _undo(number: int) -> None:
    person = access.require(Right.LOAD)
    try:
        records.records()  # what could not be logged is not done
        undo(folder.store(), number, person.who)
        records.log("undo", f"load {number}")
    except StoreError as fault:
        records.say(str(fault), good=False)
        return
    records.say(f"Load {number} is taken back.")
