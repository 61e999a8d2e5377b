"""What the model says, as pages read it: kept beside the snapshots, worked out off any page's path."""

from __future__ import annotations

import atexit
import logging
import threading

import streamlit as st

from arms_analytics.findings.fit import Fit
from arms_analytics.findings.kept_fits import KeptFits
from arms_analytics.store import ClarifiedGrade, Snapshot
from arms_analytics.ui import data, records
from arms_analytics.ui.folder import store
from arms_analytics.vocabulary import Quarter

_ONE_AFTER_THE_OTHER = threading.Lock()
"""Several at once would be ready no sooner, and pages would wait for all of them."""
LOG = logging.getLogger(__name__)
LOOK_AGAIN = 2.0
"""Seconds after which a page that waits for a fit looks again."""
LAST_WAIT = 10.0
"""Seconds that the end of the program waits for a fit; a region's takes one."""


def fit(quarter: Quarter) -> Fit | None:
    """What was known up to this quarter, as corrected since; None while it is being worked out in the background."""
    kept = _kept()
    if not kept.has(quarter.index):
        _work_out(str(kept.path(quarter.index)), kept, data.snapshot(), records.clarified(), quarter.index)
        return None
    return _read(str(kept.path(quarter.index)), kept, quarter.index)


def ready(quarter: Quarter) -> bool:
    """Whether it was worked out, even where nothing was graded and there is nothing to say."""
    return _kept().has(quarter.index)


def _kept() -> KeptFits:
    return KeptFits(store(), data.snapshot().number, max(0, records.version()))


@st.cache_resource(max_entries=40, show_spinner=False)
def _read(path: str, _kept: KeptFits, _quarter: int) -> Fit | None:
    """`path` names snapshot, records version, method and quarter."""
    return _kept.read(_quarter)


@st.cache_resource(max_entries=40, show_spinner=False)
def _work_out(
    path: str, _kept: KeptFits, _snapshot: Snapshot, _clarified: tuple[ClarifiedGrade, ...], _quarter: int
) -> threading.Thread:
    """Started once for each `path`, however many pages wait for it."""

    def work() -> None:
        try:
            with _ONE_AFTER_THE_OTHER, _snapshot.cursor(_snapshot.forces, _clarified) as cursor:
                _kept.work_out(cursor, [_quarter])
        except Exception:
            LOG.exception("The model could not be fitted as of quarter %s.", _quarter)

    thread = threading.Thread(target=work, name=f"fit {_quarter}", daemon=True)
    thread.start()
    atexit.register(thread.join, LAST_WAIT)  # stopped amid native code, it would take the whole process down with it
    return thread


def wait_for(*quarters: Quarter) -> None:
    """Where these are not all worked out yet: say so, and draw the page again when they are.

    The place is kept when there is nothing to say: were what follows to move up, the browser would take it for
    something new, and whatever somebody is filling in there would be lost.
    """
    place = st.container()
    if all(ready(quarter) for quarter in quarters):
        return

    @st.fragment(run_every=LOOK_AGAIN)
    def waiting() -> None:
        if all(ready(quarter) for quarter in quarters):
            records.say_again()
            st.rerun()
        st.write("How sure one may be is being worked out. Until then the hand rule stands alone.")

    with place:
        waiting()
