"""A reader's place on the page: kept where what had the keyboard's focus is gone, and led into a box that opens."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_KEEPER = st.components.v2.component(
    "arms_keep_place", js=(Path(__file__).parent / "keep_place.js").read_text(encoding="utf-8")
)


def watch() -> None:
    """Watch over every page: one element that stays while pages come and go."""
    _KEEPER(key="keep_place")
