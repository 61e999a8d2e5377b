"""All that is scored of one simulated region: the model's statements, and the naive rules, against what was planted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from arms_analytics.model.design import Design
from arms_analytics.model.drift import drift
from arms_analytics.model.force_change import ForceChange, force_changes
from arms_analytics.model.officers import weak_officers
from arms_analytics.model.officers_overall import BELOW, overall
from arms_analytics.model.rates import Shares
from arms_analytics.model.rating import Rating, rate
from arms_analytics.model.severity import connected, severities
from arms_analytics.model.statements import (
    A_THIRD,
    Z90,
    excelling,
    failing_now,
    fails_widely,
    in_most_forces,
    moved,
    of_others,
    region_wide,
    worse_than_region,
)
from arms_analytics.model.training import training_effect
from arms_analytics.simulation.simulator import Region, simulate
from arms_analytics.vocabulary import YEAR
from benchmarks.naive_rules import RULES, two_shares
from benchmarks.oracle import oracle
from benchmarks.planted import (
    FLAGGED,
    LISTED,
    SURE,
    Bools,
    Cells,
    Floats,
    Score,
    average_precision,
    calibration,
    calibration_by_rank,
    design_of,
    flags,
    lasting,
    share,
    when_honest,
    worse_than_others,
)

RELIABLE, QUARTERS_FOR_SEVERITY, QUARTERS_FOR_CHANGE, PLANS = 0.8, 4, 6, 4
"""What must be there before strictness, a change, or an officer on a question is spoken of."""
STEADY, MUCH = 0.2, 0.4
"""Logits by which a whole force may move and still be said not to have changed; from which on it should be."""
Scores = dict[str, Score]


class Said(NamedTuple):
    """Everything that the model says of a region."""

    rating: Rating
    fails: Shares
    worse: Shares
    tops: Shares
    needs: Shares
    change: tuple[Floats, Floats] | None
    weak: Shares
    described: Shares
    force_wide: ForceChange


def said(design: Design) -> Said:
    """On one core."""
    with threadpool_limits(limits=1, user_api="blas"):
        rating = rate(design)
        drifted = drift(rating)
        return Said(
            rating=rating,
            fails=failing_now(rating, drifted),
            worse=worse_than_region(rating, drifted),
            tops=excelling(rating, drifted),
            needs=region_wide(rating, drifted),
            change=moved(rating, drifted) if design.quarters > YEAR else None,
            weak=weak_officers(rating, drifted),
            described=overall(rating, drifted),
            force_wide=force_changes(rating),
        )


def scored(seed: int, kind: Mapping[str, Any]) -> Scores:
    """All scores of one region."""
    region = simulate(seed, **kind)
    model = said(design_of(region))
    others = of_others(model.tops.estimate, model.rating.design.reviewed)
    scores = _repeat_failures(region, model.fails, seed) | _relative(region, model.fails, model.worse)
    scores |= _promising(region, model.tops, others) | _region(region, model.needs)
    scores |= _officers(region, model.weak) | _officers_overall(region, model.described)
    scores |= _severity(region, model.rating) | _training(region, model.rating)
    scores |= _force_wide(region, model.force_wide)
    if model.change and region.quarters >= QUARTERS_FOR_CHANGE:
        scores |= _changes(region, *model.change)
    if not kind:
        scores |= _oracle(region)
    for name, rule in RULES.items():
        scores |= _rule(name, region, *rule(region))
    return scores


def _repeat_failures(region: Region, fails: Shares, seed: int) -> Scores:
    cells, now = lasting(region.truth.failure_rate), region.truth.failure_rate[:, :, -1]
    chance, above = fails.probability, now > 1 / 3
    inside = (fails.low <= now) & (now <= fails.high)
    error, honest = calibration(chance, above), when_honest(chance, seed)
    scores: Scores = {
        "average precision as listed": average_precision(chance, cells, LISTED),
        **flags(chance >= FLAGGED, cells),
        "truly above a third at p ≥ .8": share(above[chance >= SURE]),
        "calibration error": calibration_by_rank(chance, above),
        "calibration error by tenths of the chance": error,
        "calibration error by tenths of the chance, of exactly right chances": honest,
        "interval coverage": share(inside),
        "interval coverage of listed cells": share(inside[chance >= LISTED]),
        "average precision of all": average_precision(chance, cells),
        "flagged cells": share(chance >= FLAGGED),
    }
    return {f"repeat failure: {name}": score for name, score in scores.items()}


def _oracle(region: Region) -> Scores:
    """What can be reached at all, of the scores that the model comes nearest to."""
    told, now = oracle(region), region.truth.failure_rate[:, :, -1]
    whole = now.mean(axis=0)
    scores: Scores = {
        "repeat failure: average precision as listed": average_precision(
            told.cells.probability, lasting(region.truth.failure_rate), LISTED
        ),
        "repeat failure: calibration error by tenths of the chance": calibration(told.cells.probability, now > A_THIRD),
        "region-wide need: average precision": average_precision(told.needs, Cells(whole > A_THIRD, whole <= A_THIRD)),
    }
    return {f"told all but the cells, {name}": score for name, score in scores.items()}


def _relative(region: Region, fails: Shares, worse: Shares) -> Scores:
    """Where the region fails widely: flags by how much worse than the other forces."""
    wide = in_most_forces(fails.probability) & fails_widely(fails.probability)
    probability = np.where(wide, worse.probability, fails.probability)
    cells = worse_than_others(region.truth.failure_rate)
    return {
        "worse than the region: average precision": average_precision(probability, cells),
        "worse than the region: precision": flags(probability >= FLAGGED, cells)["precision"],
        "worse than the region: flagged cells": share(probability >= FLAGGED),
    }


def _promising(region: Region, tops: Shares, others: Floats) -> Scores:
    """Where the others reach the best grade too, a force ranks far down; it is not listed."""
    cells, distinct = lasting(region.truth.top_rate), others < 0.30
    ranked = np.where(distinct, tops.probability, tops.probability / 100)
    return {
        "promising practice: average precision": average_precision(ranked, cells),
        "promising practice: average precision as listed": average_precision(ranked, cells, LISTED),
        "promising practice: average precision whatever the others reach": average_precision(tops.probability, cells),
        "promising practice: precision": flags(ranked >= FLAGGED, cells)["precision"],
    }


def _region(region: Region, needs: Shares) -> Scores:
    truth = region.truth.failure_rate[:, :, -1].mean(axis=0)
    return {
        "region-wide need: average precision": average_precision(
            needs.probability, Cells(truth > 1 / 3, truth <= 1 / 3)
        ),
        "region-wide need: interval coverage": share((needs.low <= truth) & (truth <= needs.high)),
    }


def _officers(region: Region, weak: Shares) -> Scores:
    """Of officers with PLANS graded plans on the question; truth: a logit weaker there, or more."""
    plans = np.zeros(weak.estimate.shape)
    np.add.at(plans, region.officer, region.grade >= 0)
    planted, enough = region.truth.weakness <= -1, plans >= PLANS
    found = flags((weak.probability >= FLAGGED) & enough, Cells(planted & enough, ~planted & enough))
    return {f"officer x question: {name}": found[name] for name in ("precision", "recall")}


def _officers_overall(region: Region, described: Shares) -> Scores:
    """Of officers with PLANS plans. Truth: the officer and the mean of the weaknesses, against the force's officers."""
    truth, force = region.truth, region.truth.officer_force
    beside = truth.officer_effect + truth.weakness.mean(axis=1)
    beside = beside - (np.bincount(force, beside) / np.bincount(force))[force]
    enough = np.bincount(region.officer, minlength=force.size) >= PLANS
    below, chance = (beside <= BELOW)[enough], described.probability[enough]
    return {
        "officer overall: truly half a logit below colleagues at p ≥ .5": share(below[chance >= FLAGGED]),
        "officer overall: of those truly below, p ≥ .5": share((chance >= FLAGGED)[below]),
        "officer overall: calibration error": calibration(chance, below),
    }


def _changes(region: Region, better: Floats, worsened: Floats) -> Scores:
    """Truth: the odds of failing moved by half a logit or more in four quarters."""
    odds = np.log(region.truth.failure_rate / (1 - region.truth.failure_rate))
    rise = odds[:, :, -1] - odds[:, :, -1 - YEAR]
    scores: Scores = {}
    for name, chance, truth in (("deteriorating", worsened, rise >= 0.5), ("improving", better, rise <= -0.5)):
        found = flags(chance >= FLAGGED, Cells(truth, ~truth))
        scores |= {f"{name}: {score}": found[score] for score in ("precision", "recall")}
    return scores


def _severity(region: Region, rating: Rating) -> Scores:
    """Truth: a reviewing force's mean severity over the quarters."""
    strict, truth = severities(rating), region.truth.severity.mean(axis=1)
    told = connected(rating.design) and region.quarters >= QUARTERS_FOR_SEVERITY
    listed = np.full(region.forces, told and strict.reliability >= RELIABLE)
    if not connected(rating.design):
        return {"severity: listed when disconnected": share(listed)}
    return {
        "severity: correlation": float(np.corrcoef(strict.estimate, truth)[0, 1]),
        "severity: interval coverage": share((strict.low <= truth) & (truth <= strict.high)),
        "severity: listed": share(listed),
    }


def _training(region: Region, rating: Rating) -> Scores:
    """Truth: the mean rate after less the mean rate before, by quarter of completion."""
    inside, praised = [], []
    for event in region.truth.events:
        effect = training_effect(rating, [event.force], [event.question], event.quarter)
        if min(effect.before, effect.after) < PLANS:
            continue
        rates = region.truth.failure_rate[event.force, event.question]
        planted = rates[event.quarter + 2 :].mean() - rates[: event.quarter + 1].mean()
        inside.append(effect.low <= planted <= effect.high)
        if not event.works:
            praised.append(effect.high < 0)
    return {
        "training effect: interval coverage": share(np.array(inside, dtype=bool)),
        "training effect: praised though it did nothing": share(np.array(praised, dtype=bool)),
    }


def _force_wide(region: Region, change: ForceChange) -> Scores:
    """Truth: the mean odds over all questions, the last two quarters against those before; under STEADY: none.

    A flag is right where the force moved by STEADY or more, and that way; from MUCH on it ought to be there.
    """
    odds = np.log(region.truth.failure_rate / (1 - region.truth.failure_rate)).mean(axis=1)
    moved_by = odds[:, :-2].mean(axis=1) - odds[:, -2:].mean(axis=1)
    steady = np.abs(moved_by) < STEADY
    said_so = ~np.isnan(change.estimate)
    right = change.clear & (change.estimate * moved_by > 0)
    return {
        "force-wide change: interval coverage": share((np.abs(change.estimate - moved_by) <= Z90 * change.se)[said_so]),
        "force-wide change: false alarms": share(change.clear[steady & said_so]),
        "force-wide change: precision": share((right & ~steady)[change.clear]),
        "force-wide change: recall of 0.4 and more": share(right[(np.abs(moved_by) >= MUCH) & said_so]),
        "force-wide change, two shares compared: false alarms": share(two_shares(region)[steady & said_so]),
    }


def _rule(name: str, region: Region, rank: Floats, flagged: Bools) -> Scores:
    cells = lasting(region.truth.failure_rate)
    scores: Scores = {"average precision": average_precision(rank, cells), **flags(flagged, cells)}
    return {f"{name}: {score}": value for score, value in scores.items()}
