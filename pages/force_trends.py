"""Force trends: one force over time with an honest range, whether it changed, and the run of its questions."""

import streamlit as st

from arms_analytics.charts.force_trends import of_trend
from arms_analytics.findings import force_change, force_trends
from arms_analytics.network import network
from arms_analytics.ui import choosing, data, evidence, fits, heatmap, page, selection, sidebar, take_away
from arms_analytics.ui.table import table

ABOUT = "Is this force getting better? Four plans a quarter tell little, so each share comes with its range."

with page.frame("Force trends", ABOUT):
    chosen = sidebar.choose(force="one")
    quarter = chosen.one_quarter
    fit = fits.fit(quarter)
    trend = data.find(force_trends.find, quarter, fit, chosen)
    own = trend[trend["reviewed_force"] == chosen.force]
    top, away = page.top()
    with top:
        beside = selection.switch("region", "Show the region beside it")
    with away:
        if chosen.force:
            take_away.report(quarter, chosen.force)
    changed = data.find(force_change.find, quarter, fit)
    for _, row in changed[changed["reviewed_force"] == chosen.force].iterrows():
        page.line(*evidence.parted(force_change.explain(row, network())))
    fits.wait_for(quarter)
    if own.empty:
        st.info(f"No review of {chosen.force} fits this selection. Choose another question, risk level or quarter.")
    else:
        shown = trend[trend["reviewed_force"].isna()] if beside else None
        st.plotly_chart(of_trend(own, shown), key="trend", config={"displayModeBar": False})
        rows = [
            (network().quarter_at(int(row["quarter_index"])).label, force_trends.explain(row, network()))
            for _, row in own.iloc[::-1].iterrows()
        ]
        with st.expander("The same as a table"):
            st.html(table(f"{chosen.force}, quarter by quarter", ["Quarter", "What was graded"], rows))
        side = heatmap.SIDES["time"]
        grid = heatmap.grid(side, chosen)
        run, reviews = page.split()
        with run:
            choosing.show(grid, "trend_run", reviews, lambda cell: heatmap.show_evidence(side, chosen, cell))
