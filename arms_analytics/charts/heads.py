"""What heads the rows and columns of tables of cells: questions, forces, quarters, reviews, and all together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from arms_analytics.charts.grid import Head
from arms_analytics.finding_rows import lines
from arms_analytics.network import network
from arms_analytics.vocabulary import WHOLE_REGION, Quarter, Question, said_risk

TOTAL = Head("all", "All", "All together", total=True)
REGION = Head(TOTAL.key, WHOLE_REGION, WHOLE_REGION)
"""The same where it heads a row."""


def question_heads(questions: Sequence[Question]) -> tuple[Head, ...]:
    """Questions as rows, grouped by section: number, short label; the full wording as a hint."""
    return tuple(Head(q.id, q.short, f"{q.id} {q.short}", q.wording, q.section, number=q.id) for q in questions)


def counted_heads(found: pd.DataFrame) -> tuple[Head, ...]:
    """Questions as a finding's rows name them (`question_id`, `short`), in their order."""
    return tuple(Head(q.question_id, q.short, f"{q.question_id} {q.short}", number=q.question_id) for q in lines(found))


def force_rows(forces: Sequence[str]) -> tuple[Head, ...]:
    """Forces by their full names, where they head rows."""
    return tuple(Head(name, name, name) for name in forces)


def force_heads(forces: Sequence[str]) -> tuple[Head, ...]:
    """Forces by their short names, where they head columns; the full ones as a hint."""
    known = {force.name: force.short for force in network().known_forces}
    return tuple(Head(name, known.get(name, name), name, name) for name in forces)


def column_heads(columns: Mapping[str, Sequence[str]]) -> tuple[Head, ...]:
    """Forces by their short names; several together by the name of all, with theirs as its hint."""
    return tuple(
        force_heads(forces)[0] if len(forces) == 1 else Head(name, name, name, hint=", ".join(forces))
        for name, forces in columns.items()
    )


def quarter_heads(quarters: Sequence[Quarter]) -> tuple[Head, ...]:
    """Quarters in the given order: `Q1` over `25/26`."""
    return tuple(Head(q.key, q.short.split()[0], q.label, q.label, under=q.short.split()[1]) for q in quarters)


def review_heads(answers: pd.DataFrame) -> tuple[Head, ...]:
    """The reviews of one force and quarter, in the order of its tab, from the rows of `findings.evidence`."""
    reviews = answers.drop_duplicates("review_id").sort_values(["ordinal", "review_id"])
    heads = []
    for place, review in enumerate(lines(reviews), start=1):
        risk = said_risk(review.risk_level)
        said = ", ".join(part for part in (f"Review {place}", risk, review.review_ref) if part)
        under = review.review_ref or f"Review {place}"
        heads.append(Head(str(place), risk.removesuffix(" risk"), said, said, under=under))
    return tuple(heads)
