"""The shared selection: the same controls in the same place on every page, kept in the address."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from arms_analytics.ui import selection
from arms_analytics.ui.controls import pick
from arms_analytics.ui.selection import Choices
from arms_analytics.vocabulary import Quarter, RiskLevel, Selection

HowMany = Literal["one", "any", "all", "none"]
"""How many values a page shows: one, any one or all of them, always all side by side, or it does not ask at all.

In the last two cases the control stays in its place, says so, and cannot be used.
"""


def choose(
    *, quarter: HowMany = "one", force: HowMany = "any", question: HowMany = "any", risk: HowMany = "any"
) -> Selection:
    """Draw the controls in the sidebar; what they now say. What is asked for as "all" or "none" is None in it."""
    offered = selection.choices()
    asked = selection.read(st.query_params, offered)
    named = str(asked.quarter) == st.query_params.get("quarter")
    now = asked.quarter if quarter == "one" or named else None
    selection.pin(now if quarter == "one" else None)
    with st.sidebar.container(key="selection", gap="xsmall"):
        chosen_quarter = _control("Quarter", "quarter", _quarters(offered), str(now), quarter)
        if groups := selection.groups(offered.forces):
            together = {name: name for name in groups}
            group = st.query_params.get("group")
            _control("Group of forces", "group", together, group, "none" if force == "none" else "any", "All forces")
        chosen_force = _control("Force", "force", {name: name for name in offered.forces}, asked.force, force)
        chosen_question = _control("Question", "question", _questions(offered), asked.question_id, question)
        levels = {str(level): level.label for level in RiskLevel}
        chosen_risk = _control("Risk level", "risk", levels, next((str(r) for r in asked.risk_levels), None), risk)
    chosen = Selection(
        quarter=_quarter(chosen_quarter, offered),
        force=chosen_force,
        question_id=chosen_question,
        risk_levels=(RiskLevel(chosen_risk),) if chosen_risk else (),
    )
    selection.show(chosen)
    return chosen


def _control(
    label: str, name: str, options: dict[str, str], value: str | None, asked: HowMany, everything: str = ""
) -> str | None:
    """One control; its value, None for all, which `everything` calls."""
    everything = everything or f"All {label.lower()}s"
    if asked in {"all", "none"}:
        fixed = f"{everything}, side by side" if asked == "all" else everything
        st.selectbox(label, [fixed], disabled=True, key=f"choose_{name}_{asked}")
        return None
    return pick(label, name, options, value, everything=everything if asked == "any" else "")


def _quarters(offered: Choices) -> dict[str, str]:
    return {quarter.key: quarter.label for quarter in reversed(offered.quarters)}


def _quarter(key: str | None, offered: Choices) -> Quarter | None:
    return next((quarter for quarter in offered.quarters if quarter.key == key), None)


def _questions(offered: Choices) -> dict[str, str]:
    return {question.id: f"{question.id} {question.short}" for question in offered.questions}
