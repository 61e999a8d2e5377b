"""The shared selection: the same controls in the same place on every page, kept in the address."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from arms_analytics.ui import selection
from arms_analytics.ui.selection import Choices
from arms_analytics.vocabulary import RiskLevel, Selection

Asked = Literal["one", "any", "all"]
"""A page shows one value, any one or all of them, or always all side by side (then the control says so)."""

ALL = ""


def choose(*, quarter: Asked = "one", force: Asked = "any", question: Asked = "any", risk: Asked = "any") -> Selection:
    """Draw the controls in the sidebar; what they now say. What is asked for as "all" is None in the selection."""
    offered = selection.choices()
    asked = selection.read(st.query_params, offered)
    st.session_state["shown_quarter"] = asked.quarter.key if asked.quarter else None
    with st.sidebar.container(key="selection", gap="xsmall"):
        chosen_quarter = _control("Quarter", "quarter", _quarters(offered), _key(asked.quarter), quarter)
        chosen_force = _control("Force", "force", {name: name for name in offered.forces}, asked.force, force)
        chosen_question = _control("Question", "question", _questions(offered), asked.question_id, question)
        levels = {str(level): level.label for level in RiskLevel}
        chosen_risk = _control(
            "Risk level", "risk", levels, next((str(level) for level in asked.risk_levels), None), risk
        )
    return Selection(
        quarter=next((each for each in offered.quarters if each.key == chosen_quarter), None),
        force=chosen_force,
        question_id=chosen_question,
        risk_levels=(RiskLevel(chosen_risk),) if chosen_risk else (),
    )


def _control(label: str, name: str, options: dict[str, str], value: str | None, asked: Asked) -> str | None:
    """One control; its value, None for all."""
    key = f"choose_{name}"
    everything = f"All {label.lower()}s"
    if asked == "all":
        st.selectbox(label, [f"{everything}, side by side"], disabled=True, key=f"{key}_all")
        return None
    offered = list(options) if asked == "one" else [ALL, *options]
    if not offered:
        return None
    wanted = value if value in offered else offered[0]
    if st.session_state.get(key) != wanted:
        st.session_state[key] = wanted
    st.selectbox(
        label,
        offered,
        key=key,
        format_func=lambda option: options.get(option, everything),
        on_change=lambda: selection.change(**{name: st.session_state[key] or None}),
    )
    return wanted or None


def _quarters(offered: Choices) -> dict[str, str]:
    return {quarter.key: quarter.label for quarter in reversed(offered.quarters)}


def _questions(offered: Choices) -> dict[str, str]:
    return {question.id: f"{question.id} {question.short}" for question in offered.questions}


def _key(quarter: object) -> str | None:
    return None if quarter is None else str(quarter)
