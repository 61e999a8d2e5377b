"""Rows of the tables that packs, minutes and reports share, and the sentences that stand beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from arms_analytics.exports.meeting import Meeting
from arms_analytics.exports.tables import Row, Styled
from arms_analytics.finding_rows import lines
from arms_analytics.network import Network
from arms_analytics.store.records import Action
from arms_analytics.vocabulary import NOT_APPLICABLE, STATUSES, RiskLevel, day, in_100, said_risk

NONE = Styled("–", centred=True)
REGION_HEADS, REGION_SHARES = ("Force", "Reviews", "Reviewed by"), (2.4, 1.4, 2.4)
FLAG_HEADS, FLAG_SHARES = ("Status", "Repeat failure", "Below good", "Chance"), (2.1, 4.2, 1.7, 1.8)
NEED_HEADS, NEED_SHARES = ("Topic", "For whom", "Evidence", "Chance"), (3.4, 3, 3.6, 2)
ACTION_HEADS = ("Action", "Force", "Question", "Owner", "Due", "Status")
ACTION_SHARES = (4.5, 1.8, 2.4, 1.8, 1.9, 1.8)


def grade_heads(network: Network) -> list[str]:
    """The grades' short names, best first."""
    return [grade.short for grade in reversed(network.grade_scale.grades)]


def grade_counts(answers: pd.DataFrame, network: Network) -> list[Styled]:
    """How many boxes have each grade, best first, in the grades' colours; a dash where none has."""
    counts = answers["grade"].value_counts()
    return [
        Styled(str(counts[grade.key]), fill=grade.colour, ink=grade.ink, bold=True, centred=True)
        if counts.get(grade.key, 0)
        else NONE
        for grade in reversed(network.grade_scale.grades)
    ]


def grade_cell(key: str | None, network: Network) -> Styled:
    """One grade's short name in its colour."""
    if key is None or key == NOT_APPLICABLE:
        return Styled("N/A" if key else "not graded", centred=True)
    grade = network.grade_scale[key]
    return Styled(grade.short, fill=grade.colour, ink=grade.ink, bold=True, centred=True)


def region_rows(meeting: Meeting) -> list[Row]:
    """One row per force and one for the region: reviews in, reviewed by, how many boxes have each grade, findings."""
    rows: list[Row] = []
    for force in meeting.forces:
        own = meeting.of(force)
        counts = grade_counts(own, meeting.network)
        said: Row = [coverage(own, meeting.network), reviewed_by(own), *counts, _changes(meeting, force)]
        rows.append([Styled(force, bold=True), *said])
    counts = grade_counts(meeting.answers, meeting.network)
    return [*rows, [Styled("Region", bold=True), in_all(meeting), "", *counts, _changes(meeting)]]


def in_all(meeting: Meeting) -> str:
    """`22 of 24`: the region's reviews."""
    expected = meeting.network.reviews_expected * len(meeting.network.members)
    return f"{meeting.answers['review_id'].nunique()} of {expected}"


def _changes(meeting: Meeting, force: str | None = None) -> str:
    counts = meeting.found("repeat_failure", force)["status"].value_counts()
    said = [f"{counts[status]} {status}" for status in STATUSES if counts.get(status)]
    return ", ".join(said) or "none"


def review_rows(answers: pd.DataFrame, network: Network) -> list[Row]:
    """One row per review: risk level, plan reference, and how many boxes have each grade."""
    return [
        [
            _risk_name(of_review["risk_level"].iloc[0]),
            of_review["review_ref"].iloc[0] or "–",
            *grade_counts(of_review, network),
        ]
        for _, of_review in answers.groupby("review_id", sort=False)
    ]


def _risk_name(risk_level: str | None) -> str:
    """`Very high`, or a dash where the workbook does not say."""
    return RiskLevel(risk_level).label if risk_level else "–"


def reviewed_by(answers: pd.DataFrame) -> str:
    """The forces that reviewed these plans."""
    return ", ".join(dict.fromkeys(answers["reviewing_force"].dropna())) or "–"


def coverage(answers: pd.DataFrame, network: Network) -> str:
    """`4 of 4`."""
    return f"{answers['review_id'].nunique()} of {network.reviews_expected}"


def chance(probability: Any) -> str:
    """`93 in 100`, never certain; a dash where there is too little data to say."""
    if pd.isna(probability):
        return "–"
    return in_100(probability)


def flag_rows(flags: pd.DataFrame, meeting: Meeting) -> list[Row]:
    """One row per flag: status, question, failures of reviews, chance."""
    return [
        [
            str(flag.status or "").capitalize(),
            meeting.label(flag.question_id),
            f"{flag.failures:.0f} of {flag.reviews:.0f}",
            chance(flag.probability),
        ]
        for flag in lines(flags)
    ]


def need_rows(meeting: Meeting) -> list[Row]:
    """One row per question: the region's needs first, then those of some forces only, each with what it rests on."""
    found = meeting.found("training_need")
    found = found[found["question_id"].notna()]
    whole, some = found[found["force"].isna()], found[found["force"].notna()]
    rows: list[Row] = [
        [meeting.label(row.question_id), Styled("The region", bold=True), _below(row, meeting), chance(row.probability)]
        for row in lines(whole)
    ]
    for question_id in dict.fromkeys(some["question_id"]):
        if question_id not in set(whole["question_id"]):
            forces = list(lines(some[some["question_id"] == question_id]))
            chances = dict.fromkeys(chance(row.probability) for row in (forces[-1], forces[0]))
            names = Styled(", ".join(row.force for row in forces), bold=True)
            rows.append(
                [
                    meeting.label(question_id),
                    names,
                    "; ".join(_below(row, meeting) for row in forces),
                    " to ".join(chances).replace(" in 100 to", " to"),
                ]
            )
    return rows


def _below(row: Any, meeting: Meeting) -> str:
    return f"{row.failures:.0f} of {row.reviews:.0f} below {meeting.network.grade_scale.pass_name}"


def action_rows(actions: Sequence[Action], meeting: Meeting) -> list[Row]:
    """One row per action: what, which force, which question, whose, by when, how it stands."""
    today = meeting.stamp.made.date()
    return [
        [
            action.text,
            action.force or "All",
            meeting.label(action.question_id) if action.question_id else "–",
            action.owner or "–",
            day(action.due) if action.due else "–",
            _standing(action, today),
        ]
        for action in actions
    ]


def _standing(action: Action, today: dt.date) -> Styled:
    if action.overdue(today):
        return Styled("Overdue", bold=True)
    return Styled(f"{action.status.capitalize()}: {action.outcome}" if action.outcome else action.status.capitalize())


def evidence(answers: pd.DataFrame, meeting: Meeting) -> Iterator[str]:
    """One line per answer: question, plan, grade, reviewing force, the words, the cell they stand in."""
    for row in lines(answers):
        plan = row.review_ref or f"plan {row.ordinal}"
        said = f" “{row.feedback}”" if row.feedback else ""
        grade = meeting.network.grade_scale.said(row.grade).lower()
        yield (
            f"{row.question_id}, {row.reviewed_force} {plan} ({said_risk(row.risk_level).lower()}), "
            f"{grade} by {row.reviewing_force or 'an unknown force'}:{said} "
            f"[{row.workbook}, {row.sheet}!{row.cell}]"
        )
