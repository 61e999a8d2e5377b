"""Training needs: ranked topics, who needs them, the reviewers' words; events given and what came of them."""

from arms_analytics.charts.topics import of_topics
from arms_analytics.findings import runs, training_needs
from arms_analytics.ui import data, fits, heatmap, page, selection, sidebar, take_away, training

ABOUT = "Topics ranked by how broad, how lasting and how serious they are. Each cell leads to the reviewers' words."

with page.frame("Training needs", ABOUT):
    chosen = sidebar.choose(question="none", risk="none")
    quarter = chosen.quarter
    fit = fits.fit(quarter)
    fits.wait_for(quarter)
    topics = data.find(training_needs.find, quarter, fit)
    likely = topics[topics["probability"] >= 0.5]
    top, away = page.top()
    with top:
        page.line(
            f"The year up to {quarter.label}",
            f"{len(likely)} of {len(topics)} topics probably fail over the whole region" if fit else "",
        )
    with away:
        take_away.findings("training_need", chosen)
    forces = (chosen.force,) if chosen.force else selection.choices().forces
    grid = of_topics(topics, data.find(runs.find, quarter, 4), forces, f"Training topics as of {quarter.label}")
    cell = selection.named("cell")
    table, beside = page.split()
    with table:
        heatmap.show(grid, key="topics", chosen=cell, on_choose=lambda key: selection.change(cell=key))
        training.processes(quarter, fit, chosen.force)
        training.teams(quarter, chosen.force)
        training.events(quarter, fit)
    with beside:
        training.show_topic(topics, quarter, fit, grid.at(cell))
        training.record_event()
