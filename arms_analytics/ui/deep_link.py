"""The view a link asked for, kept in the browser's tab over sign-in: the identity provider returns to the start."""

from __future__ import annotations

import streamlit as st

_KEEPER = st.components.v2.component(
    "arms_deep_link",
    js="""
    export default function ({ data }) {
        const here = location.pathname + location.search;
        if (data.remember) { sessionStorage.setItem("arms-view", here); return; }
        const view = sessionStorage.getItem("arms-view");
        sessionStorage.removeItem("arms-view");
        if (view && view.startsWith("/") && view !== here) location.replace(location.origin + view);
    }
    """,
)


def remember() -> None:
    """Keep the address asked for until somebody has signed in."""
    _KEEPER(key="deep-link", data={"remember": True})


def go_back() -> None:
    """Go to the address that was asked for before sign-in, once."""
    _KEEPER(key="deep-link", data={"remember": False})
