"""The colours of grades that pages share: those of the chosen palette.

The style sheet comes with the page (`sheet`); the colours of the rest are in .streamlit/config.toml.
"""

from __future__ import annotations

import streamlit as st

from arms_analytics.charts.palette import Palette, palettes
from arms_analytics.network import network
from arms_analytics.ui import selection

QUIET = (("quiet", 74), ("rule", 18))
"""How much of the text's own colour lesser text and rules have; all of it under high contrast."""
CHOSEN = "colours"
"""The parameter of a link, and the key of the session, that name a palette."""
COOKIE = "arms-colours"
"""Holds the palette's key and nothing else; the browser keeps it for a year, and sends it to this address alone."""
_KEEPER = st.components.v2.component(
    "arms_colours",
    js="""
    export default function ({ data }) {
        document.cookie = `${data.name}=${data.colours}; path=/; max-age=31536000; samesite=strict`;
    }
    """,
)


def palette() -> Palette:
    """The palette in use: the link's, else the one chosen on this or an earlier visit, else the collated sheets'."""
    offered = palettes(network().grade_scale)
    asked = (st.query_params.get(CHOSEN), st.session_state.get(CHOSEN), st.context.cookies.get(COOKIE))
    return next((offered[key] for key in asked if key in offered), next(iter(offered.values())))


def apply() -> None:
    """Put the grades' colours on the page."""
    st.html(f"<style>:root {{ {_variables(palette())} }}\n{_grade_rules()}</style>")


def choose_palette() -> None:
    """The control that changes the colours of grades everywhere; the browser remembers the choice."""
    offered = palettes(network().grade_scale)
    key = "choose_colours"
    st.selectbox(
        "Grade colours",
        list(offered),
        index=selection.follow(key, palette().key, list(offered)),
        key=key,
        format_func=lambda name: offered[name].label,
        on_change=_chose,
        args=(key,),
    )
    if chosen := st.session_state.get(CHOSEN):
        _KEEPER(key="keep_colours", data={"name": COOKIE, "colours": chosen})


def _chose(key: str) -> None:
    st.session_state[CHOSEN] = st.session_state[key]
    if CHOSEN in st.query_params:  # a person's own choice comes before a link's
        selection.change(**{CHOSEN: None})


def _variables(chosen: Palette) -> str:
    scale = network().grade_scale
    named = [
        f"--grade-{grade.key}: #{chosen[grade.key].fill}; --grade-{grade.key}-ink: #{chosen[grade.key].ink};"
        for grade in scale
    ]
    if chosen.key == "high-contrast":  # cells are tinted with the colour of text, and no text is quiet
        named.append("--arms-quiet: currentColor; --arms-line: currentColor; --arms-rule: currentColor;")
    else:
        named += [f"--arms-{name}: color-mix(in srgb, currentColor {share}%, transparent);" for name, share in QUIET]
        named.append(f"--grade-heat: #{chosen[scale.grades[0].key].fill};")
    light, dark = (st.get_option(f"theme.{scheme}.backgroundColor") for scheme in ("light", "dark"))
    named.append(f"--arms-ground: light-dark({light}, {dark});")  # for what stays in view while text scrolls under it
    return " ".join(named)


def _grade_rules() -> str:
    return "\n".join(
        f'.grade[data-grade="{grade.key}"] {{ background: var(--grade-{grade.key}); '
        f"color: var(--grade-{grade.key}-ink); }}"
        for grade in network().grade_scale
    )
