"""Plan by plan: whether failures lie on a few plans or on all of them, by force, and which plans those are."""

from dataclasses import replace

from arms_analytics.charts.plan_by_plan import of_plans
from arms_analytics.findings import plan_by_plan
from arms_analytics.network import network
from arms_analytics.ui import choosing, data, page, selection, sidebar, take_away
from arms_analytics.ui.plan_by_plan import said, show_evidence
from arms_analytics.vocabulary import WHOLE_REGION

ABOUT = "Is it a few plans or all of them? Each cell: how many plans of the year had so many boxes below {good}."
CELLS = (
    "Apart: how many failing boxes lie between a plan and the mean of its quarter's plans; in brackets by luck alone. "
    "▲ more than that, beyond chance; about one such sign in ten is chance all the same."
)

with page.frame("Plan by plan", ABOUT.format(good=network().grade_scale.pass_name)):
    chosen = sidebar.choose(question="none", risk="none")
    quarter = chosen.one_quarter
    found = data.find(plan_by_plan.find, quarter)
    top, away = page.top()
    with top:
        page.line(f"{chosen.force or WHOLE_REGION}, the year up to {quarter.label}", said(found, chosen.force))
    grid = of_plans(
        found,
        plan_by_plan.BANDS,
        selection.forces_shown(),
        f"Plans by boxes that failed, the year up to {quarter.label}",
    )
    with away:
        take_away.reviews(replace(chosen, quarter=None), grid)
    table, beside = page.split()
    with table:
        choosing.show(grid, "plan_by_plan", beside, lambda cell: show_evidence(found, quarter, cell))
        page.note(CELLS)
