"""The heatmap page as another tool would have it, and a page with nothing on it: what ours is measured beside."""
