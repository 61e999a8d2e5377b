"""What a repeat failure leads to: the next step with whom to ask, and why them, behind its row."""

from __future__ import annotations

import pandas as pd

from arms_analytics.findings import repeat_failures
from arms_analytics.findings.sentences import listed
from arms_analytics.ui import fits
from arms_analytics.ui.training_needs import ask_whom, telling, worth_asking
from arms_analytics.vocabulary import Quarter, Selection


def next_step(row: pd.Series, quarter: Quarter) -> str:
    """What follows from it; the forces worth asking named at once, for the reasons stand at the end of the reviews."""
    found = worth_asking(quarter, fits.fit(quarter), row["question_id"], row["reviewed_force"])
    forces = found["reviewed_force"].tolist()
    ask = f" Worth asking: {listed(forces)} (why, at the end of these reviews)." if forces else ""
    return repeat_failures.next_step(row) + ask


def offer(about: Selection, quarter: Quarter) -> None:
    """The words of its failing feedback, and whom to ask as of this quarter."""
    telling(about)
    if about.question_id:
        ask_whom(quarter, fits.fit(quarter), about.question_id, about.force)
