"""Scores against planted truth: what is counted as right, for one simulated region and over many."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from arms_analytics.model.design import NOTHING, Design
from arms_analytics.simulation.simulator import Region

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Part = tuple[float, float]
"""A share as (how many, of how many)."""
Score = float | Part | list[Part]
"""A number, a share, or a calibration: parts whose gaps are added up."""

FAILS, FINE, LISTED, FLAGGED, SURE = 0.40, 0.30, 0.2, 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Cells:
    """Which cells are truly so, which are truly not; those in between are not scored. Arrays of one shape."""

    positive: Bools
    negative: Bools

    @property
    def scored(self) -> Bools:
        """Either way."""
        return self.positive | self.negative


def design_of(region: Region) -> Design:
    """A region as the model takes it."""
    return Design(
        force=region.force, quarter=region.quarter, reviewing_force=region.reviewing_force, officer=region.officer,
        risk_level=region.risk_level, grade=np.where(region.grade < 0, NOTHING, region.grade).astype(np.int8),
        forces=region.forces, quarters=region.quarters, officers=region.truth.officer_force.size,
    )  # fmt: skip


def lasting(rate: Floats) -> Cells:
    """From FAILS up in both of the last two quarters; under FINE in both. `rate` is (forces, questions, quarters)."""
    late = rate[:, :, -2:]
    return Cells(late.min(axis=2) >= FAILS, late.max(axis=2) < FINE)


def worse_than_others(rate: Floats) -> Cells:
    """Fifteen more plans in 100 than in the other forces in both of the last two quarters; under five more in both."""
    others = (rate.sum(axis=0) - rate) / (rate.shape[0] - 1)
    more = (rate - others)[:, :, -2:]
    return Cells(more.min(axis=2) >= 0.15, more.max(axis=2) < 0.05)


def average_precision(score: Floats, cells: Cells, listed: float = -1.0) -> float:
    """Precision averaged over the positives, each at its rank; positives that are not listed count as missed."""
    score, positive = score[cells.scored], cells.positive[cells.scored]
    order = np.argsort(-score, kind="stable")
    order = order[score[order] >= listed]
    hits = positive[order]
    precision = np.cumsum(hits) / np.arange(1, hits.size + 1)
    return float(precision[hits].sum() / positive.sum()) if positive.any() else float("nan")


def flags(flagged: Bools, cells: Cells) -> dict[str, Part]:
    """Precision, recall and false alarms (per 150 cells) of what was flagged."""
    right, wrong = float((flagged & cells.positive).sum()), float((flagged & cells.negative).sum())
    return {
        "precision": (right, right + wrong),
        "recall": (right, float(cells.positive.sum())),
        "false alarms": (wrong * 150, float(flagged.size)),
    }


def share(true: Bools) -> Part:
    """How many of them."""
    return float(true.sum()), float(true.size)


def calibration(probability: Floats, truth: Bools) -> list[Part]:
    """By tenths of the stated chance: (the sum of chances less what came true, how many)."""
    tenth = np.minimum((probability.ravel() * 10).astype(int), 9)
    gaps = np.bincount(tenth, (probability - truth).ravel(), minlength=10)
    return list(zip(gaps.tolist(), np.bincount(tenth, minlength=10).tolist(), strict=True))


def calibration_by_rank(probability: Floats, truth: Bools) -> list[Part]:
    """By tenths of the cells, from the least likely to the likeliest, each of as many: no group of a few cells.

    The groups of Hosmer and Lemeshow (1980), whose gaps luck alone makes less than those of nearly empty tenths.
    """
    order, gaps = np.argsort(probability.ravel(), kind="stable"), (probability - truth).ravel()
    return [(float(gaps[cells].sum()), float(cells.size)) for cells in np.array_split(order, 10)]


def when_honest(probability: Floats, seed: int) -> list[Part]:
    """The calibration of these chances where they are exactly right: luck alone."""
    return calibration(probability, np.random.default_rng(seed).random(probability.shape) < probability)


def value(score: Score) -> float:
    """One region's score; for a calibration the expected error: how far, on average, a chance is from what came true.

    nan where nothing was there to score.
    """
    if isinstance(score, list):
        gaps, counts = np.array(score).T
        return float(np.abs(gaps).sum() / counts.sum())
    if isinstance(score, tuple):
        return score[0] / score[1] if score[1] else float("nan")
    return score


def mean(scores: list[Score]) -> float:
    """The mean over the regions that have such a score; nan where none has."""
    known = [each for each in map(value, scores) if not np.isnan(each)]
    return float(np.mean(known)) if known else float("nan")


def standard_error(scores: list[Score]) -> float:
    """Of their mean, from how far regions lie apart; nan where fewer than two have such a score."""
    known = [each for each in map(value, scores) if not np.isnan(each)]
    return float(np.std(known, ddof=1) / len(known) ** 0.5) if len(known) > 1 else float("nan")


def pooled(scores: list[Score]) -> float | None:
    """The same of all regions together, where it is counted in parts."""
    if isinstance(scores[0], float):
        return None
    parts = np.array(scores).sum(axis=0)
    return value([(gap, count) for gap, count in parts] if isinstance(scores[0], list) else (parts[0], parts[1]))
