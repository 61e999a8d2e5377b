"""The look that pages share: the grade colours of the chosen palette and one style sheet; colours of the rest are in
.streamlit/config.toml.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from arms_analytics.charts.palette import Palette, palettes
from arms_analytics.network import network
from arms_analytics.ui import selection

SHEET = (Path(__file__).parent / "theme.css").read_text(encoding="utf-8")


def palette() -> Palette:
    """The palette in use: the one the address names, otherwise the collated sheets' own."""
    offered = palettes(network().grade_scale)
    return offered[selection.parameter("colours", offered, next(iter(offered)))]


def apply() -> None:
    """Put the style sheet and the grades' colours on the page."""
    st.html(f"<style>:root {{ {_variables(palette())} }}\n{_grade_rules()}\n{SHEET}</style>")


def choose_palette() -> None:
    """The control that changes the colours of grades everywhere; the address keeps the choice."""
    offered = palettes(network().grade_scale)
    key = "choose_colours"
    if st.session_state.get(key) != palette().key:
        st.session_state[key] = palette().key
    st.selectbox(
        "Grade colours",
        list(offered),
        key=key,
        format_func=lambda name: offered[name].label,
        on_change=lambda: selection.change(colours=st.session_state[key]),
    )


def _variables(chosen: Palette) -> str:
    scale = network().grade_scale
    named = [
        f"--grade-{grade.key}: #{chosen[grade.key].fill}; --grade-{grade.key}-ink: #{chosen[grade.key].ink};"
        for grade in scale
    ]
    if chosen.key != "high-contrast":  # there cells are tinted with the colour of text
        named.append(f"--grade-heat: #{chosen[scale.grades[0].key].fill};")
    return " ".join(named)


def _grade_rules() -> str:
    return "\n".join(
        f'.grade[data-grade="{grade.key}"] {{ background: var(--grade-{grade.key}); '
        f"color: var(--grade-{grade.key}-ink); }}"
        for grade in network().grade_scale
    )
