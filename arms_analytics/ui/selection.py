"""The selection in the address: what was chosen is read from the link and written to it, and nowhere else kept.

So a link reproduces a view, and Back and Forward work. (Widgets bound to the address by Streamlit itself replace the
entry in the browser's history, and Back would leave the page: docs/decisions.md.) Never free text, never an officer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from arms_analytics.finding_rows import lines
from arms_analytics.findings.choices import available
from arms_analytics.network import network
from arms_analytics.ui import data
from arms_analytics.vocabulary import Quarter, Question, RiskLevel, Selection

ON = "yes"
SIDE_BY_SIDE = 12
"""Forces that have room side by side; where there are more, a person may choose a group of them."""
TRAVELS = ("quarter", "force", "question", "risk", "reviewing", "group")
"""The parameters that follow a person from page to page."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen: quarters earliest first, forces in the network's order, questions in their set's."""

    quarters: tuple[Quarter, ...]
    forces: tuple[str, ...]
    reviewing_forces: tuple[str, ...]
    questions: tuple[Question, ...]

    def question(self, question_id: str | None) -> Question | None:
        """The question of this id, None when there is none."""
        return next((question for question in self.questions if question.id == question_id), None)


def choices() -> Choices:
    """What the snapshot in use holds; a page asks for it many times, a snapshot never changes."""
    path = str(data.snapshot().path)
    if st.session_state.get("choices", ("", None))[0] != path:
        st.session_state["choices"] = path, choices_of(data.find(available))
    found: Choices = st.session_state["choices"][1]
    return found


def choices_of(found: pd.DataFrame) -> Choices:
    """From the rows of `findings.choices`."""
    keys = {kind: list(rows["key"]) for kind, rows in found.groupby("kind")}
    questions = found[found["kind"] == "question"]
    return Choices(
        quarters=tuple(network().quarter_at(int(key)) for key in keys.get("quarter", ())),
        forces=network().in_order(keys.get("force", [])),
        reviewing_forces=network().in_order(keys.get("reviewing_force", [])),
        questions=tuple(Question(q.key, q.wording, q.short, q.section) for q in lines(questions)),
    )


def is_first(quarter: Quarter) -> bool:
    """Whether no quarter before this one has reviews."""
    return all(each.index >= quarter.index for each in choices().quarters)


def read(parameters: Mapping[str, str], choices: Choices) -> Selection:
    """What a link asks for. What is not there is as if it were not named; no quarter is the latest."""
    quarters = {quarter.key: quarter for quarter in choices.quarters}
    latest = choices.quarters[-1] if choices.quarters else None
    risk = parameters.get("risk")
    return Selection(
        quarter=quarters.get(parameters.get("quarter", ""), latest),
        force=_among(parameters.get("force"), choices.forces),
        question_id=_among(parameters.get("question"), [question.id for question in choices.questions]),
        risk_levels=(RiskLevel(risk),) if risk in list(RiskLevel) else (),
        reviewing_force=_among(parameters.get("reviewing"), choices.reviewing_forces),
    )


def _among(value: str | None, known: list[str] | tuple[str, ...]) -> str | None:
    return value if value in known else None


def parameter(name: str, options: Mapping[str, object] | list[str], default: str) -> str:
    """A page's own parameter of the address, one of `options`."""
    value = st.query_params.get(name, default)
    return value if value in options else default


def follow(key: str, now: object, offered: Sequence[object]) -> int:
    """Have the control of this key show `now`, whatever it showed before; the place among `offered` where it begins.

    It begins there too: a control that begins elsewhere and is corrected on arrival may, in a slow browser, send back
    where it began as if somebody had chosen it.
    """
    if st.session_state.get(key) != now:
        st.session_state[key] = now
    return offered.index(now)


def turn(name: str, options: Mapping[str, str]) -> str:
    """A page's own view, one of `options` (key → label), as a row of choices; the first unless the address says."""
    now = parameter(name, options, next(iter(options)))
    key = f"turn_{name}"
    st.radio(
        "View",
        list(options),
        index=follow(key, now, list(options)),
        key=key,
        format_func=options.get,
        horizontal=True,
        label_visibility="collapsed",
        on_change=lambda: change(**{name: st.session_state[key], "cell": None}),
    )
    return now


def switch(name: str, label: str) -> bool:
    """A page's own addition to its view, as a switch; the address holds whether it is on."""
    on = st.query_params.get(name) == ON
    key = f"switch_{name}"
    follow(key, on, (False, True))
    st.toggle(label, value=on, key=key, on_change=lambda: change(**{name: ON if st.session_state[key] else None}))
    return on


def forces_shown() -> tuple[str, ...]:
    """The forces to show side by side: the chosen one, otherwise those of the chosen group, otherwise all."""
    offered = choices()
    if force := _among(st.query_params.get("force"), offered.forces):
        return (force,)
    return group_shown()


def group_shown() -> tuple[str, ...]:
    """The forces of the chosen group; all where none is chosen."""
    forces = choices().forces
    return groups(forces).get(st.query_params.get("group", ""), forces)


def in_group(force: str) -> bool:
    """Whether this force belongs to what is shown side by side; also one that has sent nothing yet."""
    return force in group_shown() or (force not in choices().forces and "group" not in st.query_params)


def groups(forces: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The network's own forces and those of each region, by name; none where all forces have room side by side."""
    if len(forces) <= SIDE_BY_SIDE:
        return {}
    regions = {force.name: force.region for force in network().known_forces}
    found = {network().name: tuple(name for name in network().member_names if name in forces)}
    for region in sorted({regions.get(name, "") for name in forces} - {""}):
        found[region] = tuple(name for name in forces if regions.get(name) == region)
    return found


def named(name: str) -> str | None:
    """A parameter of the address as it stands; for those whose values only the page knows."""
    return st.query_params.get(name)


def pin(quarter: Quarter | None) -> None:
    """Remember which quarter is shown: the next choice writes it into the address."""
    st.session_state["shown_quarter"] = quarter.key if quarter else None


def show(chosen: Selection | None) -> None:
    """Remember what this run of the page shows: a printed page says so at its foot. None: nothing is chosen here."""
    st.session_state["shown_selection"] = chosen


def shown() -> Selection | None:
    """What this run of the page shows."""
    return st.session_state.get("shown_selection")


def change(**parameters: str | None) -> None:
    """Write these into the address as one step that Back undoes; None takes a parameter out.

    The first choice also writes down the quarter that was shown, so that the link stays what it is after a load.
    """
    shown = st.session_state.get("shown_quarter")
    now = ({"quarter": shown} if shown else {}) | st.query_params.to_dict() | parameters
    wanted = {name: value for name, value in now.items() if value}
    if wanted != st.query_params.to_dict():
        st.query_params.from_dict(wanted)


def travelling() -> dict[str, str]:
    """The parameters that a link to another page carries on."""
    return {name: value for name, value in st.query_params.to_dict().items() if name in TRAVELS and value}
