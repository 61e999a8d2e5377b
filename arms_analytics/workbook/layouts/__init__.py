"""From the cells of one tab to its reviews: one module per family of layouts, all on one grid that may be turned."""
