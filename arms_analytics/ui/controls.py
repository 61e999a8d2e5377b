"""One control whose choice lives in the address: a list to pick from, the same wherever it stands."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from arms_analytics.ui import selection

ALL = ""


def pick(label: str, name: str, options: Mapping[str, str], value: str | None, *, everything: str = "") -> str | None:
    """Pick one of `options` (key → what people read) for the parameter `name`; its key, None for everything.

    `value` is what the address says now. `everything` is how all together is called; without it one must be picked.
    """
    offered = [ALL, *options] if everything else list(options)
    if not offered:
        return None
    key = f"choose_{name}"
    wanted = value if value in offered else offered[0]
    st.selectbox(
        label,
        offered,
        index=selection.follow(key, wanted, offered),
        key=key,
        format_func=lambda option: options.get(option, everything),
        on_change=lambda: selection.change(**{name: st.session_state[key] or None}),
    )
    return wanted or None
