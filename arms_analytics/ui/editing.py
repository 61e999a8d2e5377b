"""A row in a form: what another person stored meanwhile is told, and what was typed stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import streamlit as st

from arms_analytics.store.records import Action, PromisingPractice
from arms_analytics.ui import records
from arms_analytics.ui.words import plain

R = TypeVar("R", Action, PromisingPractice)
OVERTAKEN = "{who} changed this after you opened it. What stands now: {now}. "
KEPT = "What you typed is still in the form: Store puts what you changed over it and leaves the rest as it stands."


@dataclass(frozen=True, slots=True)
class Edit(Generic[R]):
    """`opened` is the row as the form was first drawn with it, `now` as it is stored. `form` is the form's key."""

    opened: R
    now: R
    form: str
    first: bool
    """Whether this run is the first to know that another person changed the row."""

    @property
    def overtaken(self) -> bool:
        """Whether somebody stored the row since the form was opened."""
        return self.opened.revision != self.now.revision

    def changes(self, filled: Mapping[str, Any]) -> dict[str, Any]:
        """What was changed in the form, and that alone: the rest is as another person may have left it."""
        return {name: value for name, value in filled.items() if value != getattr(self.opened, name)}

    def may_store(self) -> bool:
        """False, with a sentence, where the person has not yet been shown what somebody else stored."""
        if self.first:
            records.say(
                "Somebody changed this after you opened it. Nothing was stored yet: look, then store.", good=False
            )
        return not self.first


def edit(now: R, name: str, told: Mapping[str, str]) -> Edit[R]:
    """The edit of this row under way, begun when there is none. `told` says what stands now, by label.

    The form is to hold a control whose key is the form's: while that is on the page, so is what was typed.
    """
    held, seen = f"opened_{name}", f"seen_{name}"
    opened = st.session_state.get(held)
    if opened is None or _form(name, opened) not in st.session_state:
        opened = now
    st.session_state[held] = opened
    overtaken = opened.revision != now.revision
    first = overtaken and st.session_state.get(seen) != now.revision
    if overtaken:
        st.session_state[seen] = now.revision
        stands = "; ".join(f"{label}: {value or 'nothing'}" for label, value in told.items())
        st.warning(plain(OVERTAKEN.format(who=now.changed_by, now=stands) + KEPT))
        st.button("Let go of mine", key=f"let_go_{name}", on_click=close, args=(name,))
    return Edit(opened, now, _form(name, opened), first)


def close(name: str) -> None:
    """The edit is over: the next form begins from what is stored."""
    st.session_state.pop(f"opened_{name}", None)


def _form(name: str, opened: R) -> str:
    return f"{name}_{opened.revision}"
