"""Training that was given as a table of cells: when, on what, for whom, and what plans show before and after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from arms_analytics.charts.grid import NO_REVIEWS, Cell, Grid, Head, cells_by_key, heat
from arms_analytics.charts.heads import force_heads
from arms_analytics.charts.register import Column, said_cells, said_heads
from arms_analytics.network import network
from arms_analytics.vocabulary import WHOLE_REGION, day, in_100, share, signed


class Given(NamedTuple):
    """A training event as the records have it, and its effect as `findings.training_effect` has it."""

    event: Any
    effect: Any


def _day(given: Given) -> tuple[str, str]:
    on = given.event.date
    return f"{on.day} {on:%b %Y}", f"given on {day(on)}"


def _questions(given: Given) -> tuple[str, str]:
    said = ", ".join(given.event.questions)
    return said, f"on {said}"


def _forces(given: Given) -> tuple[str, str]:
    forces = given.event.forces
    if not forces:
        return "Region", f"for the {WHOLE_REGION.lower()}"
    if len(forces) > 1:
        return f"{len(forces)} forces", f"for {', '.join(forces)}"
    [head] = force_heads(forces)
    return head.label, f"for {head.said}"


def _share(given: Given) -> tuple[str, str]:
    effect = given.effect.effect
    if effect is None:
        said = {"being worked out": "…", "too early": "too early"}.get(given.effect.state, "–")
        return said, given.effect.state
    before, after = share(effect.share_before), share(effect.share_after)
    return f"{before} → {after}", f"from {before} to {after} of plans, allowing for who reviewed them"


def _range(given: Given) -> tuple[str, str]:
    effect = given.effect.effect
    if effect is None:
        return "–", "no range"
    said = f"{signed(effect.low * 100)} to {signed(effect.high * 100)}"
    return said, f"likely range of the change: {said} plans in 100"


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
SIDES = tuple(
    Head(side, side.capitalize(), f"Boxes that failed on plans completed {side} it", under="boxes failed")
    for side in ("before", "after")
)
"""The columns after those: what was counted by hand on either side of the event."""


def of_events(events: Mapping[str, Given], caption: str) -> Grid:
    """One row per event in the order given, by its key."""
    rows = tuple(Head(key, given.event.topic, given.event.topic, given.event.topic) for key, given in events.items())
    columns = (*said_heads(COLUMNS), *SIDES)
    cells = said_cells(events, COLUMNS)
    for key, given in events.items():
        for side in SIDES:
            counts = (getattr(given.effect, f"{what}_{side.key}") for what in ("failures", "boxes"))
            cells[key, side.key] = _counted(*counts)
    return Grid(caption, "Training given", rows, columns, cells_by_key(rows, columns, cells))


def _counted(failures: int, boxes: int) -> Cell:
    if not boxes:
        return NO_REVIEWS
    said = f"{failures:,} of {boxes:,}"
    return Cell((), said, f"{said} boxes below {network().grade_scale.pass_name}", heat(failures, boxes))
