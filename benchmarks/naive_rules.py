"""What people do without a model: the rules that repeat failures are measured beside."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from arms_analytics.network import network
from arms_analytics.simulation.simulator import Region

Floats = NDArray[np.float64]
Flags = tuple[Floats, NDArray[np.bool_]]
"""(forces, questions): what to rank by, and what is flagged."""


def failures(region: Region, first: int, last: int) -> tuple[Floats, Floats]:
    """(forces, questions) each: failures and graded boxes, `first` to `last` quarters back from the latest."""
    fell, graded = np.zeros((region.forces, region.questions)), np.zeros((region.forces, region.questions))
    age = region.quarters - 1 - region.quarter
    there = (age >= first) & (age <= last)
    np.add.at(fell, region.force[there], (region.grade[there] >= 0) & (region.grade[there] < 2))
    np.add.at(graded, region.force[there], region.grade[there] >= 0)
    return fell, graded


def eye(region: Region) -> Flags:
    """Two amber or red boxes this quarter."""
    fell, graded = failures(region, 0, 0)
    return fell / np.maximum(graded, 1), fell >= 2


def twice_running(region: Region) -> Flags:
    """Any failure two quarters running."""
    now, before = failures(region, 0, 0)[0], failures(region, 1, 1)[0]
    both = (now > 0) & (before > 0)
    return both * (now + before), both


def control_chart(region: Region) -> Flags:
    """XmR chart of each quarter's failing share: the latest over the upper limit, or the last seven over the mean."""
    counts = [failures(region, age, age) for age in reversed(range(region.quarters))]
    series = np.stack([fell / np.maximum(graded, 1) for fell, graded in counts], axis=-1)
    mean, moving = series.mean(axis=-1), np.abs(np.diff(series, axis=-1)).sum(axis=-1) / max(region.quarters - 1, 1)
    over = (series[..., -1] - mean) / np.maximum(moving, 0.01)
    run = (series[..., -7:] > mean[..., None]).all(axis=-1) & (region.quarters >= 7)
    return over + 10 * run, (over > 2.66) | run


def beta_binomial(region: Region) -> Flags:
    """A share shrunk to the region's, each quarter back weighing a fifth less; more than a third."""
    fell = sum(0.8**age * failures(region, age, age)[0] for age in range(region.quarters))
    graded = sum(0.8**age * failures(region, age, age)[1] for age in range(region.quarters))
    share = (fell + 4 * np.sum(fell) / np.sum(graded)) / (np.asarray(graded) + 4)
    return share, share > 1 / 3


def hand_rule(region: Region) -> Flags:
    """The rule of network.json: 5 of the last two quarters' reviews, or 7 of the last four quarters'."""
    met = np.zeros((region.forces, region.questions), dtype=bool)
    for quarters, limit in network().failure_thresholds.items():
        met |= failures(region, 0, quarters - 1)[0] >= limit
    fell, graded = failures(region, 0, 3)
    return fell / np.maximum(graded, 1) + met, met


def two_shares(region: Region) -> NDArray[np.bool_]:
    """(forces,): whether the share failing in the last two quarters differs from that before, boxes taken as coins."""
    late, early = failures(region, 0, 1), failures(region, 2, region.quarters)
    (fell, boxes), (fell_before, boxes_before) = ([side.sum(axis=1) for side in each] for each in (late, early))
    together = (fell + fell_before) / np.maximum(boxes + boxes_before, 1)
    se = np.sqrt(together * (1 - together) * (1 / np.maximum(boxes, 1) + 1 / np.maximum(boxes_before, 1)))
    gap = fell / np.maximum(boxes, 1) - fell_before / np.maximum(boxes_before, 1)
    return np.asarray(np.abs(gap) > 1.645 * np.maximum(se, 1e-9))


RULES: dict[str, Callable[[Region], Flags]] = {
    "eye: two below good this quarter": eye,
    "any failure two quarters running": twice_running,
    "XmR chart": control_chart,
    "beta-binomial, recency-weighted": beta_binomial,
    "the hand rule": hand_rule,
}
