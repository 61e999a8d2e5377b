"""Promising practice: strong and improving force-questions with the reviewers' words; a repository; whom to ask."""

from arms_analytics.charts import register as charts
from arms_analytics.charts.promising_practice import CHANGES, COLUMNS
from arms_analytics.findings import changes, promising_practice, runs
from arms_analytics.network import network
from arms_analytics.ui import data, fits, page, register, selection, sidebar, take_away
from arms_analytics.ui.promising_practice import curate, repository
from arms_analytics.vocabulary import LISTED, in_100

ABOUT = "What is worth copying: where a force is strong and others are not, and what is getting better."
VIEWS = {"strong": "Strong", "improving": "Improving", "deteriorating": "Deteriorating", "repository": "Repository"}

with page.frame("Promising practice", ABOUT):
    chosen = sidebar.choose(risk="none")
    quarter = chosen.one_quarter
    before = quarter.plus(-1)
    top, away = page.top()
    with top:
        view = selection.turn("view", VIEWS)
    kind = "promising_practice" if view == "strong" else view
    if view == "repository":
        repository(chosen.force, chosen.question_id)
    else:
        if view == "strong":
            found = data.find(promising_practice.find, quarter, fits.fit(quarter), fits.fit(before))
            columns, explain = COLUMNS, promising_practice.explain
        else:
            found = data.find(changes.find, quarter, fits.fit(quarter))
            found, columns, explain = found[found["kind"] == view], CHANGES, changes.explain
        with away:
            take_away.findings(kind, chosen)
        fits.wait_for(quarter, before)
        shown = register.narrowed(found[found["listed"]], chosen)
        if shown.empty:
            register.nothing(f"Nothing stands out here yet with a chance of {in_100(LISTED)} or more.", quarter)
        else:
            spans = register.quarters(quarter, runs.SHOWN)
            caption = f"{VIEWS[view]} as of {quarter.label}"
            grid = charts.of_findings(shown, data.find(runs.find, quarter), spans, caption, columns)
            register.show(
                grid, shown, quarter, kind, lambda row: explain(row, network()),
                offer=None if view == "deteriorating" else lambda about: curate(about, quarter),
            )  # fmt: skip
