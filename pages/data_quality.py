"""Data quality: what has arrived and what has not, and everything the reader was unsure of, by workbook and cell."""

from arms_analytics.charts.coverage import of_coverage
from arms_analytics.findings.coverage import coverage, tabs
from arms_analytics.findings.problems import unsure_of
from arms_analytics.network import network
from arms_analytics.ui import cell_table, data, page, quality, selection, sidebar, take_away

ABOUT = "What has arrived, and what the reader was unsure of. Choose a cell to see that tab alone."

with page.frame("Data quality", ABOUT):
    chosen = sidebar.choose(question="none", risk="none")
    quarter = chosen.one_quarter
    offered = selection.choices()
    found = data.find(coverage)
    of_quarter = tabs(found, quarter.index, network().member_names)
    unsure = data.find(unsure_of, chosen)
    top, away = page.top()
    with top:
        quality.summary(of_quarter, quarter)
    with away:
        take_away.corrections(unsure, chosen)
    quality.offer_reminders(of_quarter, quarter)
    shown = [tab for tab in of_quarter if selection.in_group(tab.force)]
    grid = of_coverage(found, [tab.force for tab in shown], offered.quarters)
    cell = f"{chosen.force}~{quarter}"
    cell_table.show(grid, key="coverage", chosen=cell, on_choose=quality.choose_tab)
    quality.tabs([tab for tab in shown if chosen.force in (None, tab.force)], quarter)
    where = f"in {quarter.label}" + (f", {chosen.force}" if chosen.force else "")
    quality.problems(unsure, where)
