"""The audit log and the retention period, as the chair sees them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from arms_analytics.exports.audit_log import audit_csv
from arms_analytics.finding_rows import lines
from arms_analytics.findings import retention
from arms_analytics.network import network
from arms_analytics.store.records import AuditEntry
from arms_analytics.store.records.audit import faults, mark
from arms_analytics.ui import data, take_away
from arms_analytics.ui.table import table
from arms_analytics.ui.words import count, unbroken
from arms_analytics.vocabulary import day, moment

SHOWN = 200
"""Entries on the page, the newest; the file holds all."""
ALL = "Everything"


def show_log(log: Sequence[AuditEntry]) -> None:
    """Whether the log is whole, its mark to note, its newest entries, and the file with all of them."""
    shown, before, after = st.columns([1, 2, 2], gap="medium")
    kind = shown.selectbox("Show", [ALL, *sorted({entry.what for entry in log})], key="audit_kind")
    noted = before.text_input(
        "Mark noted before",
        key="noted_mark",
        help="From the minutes of an earlier meeting: shows whether entries were cut off.",
    )
    if log:
        after.html('<p class="arms-label">Mark to note in the minutes</p>')
        after.code(mark(log), language=None, wrap_lines=True)
    if found := faults(log, noted):
        st.error("\n\n".join(found))
    else:
        st.success(f"Every one of {count(len(log), 'entry', 'entries')} stands as it was written.")
    chosen = [entry for entry in log if kind in (ALL, entry.what)]
    newest = chosen[: -SHOWN - 1 : -1]
    st.html(table("The newest entries first", ["Entry", "When (UTC)", "Who", "What", "About"], map(_row, newest)))
    if len(chosen) > SHOWN:
        st.write(f"The newest {SHOWN} of {len(chosen):,}; the file holds all.")
    name = f"audit-log-{dt.date.today():%Y-%m-%d}.csv"
    take_away.button("Audit log (CSV)", name, take_away.CSV, lambda: audit_csv(log).encode("utf-8-sig"))


def _row(entry: AuditEntry) -> tuple[object, ...]:
    return entry.id, unbroken(moment(entry.at)), unbroken(entry.who), entry.what, entry.about


def show_retention(today: dt.date) -> None:
    """How long reviews are kept, what is due to be erased, and how."""
    years = network().retention_years
    due = data.find(retention.find, years, today, network().first_month)
    st.write(
        f"A quarter's reviews are kept for {count(years, 'year')} after it ended "
        "(`retention_years` in the network's file)."
    )
    if due.empty:
        st.success(f"Nothing is due to be erased on {day(today)}.")
        return
    st.warning(f"{count(int(due['reviews'].sum()), 'review')} should be erased by now.")
    rows = [
        (network().quarter_at(row.quarter_index).label, count(row.reviews, "review"), count(row.forces, "force"))
        for row in lines(due)
    ]
    st.html(table("Due to be erased", ["Quarter", "Reviews", "Forces"], rows))
