"""The frame around every page: head with the key, banner, foot; and no traceback ever reaches a person."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from arms_analytics.exports.stamp import Stamp
from arms_analytics.network import network
from arms_analytics.store import NoStoreError, StoreError
from arms_analytics.ui import access, data, glossary, navigation, officers, records, selection, theme
from arms_analytics.ui.key import key
from arms_analytics.ui.words import plain

LOG = logging.getLogger(__name__)


@contextmanager
def frame(title: str, about: str, *, empty: bool = False) -> Iterator[None]:
    """Draw the head, then the page within, then the foot. Faults become a sentence that says what to do.

    `empty` says that the page is of use before anything was loaded. Nothing is fetched or drawn for those who lack
    the right that the page of this title needs.
    """
    navigation.begin_with_the_frame()
    theme.apply()
    listed = navigation.listed(title)
    access.require(listed.needs)
    officers.on_this_page(presenting=listed.presents)
    try:
        synthetic: bool | None = data.begin().synthetic
    except NoStoreError:
        if not empty:
            _head(title, about)
            _first_run()
            st.stop()
        synthetic = None
    except StoreError as error:
        _head(title, about)
        st.error(plain(str(error)))
        st.stop()
    if synthetic:
        _demonstration()
    _head(title, about)
    selection.show(None)
    if fault := records.fault():
        st.warning(plain(fault))
    records.show_said()
    with _no_traceback(title):
        yield
    _foot(synthetic)


@contextmanager
def _no_traceback(title: str) -> Iterator[None]:
    try:
        yield
    except StoreError as error:
        st.error(plain(str(error)))
    except Exception:
        LOG.exception("The page %r could not be drawn.", title)
        st.error(
            "This page could not be drawn. The other pages still work. What went wrong is written in the terminal "
            "in which the dashboard runs; pass it on to whoever looks after it here."
        )


def part(draw: Callable[[], None]) -> None:
    """Draw the part of a page in which people choose cells: what is chosen there draws it again, and nothing else.

    So the words behind a cell come at once. The whole page is drawn again where more than this part has changed since:
    something was written, another state of the store was published, or who is looking may no longer.
    """
    still, with_the_page = access.still(), True

    @st.fragment
    def drawn() -> None:
        nonlocal with_the_page
        if not with_the_page and (records.said() or data.changed() or not still()):
            st.rerun()
        with_the_page = False
        with _no_traceback(draw.__module__):
            draw()

    drawn()


def _head(title: str, about: str) -> None:
    st.html(
        f'<header class="arms-head"><h1>{escape(title)}</h1>{key()}'
        f'<div class="arms-about"><p>{escape(about)}</p>{glossary.markup()}</div></header>'
    )


def line(*parts: str) -> None:
    """What is being looked at, in one line under the head. `parts` are plain text; the first is set strong."""
    first, *rest = (escape(part) for part in parts if part)
    st.html(f'<p class="arms-line">{" · ".join([f"<strong>{first}</strong>", *rest])}</p>')


def top() -> tuple[DeltaGenerator, DeltaGenerator]:
    """The row under the head: what is being looked at, and at its end what can be taken away."""
    with st.container(key="top"):
        said, away = st.columns([8, 1], gap="small", vertical_alignment="center")
    return said, away


def note(text: str) -> None:
    """A quiet line that explains what stands above it; plain text."""
    st.html(f'<p class="arms-note">{escape(text)}</p>')


def notice(sentence: str) -> None:
    """Why there is nothing, or not all, to be shown where this stands; plain text."""
    st.html(f'<p class="arms-empty">{escape(sentence)}</p>')


def split(*, once_chosen: bool = True) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Two columns: what is chosen from, wide, and what was chosen, beside it.

    `once_chosen`: on a laptop's screen the first has the whole width until something was chosen.
    """
    with st.container(key="split_chosen" if once_chosen else "split"):
        wide, beside = st.columns([3, 1], gap="small")
    return wide, beside


def _demonstration() -> None:
    st.html(
        '<div class="arms-banner" role="note"><strong>Demonstration.</strong>'
        "<span>Synthetic data: no real person, plan or review.</span>"
        "<details><summary>Begin with your own</summary>Drop your collated workbooks on the page Load "
        "workbooks, or run <code>python -m arms_analytics load FOLDER</code> in the folder of this program. Your data "
        "and the demonstration are never mixed.</details></div>"
    )


def _first_run() -> None:
    with st.container(key="first_run"):
        st.header("Nothing has been loaded yet", anchor=False)
        st.write("Begin with the collated workbooks of a quarter. You see what was understood before it is stored.")
        navigation.link("load_workbooks", "**Load workbooks**")
        st.html(
            '<p class="arms-note">Or, in a terminal, in the folder of this program, then reload this page:</p>'
            '<dl class="arms-commands"><dt><code>python -m arms_analytics load FOLDER</code></dt>'
            "<dd>reads the collated workbooks in a folder of yours</dd>"
            "<dt><code>python -m arms_analytics check FOLDER</code></dt><dd>only says what it would understand</dd>"
            "<dt><code>make demo</code></dt><dd>makes a synthetic demonstration region to look around in</dd></dl>"
        )


def _foot(synthetic: bool | None) -> None:
    """`synthetic` is None before anything was loaded."""
    marking = "Synthetic demonstration data" if synthetic else network().protective_marking
    illustrative = network().question_set.notice
    version = "Nothing loaded yet" if synthetic is None else f"Data version {data.snapshot().number}"
    st.html(
        f'<footer class="arms-foot"><span><strong>{escape(marking)}</strong></span>'
        f"<span>{escape(illustrative)}</span><span>{escape(version)}</span>{_on_paper(synthetic)}</footer>"
    )


def _on_paper(synthetic: bool | None) -> str:
    """What only a printed page says: marking, and what was chosen, when and from which data."""
    if synthetic is None:
        return ""
    stamp = Stamp.of(data.snapshot(), network(), selection.shown())
    return f'<span class="arms-printed">{escape(" · ".join(stamp.lines))}</span>'
