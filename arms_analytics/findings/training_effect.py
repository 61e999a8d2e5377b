"""Did a training event help: plans completed before and after it, with an honest range, or that it is too early."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from arms_analytics.findings.fit import Fit
from arms_analytics.findings.sentences import chance, counted
from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.model.training import Effect, training_effect
from arms_analytics.network import Network
from arms_analytics.vocabulary import Quarter, share, signed

SIDES = ("before", "after")
"""Of an event: plans completed before it, plans completed after it."""
ENOUGH_BEFORE, EARLY, ENOUGH_AFTER = 4, 4, 8
"""Reviews: before the event; after it to say something at all; after it to say it without reserve."""


@dataclass(frozen=True, slots=True)
class TrainingEffect:
    """What the plans show. `state`: no plans before, too early, early, known, or being worked out.

    Counts are by hand, of plans and boxes of the trained questions and forces; `effect` is the model's, None where the
    state says why not.
    """

    state: str
    quarter: Quarter
    reviews_before: int
    boxes_before: int
    failures_before: int
    reviews_after: int
    boxes_after: int
    failures_after: int
    effect: Effect | None


def find(
    cursor: Cursor,
    network: Network,
    quarter: Quarter,
    fit: Fit | None,
    day: dt.date,
    questions: Sequence[str],
    forces: Sequence[str] = (),
) -> TrainingEffect:
    """The effect of training held on `day` on these questions in these forces (none: all), as of `quarter`."""
    held = Quarter.containing(day, network.first_month)
    boxes = compared(cursor, network, quarter, day, questions, forces)
    counts: dict[str, int] = {}
    for side in SIDES:
        there = boxes[boxes["side"] == side]
        counts |= {
            f"reviews_{side}": there["review_id"].nunique(),
            f"boxes_{side}": len(there),
            f"failures_{side}": int(there["failure"].sum()),
        }
    state = _state(counts["reviews_before"], counts["reviews_after"], fit)
    trained = _trained(network, forces)
    effect = _effect(fit, held, questions, trained) if fit and state in ("early", "known") else None
    return TrainingEffect(state=state, quarter=held, effect=effect, **counts)


def compared(
    cursor: Cursor,
    network: Network,
    quarter: Quarter,
    day: dt.date,
    questions: Sequence[str],
    forces: Sequence[str] = (),
) -> pd.DataFrame:
    """The graded boxes that such an effect is read from: side (of SIDES), review_id, question_id, failure."""
    held = Quarter.containing(day, network.first_month)
    asked = {"event": held.index, "quarter": quarter.index, "questions": list(questions)}
    return ask(cursor, "training_effect", asked | {"forces": _trained(network, forces)})


def _trained(network: Network, forces: Sequence[str]) -> list[str]:
    return list(forces) or list(network.member_names)


def _state(before: int, after: int, fit: Fit | None) -> str:
    if before < ENOUGH_BEFORE:
        return "no plans before"
    if after < EARLY:
        return "too early"
    if fit is None:
        return "being worked out"
    return "early" if after < ENOUGH_AFTER else "known"


def _effect(fit: Fit, held: Quarter, questions: Sequence[str], forces: Sequence[str]) -> Effect:
    return training_effect(
        fit.rating,
        [fit.forces.index(force) for force in forces if force in fit.forces],
        [fit.questions.index(question) for question in questions if question in fit.questions],
        held.index - fit.first_quarter,
    )


def explain(found: TrainingEffect, network: Network, team: str = "") -> str:
    """What can be said of the event, as sentences; `team` is the one that it was given to, if to one alone.

    Its force's plans are compared all the same: many workbooks do not name the team of a plan.
    """
    return _effect_in_words(found, network) + (
        f" It was given to {team} alone; compared are all plans of its force." if team else ""
    )


def _effect_in_words(found: TrainingEffect, network: Network) -> str:
    below = f"fell below {network.grade_scale.pass_name}"
    if found.state == "no plans before":
        plans = counted(found.reviews_before, "plan")
        return f"Too few reviews to say: {plans} completed before {found.quarter.label}; it takes {ENOUGH_BEFORE}."
    if found.state == "too early":
        plans = counted(found.reviews_after, "plan")
        return f"Too early to say: {plans} completed since were reviewed so far; it takes {EARLY}."
    said = (
        f"{found.failures_before} of {found.boxes_before} boxes {below} on plans completed before, "
        f"{found.failures_after} of {found.boxes_after} on plans completed after."
    )
    if found.effect is None:
        return f"{said} How sure one may be is being worked out."
    effect = found.effect
    points = round(effect.share_after * 100) - round(effect.share_before * 100)
    moved = f"about {abs(points)} {'fewer' if points < 0 else 'more'} plans in 100" if points else "about as many plans"
    allowing = "Early signs: allowing" if found.state == "early" else "Allowing"
    return (
        f"{said} {allowing} for who reviewed them and whose plans they were, {moved} fail now "
        f"(from {share(effect.share_before)} to {share(effect.share_after)}; likely range of the change "
        f"{signed(effect.low * 100)} to {signed(effect.high * 100)}), with {chance(effect.helped)} that fewer do."
    )
