"""Data quality: what has arrived and what has not, and everything the reader was unsure of, by workbook and cell."""

from arms_analytics.charts.coverage import of_coverage
from arms_analytics.findings import coverage
from arms_analytics.findings.problems import unsure_of
from arms_analytics.network import network
from arms_analytics.ui import cell_table, data, data_quality, page, selection, sidebar, take_away

ABOUT = "What has arrived, and what the reader was unsure of. Choose a cell to see that tab alone."

with page.frame("Data quality", ABOUT):
    chosen = sidebar.choose(question="none", risk="none")
    quarter = chosen.one_quarter
    offered = selection.choices()
    found = data.find(coverage.find)
    of_quarter = coverage.tabs(found, quarter.index, network().member_names)
    unsure = data.find(unsure_of, chosen)
    top, away = page.top()
    with top:
        data_quality.summary(of_quarter, quarter)
    with away:
        take_away.corrections(unsure, chosen)
    data_quality.offer_reminders(of_quarter, quarter)
    shown = [tab for tab in of_quarter if selection.in_group(tab.force)]
    grid = of_coverage(found, [tab.force for tab in shown], offered.quarters)
    cell = f"{chosen.force}~{quarter}"
    cell_table.show(grid, key="coverage", chosen=cell, on_choose=data_quality.choose_tab)
    data_quality.tabs([tab for tab in shown if chosen.force in (None, tab.force)], quarter)
    where = f"in {quarter.label}" + (f", {chosen.force}" if chosen.force else "")
    data_quality.problems(unsure, where)
