"""Training needs: ranked topics, who needs them, the reviewers' words; events given and what came of them."""

from arms_analytics.findings import training_needs
from arms_analytics.ui import (
    data,
    fits,
    officers_overall,
    page,
    processes,
    selection,
    sidebar,
    take_away,
    teams,
    training,
    training_events,
)

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
    with away:
        take_away.findings("training_need", chosen)
    fits.wait_for(quarter)
    if view == "topics":
        training.topics(data.find(training_needs.find, quarter, fit), quarter, fit, selection.forces_shown())
    elif view == "processes":
        processes.by_process(quarter, fit, selection.forces_shown())
    elif view == "teams":
        teams.by_team(quarter, selection.forces_shown())
    elif view == "officers":
        officers_overall.show(quarter, fit, selection.forces_shown())
    else:
        training_events.record()
        training_events.given(quarter, fit, selection.forces_shown())
