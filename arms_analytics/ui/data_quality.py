"""What arrived and what the reader was unsure of, drawn for the coordinator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from arms_analytics.access import Right, may
from arms_analytics.finding_rows import lines
from arms_analytics.findings.coverage import Tab
from arms_analytics.findings.sentences import listed
from arms_analytics.network import network
from arms_analytics.ui import access, navigation, page, selection, words
from arms_analytics.ui.table import table
from arms_analytics.vocabulary import Quarter, RiskLevel, Severity, day

WEIGHT = {Severity.ERROR: "Not read", Severity.WARNING: "To look at", Severity.INFO: "Good to know"}
SHOWN = 100


def choose_tab(key: str | None) -> None:
    """Narrow the page to the force and quarter of a chosen cell (`Cheshire~2025-26-Q1`); None: to the quarter again."""
    force, _, quarter = (key or "").partition("~")
    selection.change(force=force or None, **({"quarter": quarter} if quarter else {}))


def summary(found: Sequence[Tab], quarter: Quarter) -> None:
    """One sentence: what of the quarter is in, whose tab is missing, short or late."""
    expected = network().reviews_expected
    reviews = sum(tab.reviews for tab in found)
    missing = listed([tab.force for tab in found if not tab.reviews])
    short = listed([f"{tab.force} ({tab.reviews})" for tab in found if 0 < tab.reviews < expected])
    late = listed([tab.force for tab in found if tab.late])
    page.line(
        f"{reviews} of {expected * len(found)} reviews in for {quarter.label}",
        f"missing: {missing}" if missing else "no tab missing",
        f"fewer than {expected}: {short}" if short else "",
        f"late: {late}" if late else "",
    )


def offer_reminders(found: Sequence[Tab], quarter: Quarter) -> None:
    """Where something is still to come, the way to the reminders, for those who may send them."""
    lacking = any(tab.reviews < network().reviews_expected for tab in found)
    if lacking and may(access.viewer(), Right.LOAD):
        with st.container(key="reminders"):
            navigation.link("allocation", "Remind the forces whose reviews are still to come", quarter=quarter.key)


def tabs(found: Iterable[Tab], quarter: Quarter) -> None:
    """Each force's tab: reviews by risk level, what is blank, when it came and from which workbook."""
    levels = [*RiskLevel]
    heads = [
        "Force",
        "Reviews",
        *[level.label for level in levels],
        "No level",
        "Blank boxes",
        "Failures without feedback",
        "Arrived",
        "Workbook and tab",
    ]
    rows = [
        [
            tab.force,
            f"{tab.reviews} of {network().reviews_expected}" if tab.reviews else "missing",
            *[tab.by_level.get(level, 0) or "–" for level in levels],
            tab.by_level.get(None, 0) or "–",
            tab.ungraded or "–",
            tab.without_feedback or "–",
            words.unbroken(day(tab.arrived)) + (" (late)" if tab.late else "") if tab.arrived else "–",
            f"{tab.workbook} › {tab.sheet}" if tab.workbook else "–",
        ]
        for tab in found
    ]
    st.html(table(f"Tabs of {quarter.label}", heads, rows))


def problems(found: pd.DataFrame, where: str) -> None:
    """What the reader could not read for certain, the weightiest first."""
    if found.empty:
        page.notice(f"The reader was sure of everything it read {where}.")
        return
    weights = found["severity"].map(lambda severity: WEIGHT[Severity(severity)])
    counted = [f"{n} {str(weight).lower()}" for weight, n in weights.value_counts(sort=False).items()]
    rows = [
        (words.unbroken(weight), line.workbook, *words.where(line.sheet, line.cell), line.message)
        for weight, line in zip(weights[:SHOWN], lines(found[:SHOWN]), strict=True)
    ]
    shown = f", the first {SHOWN} of them here" if len(found) > SHOWN else ""
    caption = f"What the reader was unsure of {where}: {', '.join(counted)}{shown}"
    st.html(table(caption, ["Weight", "Workbook", "Tab", "Cell", "What it says, and what to do"], rows))
