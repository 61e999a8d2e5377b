"""Findings against planted truth, beside the naive rules, on regions that nothing was tuned on."""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from arms_analytics.model.design import Design
from arms_analytics.model.drift import drift
from arms_analytics.model.force_change import force_changes
from arms_analytics.model.officers import weak_officers
from arms_analytics.model.rates import Shares
from arms_analytics.model.rating import Rating, rate
from arms_analytics.model.severity import connected, severities
from arms_analytics.model.simulator import EVERY_FORCE, Region, simulate
from arms_analytics.model.statements import (
    YEAR,
    excelling,
    failing,
    fails_widely,
    in_most_forces,
    moved,
    of_others,
    region_wide,
    worse_than_region,
)
from arms_analytics.model.training import training_effect
from benchmarks.naive_rules import RULES
from benchmarks.planted import (
    FLAGGED,
    LISTED,
    SURE,
    Bools,
    Cells,
    Floats,
    Part,
    average_precision,
    calibration,
    calibration_error,
    design_of,
    flags,
    lasting,
    mean,
    worse_than_others,
)
from benchmarks.rows import Row, as_time

REGIONS = 20
FIRST_SEED = 52_000
"""No seed from here on was looked at while the model was made."""
Score = float | Part | list[Part]


@dataclass(frozen=True, slots=True)
class Setting:
    """A kind of region, and which of its scores are shown."""

    name: str
    region: Mapping[str, Any] = field(default_factory=dict)
    relative: bool = False


USUAL = Setting("13 quarters, varied rotation, base failure .13 to .20")
HARDER = (
    Setting("4 quarters", {"quarters": 4}),
    Setting("8 quarters", {"quarters": 8}),
    Setting("20 quarters", {"quarters": 20}),
    Setting("fixed rotation", {"rotation": "fixed"}),
    Setting("rotation in threes", {"rotation": "triads"}),
    Setting("base failure .3", {"base_failure": 0.3}),
    Setting("base failure .5", {"base_failure": 0.5}, relative=True),
    Setting("base failure .7", {"base_failure": 0.7}, relative=True),
)
BARS = {
    "repeat failure: average precision as listed": (0.80, 1),
    "repeat failure: precision": (0.75, 1),
    "repeat failure: recall": (0.70, 1),
    "repeat failure: truly above a third at p ≥ .8": (0.92, 1),
    "repeat failure: calibration error": (0, 0.04),
    "repeat failure: interval coverage": (0.86, 0.94),
    "promising practice: average precision": (0.73, 1),
    "region-wide need: average precision": (0.90, 1),
    "deteriorating: precision": (0.75, 1),
    "improving: precision": (0.65, 1),
    "officer x question: precision": (0.85, 1),
    "officer x question: recall": (0.12, 1),
    "severity: correlation": (0.91, 1),
    "severity: interval coverage": (0.85, 0.95),
}


def measure() -> list[Row]:
    """Every score over REGIONS unseen regions beside its bar, the naive rules, then harder kinds of region."""
    with ProcessPoolExecutor() as workers:
        usual = _over(USUAL, workers)
        rows = [_row(name, usual[name], *limits) for name, limits in BARS.items()]
        rows += [_row(name, value) for name, value in usual.items() if name not in BARS]
        for setting in HARDER:
            scores = _over(setting, workers)
            rows += [_row(f"{setting.name}: {name}", scores[name]) for name in _shown(setting) if name in scores]
    return [*rows, _time({}, "6 x 25 x 13", 1.0), _time({"forces": 43, "quarters": 40}, "43 x 25 x 40", 10.0)]


def _over(setting: Setting, workers: ProcessPoolExecutor) -> dict[str, float]:
    seeds = range(FIRST_SEED, FIRST_SEED + REGIONS)
    each = list(workers.map(scored, seeds, [dict(setting.region)] * REGIONS))
    by_name: dict[str, list[Any]] = {}
    for scores in each:
        for name, score in scores.items():
            by_name.setdefault(name, []).append(score)
    return {
        name: calibration_error(scores) if isinstance(scores[0], list) else mean(scores)
        for name, scores in by_name.items()
    }


def _shown(setting: Setting) -> list[str]:
    """For harder regions, what matters most there."""
    if setting.relative:
        return [
            "worse than the region: average precision", "worse than the region: precision",
            "repeat failure: flagged cells", "repeat failure: calibration error", "repeat failure: interval coverage",
            "region-wide need: average precision",
        ]  # fmt: skip
    return [name for name in BARS if name.startswith("repeat failure")] + ["severity: interval coverage"]


def _row(name: str, value: float, low: float | None = None, high: float | None = None) -> Row:
    if low is None or high is None:
        return Row(name, f"{value:.3f}")
    bar = f"{low:.2f} to {high:.2f}" if low and high < 1 else f"≥ {low:.2f}" if low else f"≤ {high:.2f}"
    return Row(name, f"{value:.3f}", must=bar, holds=low <= round(value, 3) <= high)


def _time(kind: Mapping[str, Any], size: str, limit: float) -> Row:
    """In processor seconds of one core, so that what else the machine does is no fault of the model."""
    design = design_of(simulate(FIRST_SEED, **kind))
    start = time.process_time()
    said(design)
    value = time.process_time() - start
    return Row(f"fit and flags, {size}, one core", as_time(value), must=f"≤ {as_time(limit)}", holds=value <= limit)


def said(design: Design) -> tuple[Rating, Shares, Shares, Shares, Shares, tuple[Floats, Floats] | None, Shares]:
    """Everything that the model says of a region."""
    rating = rate(design)
    drifted = drift(rating)
    fails, worse, tops = failing(rating, drifted), worse_than_region(rating, drifted), excelling(rating, drifted)
    change = moved(rating, drifted) if design.quarters > YEAR else None
    return rating, fails, worse, tops, region_wide(rating, drifted), change, weak_officers(rating, drifted)


def scored(seed: int, kind: Mapping[str, Any]) -> dict[str, Score]:
    """All scores of one region."""
    region = simulate(seed, **kind)
    rating, fails, worse, tops, needs, change, weak = said(design_of(region))
    scores: dict[str, Score] = {}
    scores |= _repeat_failures(region, fails) | _relative(region, fails, worse)
    scores |= _promising(region, tops, of_others(tops.estimate, rating.design.reviewed))
    scores |= _region(region, needs) | _officers(region, weak)
    if change and region.quarters >= 6:
        scores |= _changes(region, *change)
    if connected(rating.design):
        strict, truth = severities(rating), region.truth.severity.mean(axis=1)
        inside = (strict.low <= truth) & (truth <= strict.high)
        scores["severity: correlation"] = float(np.corrcoef(strict.estimate, truth)[0, 1])
        scores["severity: interval coverage"] = (float(inside.sum()), float(inside.size))
    scores |= _training(region, rating)
    quiet = force_changes(rating)
    scores["force-wide change: flagged forces"] = (float(quiet.clear.sum()), float(region.forces))
    for name, rule in RULES.items():
        rank, flagged = rule(region)
        scores |= _rule(name, region, rank, flagged)
    return scores


def _repeat_failures(region: Region, fails: Shares) -> dict[str, Score]:
    rates = region.truth.failure_rate
    cells, now = lasting(rates), rates[:, :, -1]
    sure = fails.probability >= SURE
    ordinary = np.ones(region.questions, dtype=bool)
    ordinary[[plant.question for plant in region.truth.plants if plant.force == EVERY_FORCE]] = False
    rest = Cells(cells.positive[:, ordinary], cells.negative[:, ordinary])
    flagged = fails.probability >= FLAGGED
    scores: dict[str, Score] = {
        "average precision as listed": average_precision(fails.probability, cells, LISTED),
        **flags(flagged, cells),
        "truly above a third at p ≥ .8": (float((now[sure] > 1 / 3).sum()), float(sure.sum())),
        "average precision of all": average_precision(fails.probability, cells),
        "interval coverage": (float(((fails.low <= now) & (now <= fails.high)).sum()), float(now.size)),
        "flagged cells": (float(flagged.sum()), float(flagged.size)),
        "without the question bad everywhere, average precision as listed": average_precision(
            fails.probability[:, ordinary], rest, LISTED
        ),
    }
    less = flags(flagged[:, ordinary], rest)
    scores |= {f"without the question bad everywhere, {name}": less[name] for name in ("precision", "recall")}
    scores["calibration error"] = calibration(fails.probability.ravel(), now.ravel() > 1 / 3)
    return {f"repeat failure: {name}": score for name, score in scores.items()}


def _relative(region: Region, fails: Shares, worse: Shares) -> dict[str, Score]:
    """Where the region fails widely: flags by how much worse than the other forces."""
    wide = in_most_forces(fails.probability) & fails_widely(fails.probability)
    probability = np.where(wide, worse.probability, fails.probability)
    cells = worse_than_others(region.truth.failure_rate)
    return {
        "worse than the region: average precision": average_precision(probability, cells),
        "worse than the region: precision": flags(probability >= FLAGGED, cells)["precision"],
        "worse than the region: flagged cells": (float((probability >= FLAGGED).sum()), float(probability.size)),
    }


def _promising(region: Region, tops: Shares, others: Floats) -> dict[str, Score]:
    cells = lasting(region.truth.top_rate)
    ranked = np.where(others < 0.30, tops.probability, tops.probability / 100)
    return {
        "promising practice: average precision": average_precision(ranked, cells),
        "promising practice: precision": flags(ranked >= FLAGGED, cells)["precision"],
    }


def _region(region: Region, needs: Shares) -> dict[str, Score]:
    truth = region.truth.failure_rate[:, :, -1].mean(axis=0)
    cells = Cells(truth > 1 / 3, truth <= 1 / 3)
    inside = (needs.low <= truth) & (truth <= needs.high)
    return {
        "region-wide need: average precision": average_precision(needs.probability, cells),
        "region-wide need: interval coverage": (float(inside.sum()), float(inside.size)),
    }


def _officers(region: Region, weak: Shares) -> dict[str, Score]:
    """Of officers with four graded plans on the question."""
    plans = np.zeros(weak.estimate.shape)
    np.add.at(plans, region.officer, region.grade >= 0)
    planted, enough = region.truth.weakness <= -1, plans >= 4
    found = flags((weak.probability >= FLAGGED) & enough, Cells(planted & enough, ~planted & enough))
    return {f"officer x question: {name}": found[name] for name in ("precision", "recall")}


def _changes(region: Region, better: Floats, worsened: Floats) -> dict[str, Score]:
    """Truth: the odds of failing moved by half a logit or more in four quarters."""
    odds = np.log(region.truth.failure_rate / (1 - region.truth.failure_rate))
    rise = odds[:, :, -1] - odds[:, :, -5]
    scores: dict[str, Score] = {}
    for name, chance, truth in (("deteriorating", worsened, rise >= 0.5), ("improving", better, rise <= -0.5)):
        scores[f"{name}: precision"] = flags(chance >= FLAGGED, Cells(truth, ~truth))["precision"]
    return scores


def _training(region: Region, rating: Rating) -> dict[str, Score]:
    inside, praised, idle = 0, 0, 0
    for event in region.truth.events:
        effect = training_effect(rating, [event.force], [event.question], event.quarter)
        if effect.before < 4 or effect.after < 4:
            continue
        rates = region.truth.failure_rate[event.force, event.question]
        planted = rates[event.quarter + 2 :].mean() - rates[: event.quarter + 1].mean()
        inside += effect.low <= planted <= effect.high
        idle += 1
        praised += not event.works and effect.high < 0
    quiet = sum(not event.works for event in region.truth.events)
    return {
        "training effect: interval coverage": (float(inside), float(idle)),
        "training effect: praised though it did nothing": (float(praised), float(quiet)),
    }


def _rule(name: str, region: Region, rank: Floats, flagged: Bools) -> dict[str, Score]:
    cells = lasting(region.truth.failure_rate)
    scores = {"average precision": average_precision(rank, cells), **flags(flagged, cells)}
    return {f"{name}: {score}": value for score, value in scores.items()}
