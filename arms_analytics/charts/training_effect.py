"""Training that was given as a table of cells: when, on what, for whom, and what plans show before and after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

from arms_analytics.charts.grid import NO_REVIEWS, Cell, Grid, Head, cells_by_key, heat
from arms_analytics.charts.heatmap import force_heads
from arms_analytics.charts.register import Column, heads
from arms_analytics.network import network
from arms_analytics.vocabulary import WHOLE_REGION, in_100


class Given(NamedTuple):
    """An event, keyed by its number in the records; no forces: the whole region. `effect` as `findings` has it."""

    key: str
    topic: str
    day: dt.date
    questions: Sequence[str]
    forces: Sequence[str]
    effect: Any
    team: str = ""


BEFORE, AFTER = "Before", "After"


def _day(given: Given) -> tuple[str, str]:
    return f"{given.day.day} {given.day:%b %Y}", f"given on {given.day.day} {given.day:%B %Y}"


def _questions(given: Given) -> tuple[str, str]:
    said = ", ".join(given.questions)
    return said, f"on {said}"


def _forces(given: Given) -> tuple[str, str]:
    if not given.forces:
        return "Region", f"for the {WHOLE_REGION.lower()}"
    if len(given.forces) > 1:
        return f"{len(given.forces)} forces", f"for {', '.join(given.forces)}"
    [head] = force_heads(given.forces)
    return head.label, f"for {head.said}"


def _share(given: Given) -> tuple[str, str]:
    effect = given.effect.effect
    if effect is None:
        said = {"being worked out": "…", "too early": "too early"}.get(given.effect.state, "–")
        return said, given.effect.state
    before, after = f"{effect.share_before:.0%}", f"{effect.share_after:.0%}"
    return f"{before} → {after}", f"from {before} to {after} of plans, allowing for who reviewed them"


def _range(given: Given) -> tuple[str, str]:
    effect = given.effect.effect
    if effect is None:
        return "–", "no range"
    said = f"{_signed(effect.low)} to {_signed(effect.high)}"
    return said, f"likely range of the change: {said} plans in 100"


def _signed(share: float) -> str:
    points = round(share * 100)
    return f"{points:+d}".replace("-", "\N{MINUS SIGN}") if points else "0"


def _chance(given: Given) -> tuple[str, str]:
    effect = given.effect.effect
    if effect is None:
        return "–", "no chance"
    early = "early signs: " if given.effect.state == "early" else ""
    return in_100(effect.helped), f"{early}a chance of {in_100(effect.helped)} that fewer plans fail"


COLUMNS = {
    "Given": Column(_day, "The day on which it was given", "on", aside=True),
    "Questions": Column(_questions, "The questions that it was about"),
    "For": Column(_forces, "The forces that it was for"),
    "Failing": Column(_share, "The share of plans that would fail, as before it and as after it", "of plans"),
    "Change": Column(_range, "The likely range of the change, in plans of 100", "in 100", aside=True),
    "Fewer fail": Column(_chance, "How sure one may be that fewer plans fail than before", "chance"),
}
SIDES = {
    BEFORE: Head(BEFORE, BEFORE, "Boxes below the line on plans completed before", under="boxes failed"),
    AFTER: Head(AFTER, AFTER, "Boxes below the line on plans completed after", under="boxes failed"),
}
"""The columns after those: what was counted by hand on either side of the event."""


def of_events(events: Sequence[Given], caption: str) -> Grid:
    """One row per event in the order given."""
    rows = tuple(Head(given.key, given.topic, given.topic, given.topic) for given in events)
    columns = (*heads(COLUMNS), *SIDES.values())
    cells = {
        (given.key, name): Cell((), *column.says(given), heat=0) for given in events for name, column in COLUMNS.items()
    }
    for given in events:
        effect = given.effect
        cells[given.key, BEFORE] = _counted(effect.failures_before, effect.boxes_before)
        cells[given.key, AFTER] = _counted(effect.failures_after, effect.boxes_after)
    return Grid(caption, "Training given", rows, columns, cells_by_key(rows, columns, cells))


def _counted(failures: int, boxes: int) -> Cell:
    if not boxes:
        return NO_REVIEWS
    said = f"{failures:,} of {boxes:,}"
    return Cell((), said, f"{said} boxes below {network().grade_scale.pass_name}", heat(failures, boxes))
