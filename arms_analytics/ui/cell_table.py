"""A table of cells in the page, each a button, reached by mouse, keyboard and screen reader alike.

A component of ours because no chart of Streamlit's can be chosen from by keyboard (docs/decisions.md). What was
chosen arrives as a trigger and is kept in the address by the caller, so that Back and links work.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from arms_analytics.charts.grid import BLANK, PRESENT, Grid
from arms_analytics.network import network
from arms_analytics.vocabulary import NOT_APPLICABLE

HERE = Path(__file__).parent
LEAST = 28
"""Pixels that a row will need: room kept until the browser has drawn the table, so that nothing jumps then."""


def _fills() -> str:
    """The style rules by which a mark takes its grade's fill from the page's palette."""
    graded = [
        f'[data-grade="{grade.key}"] {{ background: var(--grade-{grade.key}); color: var(--grade-{grade.key}-ink); }}'
        for grade in network().grade_scale
    ]
    empty = [
        f'.strip [data-grade="{PRESENT}"] {{ background: var(--quiet); }}',
        f'.strip [data-grade="{NOT_APPLICABLE}"], button[data-grade="{NOT_APPLICABLE}"] '
        "{ background: transparent; color: var(--quiet); }",
        f'.strip:not(.many) [data-grade="{BLANK}"], button[data-grade="{BLANK}"] '
        "{ background: transparent; color: var(--quiet); box-shadow: none; border: 1px dashed var(--quiet); "
        "box-sizing: border-box; }",
        # where a bar is one of many reviews a piece may be narrower than its dashes
        f'.strip.many [data-grade="{BLANK}"] {{ border: 0; box-shadow: inset 0 0 0 1px var(--line); }}',
    ]
    return "\n".join(graded + empty)


_TABLE = st.components.v2.component(
    "arms_cell_table",
    html='<div class="box"></div>',
    css=(HERE / "cell_table.css").read_text(encoding="utf-8") + _fills(),
    js=(HERE / "cell_table.js").read_text(encoding="utf-8"),
)


def show(grid: Grid, *, key: str, chosen: str | None, on_choose: Callable[[str | None], None]) -> None:
    """Show the grid with one cell marked as chosen; `on_choose` gets the key of the next, None to close."""

    def chose() -> None:
        on_choose(st.session_state[key]["chosen"] or None)

    lines = 1 + len(grid.rows) + (len({row.group for row in grid.rows}) if grid.banded else 0)
    room = "var(--arms-box, max(320px, 100vh - 250px))"  # as in cell_table.css
    st.html(f"<style>.st-key-{key} {{ min-height: min({LEAST * lines}px, {room}); }}</style>")
    _TABLE(key=key, data=grid.payload() | {"chosen": chosen}, on_chosen_change=chose)
