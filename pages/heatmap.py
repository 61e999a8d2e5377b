"""Grading heatmap: the grades from three sides and as the collated sheet; each cell opens its reviews."""

from arms_analytics.ui import cube, heatmap, page, selection, sidebar, take_away

with page.frame("Grading heatmap", "How the plans were graded. Choose a cell to read what the reviewers wrote."):
    top, away = page.top()
    with top:
        side = cube.choose_side()
    chosen = sidebar.choose(**side.asks)
    grid = cube.grid(side, chosen)
    cell = selection.named("cell")
    table, beside = page.split()
    with table:
        heatmap.show(grid, key="heatmap", chosen=cell, on_choose=lambda key: selection.change(cell=key))
    with beside:
        cube.show_evidence(side, chosen, grid.at(cell))
    with away:
        take_away.reviews(chosen)
