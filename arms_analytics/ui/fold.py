"""A line that opens what it names."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st


def fold(label: str, key: str, draw: Callable[[], None]) -> None:
    """`draw` within a line that can be opened; drawn only while it is open, so that a closed one costs nothing.

    Forms are what takes a browser longest to draw, and most cells are chosen to be read.
    """
    opened = st.expander(label, key=f"fold_{key}", on_change="rerun")
    if opened.open:
        with opened:
            draw()
