"""The meeting pack: PowerPoint for thirty minutes, tables to edit, the evidence in the speaker notes."""

from __future__ import annotations

from arms_analytics.exports.deck import Deck
from arms_analytics.exports.force_slide import add_force
from arms_analytics.exports.meeting import Meeting
from arms_analytics.exports.rows import (
    ACTION_HEADS,
    ACTION_SHARES,
    NEED_HEADS,
    NEED_SHARES,
    REGION_HEADS,
    REGION_SHARES,
    action_rows,
    chance,
    evidence,
    grade_heads,
    in_all,
    need_rows,
    region_rows,
)
from arms_analytics.exports.tables import Row, Styled, Table
from arms_analytics.finding_rows import lines
from arms_analytics.vocabulary import share

HOW_TO_READ = (
    "A repeat failure is found by a rule that anyone can check by hand: so many of the last reviews fell below the "
    "grade that passes. The chance beside it comes from a model that allows for how strict each reviewing force is and "
    "pools what forces, questions and quarters have in common. New, continuing and cleared: against the quarter before."
)


def meeting_pack(meeting: Meeting) -> bytes:
    """The .pptx file: cover, region on a page, each force, promising practice, training needs, actions."""
    deck = Deck(f"ARMS peer review meeting pack, {meeting.quarter.label}", meeting.stamp)
    deck.cover(
        meeting.network.name,
        [f"Meeting pack, {meeting.quarter.label}", f"{in_all(meeting)} reviews in"],
        HOW_TO_READ,
    )
    _add_region(deck, meeting)
    for force in meeting.forces:
        add_force(deck, meeting, force)
    _add_practice(deck, meeting)
    _add_training(deck, meeting)
    _add_actions(deck, meeting)
    return deck.content()


def _add_region(deck: Deck, meeting: Meeting) -> None:
    grades = grade_heads(meeting.network)
    heads = (*REGION_HEADS, *grades, "Repeat failures")
    table = Table(heads, region_rows(meeting), (*REGION_SHARES, *(1.15,) * len(grades), 2.8))
    deck.tables("The region on a page", table, "\n".join(meeting.found("repeat_failure")["explanation"]))


def _add_practice(deck: Deck, meeting: Meeting) -> None:
    found = meeting.found("promising_practice")
    rows: list[Row] = [
        [
            Styled(row.force, bold=True),
            meeting.label(row.question_id),
            f"{share(row.estimate)} of plans ({share(row.low)} to {share(row.high)})",
            chance(row.probability),
        ]
        for row in lines(found)
    ]
    answers = meeting.answers.merge(
        found[["force", "question_id"]], left_on=["reviewed_force", "question_id"], right_on=["force", "question_id"]
    )
    notes = "\n".join([*found["explanation"], *evidence(answers[answers["failure"].eq(False)], meeting)])
    best = meeting.network.grade_scale.grades[-1].name.lower()
    table = Table(("Force", "Question", f"Would be {best} now", "Chance of one in three"), rows, (2.4, 3.4, 3, 2.4))
    _add(deck, "Promising practice: whom to ask", table, notes)


def _add_training(deck: Deck, meeting: Meeting) -> None:
    table = Table(NEED_HEADS, need_rows(meeting), NEED_SHARES)
    _add(deck, "Training needs", table, "\n".join(meeting.found("training_need")["explanation"]))


def _add_actions(deck: Deck, meeting: Meeting) -> None:
    table = Table(ACTION_HEADS, action_rows(meeting.actions, meeting), ACTION_SHARES)
    _add(deck, "Actions", table, "")


def _add(deck: Deck, title: str, table: Table, notes: str) -> None:
    """The table, or one slide that says that there is nothing."""
    if table.rows:
        deck.tables(title, table, notes)
    else:
        deck.sentence(title, "Nothing this quarter.", notes)
