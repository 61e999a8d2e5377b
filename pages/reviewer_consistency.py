"""Reviewer consistency: how strict each reviewing force is, with its interval, and nothing where it cannot be told."""

import streamlit as st

from arms_analytics.charts.lines import lines
from arms_analytics.charts.severity import of_severity
from arms_analytics.findings import reviewer_severity
from arms_analytics.network import network
from arms_analytics.ui import data, fits, page, sidebar, take_away
from arms_analytics.ui.table import table
from arms_analytics.ui.words import unbroken

ABOUT = "How strict each reviewing force is, to understand grades by. It ranks nobody, and no grade is changed by it."

with page.frame("Reviewer consistency", ABOUT):
    chosen = sidebar.choose(force="none", question="none", risk="none")
    quarter = chosen.one_quarter
    found = data.find(reviewer_severity.find, quarter, fits.fit(quarter))
    top, away = page.top()
    with top:
        page.line(f"The reviews up to {quarter.label}")
    with away:
        take_away.findings("reviewer_severity", chosen)
    fits.wait_for(quarter)
    why_not = next(iter(found["why_not"]), "") if len(found) else "Nothing was reviewed up to this quarter."
    if why_not:
        st.info(why_not)
    else:
        st.plotly_chart(of_severity(found), key="severity", config={"displayModeBar": False})
    below = network().grade_scale.pass_name
    heads = ["Reviewing force", "Reviews", "Of forces", "In quarters", f"Boxes below {below}"]
    rows: list[tuple[object, ...]] = [
        (
            row.reviewing_force,
            row.reviews,
            row.forces_reviewed,
            row.quarters,
            unbroken(f"{row.boxes_failing:,} of {row.boxes:,}"),
        )
        for row in lines(found)
    ]
    if not why_not:
        heads.append("Allowing for which plans it was given")
        explained = [reviewer_severity.explain(row, network()) for _, row in found.iterrows()]
        rows = [(*row, sentence) for row, sentence in zip(rows, explained, strict=True)]
    st.html(table(f"What each graded, up to {quarter.label}", heads, rows))
