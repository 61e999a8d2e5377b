"""Conditional formats: rules read, asked of cells, and painted over the fills beneath."""
