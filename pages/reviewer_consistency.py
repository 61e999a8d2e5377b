"""Reviewer consistency: how strict each reviewing force is, with its interval, and nothing where it cannot be told."""

import streamlit as st

from arms_analytics.charts.reviewer_severity import of_reviewing, of_severity
from arms_analytics.findings import reviewer_severity, runs
from arms_analytics.findings.heatmap import count_by
from arms_analytics.ui import choosing, data, fits, page, register, sidebar, take_away
from arms_analytics.ui.reviewer_severity import show_evidence
from arms_analytics.vocabulary import Selection

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
    if found.empty:
        st.info("Nothing was reviewed up to this quarter.")
    else:
        if why_not := found["why_not"].iloc[0]:
            st.info(why_not)
        else:
            st.plotly_chart(of_severity(found), key="severity", config={"displayModeBar": False})
        counts = data.find(count_by, "reviewing_force", "quarter", Selection())
        grid = of_reviewing(
            found, counts, register.quarters(quarter, runs.SHOWN), f"What each graded, up to {quarter.label}"
        )
        table, beside = page.split()
        with table:
            choosing.show(grid, "severity_table", beside, lambda cell: show_evidence(found, quarter, cell))
