"""One force on a slide of the pack: its reviews and flags on the left, words worth reading out on the right."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from arms_analytics.exports.deck import BOTTOM, INNER, MARGIN, TOP, Deck
from arms_analytics.exports.meeting import Meeting
from arms_analytics.exports.quotes import worth_reading_out
from arms_analytics.exports.rows import (
    FLAG_HEADS,
    FLAG_SHARES,
    coverage,
    evidence,
    flag_rows,
    grade_cell,
    grade_heads,
    review_rows,
    reviewed_by,
)
from arms_analytics.exports.tables import Row, Styled, Table
from arms_analytics.finding_rows import lines
from arms_analytics.findings.evidence import failing
from arms_analytics.vocabulary import said_risk

LEFT, GAP = 470.0, 18.0
RIGHT = INNER - LEFT - GAP
SIZES = (16.0, 15.0, 14.0, 13.0, 12.0)


def add_force(deck: Deck, meeting: Meeting, force: str) -> None:
    """The slide; flags that find no room on it go on to a further one."""
    own = meeting.of(force)
    flags = meeting.found("repeat_failure", force)
    notes = "\n\n".join([*flags["explanation"], *evidence(_behind(own, flags), meeting)])
    slide = deck.page(f"{force}: {coverage(own, meeting.network)} reviews in", notes)
    if own.empty:
        deck.text(
            slide, [Styled(f"No review of a plan of {force} has been loaded for this quarter.")], MARGIN, TOP, INNER
        )
        return
    top = deck.text(slide, [Styled(f"Reviewed by {reviewed_by(own)}", bold=True)], MARGIN, TOP, LEFT)
    reviews, found = _fitting(
        _reviews(own, meeting), Table(FLAG_HEADS, flag_rows(flags, meeting), FLAG_SHARES), BOTTOM - top
    )
    top = deck.table(slide, reviews, reviews.rows, MARGIN, top, LEFT) + GAP
    if found.rows:
        shown = next(found.pages(LEFT, BOTTOM - top, BOTTOM - TOP))
        deck.table(slide, found, shown, MARGIN, top, LEFT)
    else:
        shown = []
        deck.text(slide, [Styled("No question is flagged as a repeat failure.")], MARGIN, top, LEFT)
    words = _words(own, flags, meeting).filling(RIGHT, BOTTOM - TOP)
    if words.rows:
        deck.table(slide, words, next(words.pages(RIGHT, BOTTOM - TOP, 0)), MARGIN + LEFT + GAP, TOP, RIGHT)
    if left_over := found.rows[len(shown) :]:
        deck.tables(f"{force}: further repeat failures", Table(FLAG_HEADS, left_over, FLAG_SHARES), notes)


def _fitting(reviews: Table, flags: Table, room: float) -> tuple[Table, Table]:
    """Both in the largest type in which they fit below one another; in the smallest, flags may be left over."""
    for size in SIZES:
        reviews, flags = replace(reviews, size=size), replace(flags, size=size)
        left = room - GAP - reviews.whole_height(LEFT)
        if reviews.fits(LEFT, room) and flags.fits(LEFT, left):
            break
    return reviews, flags


def _reviews(own: pd.DataFrame, meeting: Meeting) -> Table:
    grades = grade_heads(meeting.network)
    return Table(("Risk", "Plan", *grades), review_rows(own, meeting.network), (1.9, 2.6, *(1.2,) * len(grades)))


def _words(own: pd.DataFrame, flags: pd.DataFrame, meeting: Meeting) -> Table:
    rows: list[Row] = [
        [
            grade_cell(row.grade, meeting.network),
            f"“{row.feedback}”\n{meeting.label(row.question_id)}, {said_risk(row.risk_level).lower()}, "
            f"by {row.reviewing_force or 'an unknown force'}",
        ]
        for row in lines(worth_reading_out(own, list(flags["question_id"])))
    ]
    return Table(("Grade", "Words worth reading out"), rows, (1.2, 4.6), SIZES[-1])


def _behind(own: pd.DataFrame, flags: pd.DataFrame) -> pd.DataFrame:
    """The failing answers of this quarter to the flagged questions."""
    return failing(own[own["question_id"].isin(flags["question_id"])])
