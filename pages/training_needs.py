"""Training needs: ranked topics, who needs them, the reviewers' words; events given and what came of them."""

from arms_analytics.findings import training_needs
from arms_analytics.ui import data, fits, officers_overall, page, selection, sidebar, take_away
from arms_analytics.ui.process_needs import by_process
from arms_analytics.ui.team_needs import by_team
from arms_analytics.ui.training_effect import given, record
from arms_analytics.ui.training_needs import topics

ABOUT = "Topics ranked by how broad, how lasting and how serious they are. Each cell leads to the reviewers' words."
VIEWS = {
    "topics": "Topics",
    "processes": "Processes",
    "teams": "Teams",
    "officers": "Officers",
    "events": "Training given, and whether it worked",
}

with page.frame("Training needs", ABOUT):
    chosen = sidebar.choose(question="none", risk="none")
    quarter = chosen.one_quarter
    fit = fits.fit(quarter)
    top, away = page.top()
    with top:
        view = selection.turn("view", VIEWS)
    fits.wait_for(quarter)
    grid = None
    if view == "topics":
        topics(data.find(training_needs.find, quarter, fit), quarter, fit, selection.forces_shown())
    elif view == "processes":
        grid = by_process(quarter, fit, selection.forces_shown())
    elif view == "teams":
        grid = by_team(quarter, selection.forces_shown())
    elif view == "officers":
        officers_overall.show(quarter, fit, selection.forces_shown())
    else:
        record()
        grid = given(quarter, fit, selection.forces_shown())
    with away:
        if grid:
            take_away.table(grid)
        else:
            take_away.findings("training_need", chosen)
