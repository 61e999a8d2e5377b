"""Grading heatmap: the grades from three sides and as the collated sheet; each cell opens its reviews."""

from arms_analytics.ui import choosing, heatmap, page, sidebar, take_away

with page.frame("Grading heatmap", "How the plans were graded. Choose a cell to read what the reviewers wrote."):
    top, away = page.top()
    with top:
        side = heatmap.choose_side()
    chosen = sidebar.choose(**side.asks)
    page.line(*heatmap.said(side, chosen))
    grid = heatmap.grid(side, chosen)
    table, beside = page.split()
    with table:
        choosing.show(grid, "heatmap", beside, lambda cell: heatmap.show_evidence(side, chosen, cell))
    with away:
        take_away.reviews(chosen)
