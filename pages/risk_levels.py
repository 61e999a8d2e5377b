"""Risk levels: how plans of each ARMS risk level were graded, by force and by question, with an honest range."""

from dataclasses import replace

from arms_analytics.charts.risk_levels import of_risk_levels
from arms_analytics.findings import risk_levels
from arms_analytics.network import network
from arms_analytics.ui import choosing, data, fits, page, selection, sidebar, take_away
from arms_analytics.ui.risk_levels import show_evidence
from arms_analytics.vocabulary import WHOLE_REGION

ABOUT = "Do plans of one ARMS risk level fail more often? Each cell: where a year's share below {good} likely lies."
CELLS = (
    "A bare count stands where there are too few reviews to say. ▲ more often, ▼ less often than the other levels, "
    "beyond chance; about one such sign in ten is chance all the same."
)

good = network().grade_scale.pass_name
with page.frame("Risk levels", ABOUT.format(good=good)):
    chosen = sidebar.choose(question="all", risk="all")
    quarter, offered = chosen.one_quarter, selection.choices()
    found = data.find(risk_levels.find, quarter, fits.fit(quarter))
    whose = f"{chosen.force or WHOLE_REGION}, the year up to {quarter.label}"
    top, away = page.top()
    with top:
        page.line(whose, risk_levels.summary(found, chosen.force, network()))
    fits.wait_for(quarter)
    forces = (chosen.force,) if chosen.force else offered.forces
    grid = of_risk_levels(found, forces, offered.questions, chosen.force, f"Boxes below {good} by risk level: {whose}")
    with away:
        take_away.reviews(replace(chosen, quarter=None), grid)
    table, beside = page.split()
    with table:
        choosing.show(grid, "risk_levels", beside, lambda cell: show_evidence(found, chosen, cell))
        page.note(CELLS)
