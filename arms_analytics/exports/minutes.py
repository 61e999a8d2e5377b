"""The minutes: a Word document that already holds what the tool knows, with room for what only the meeting does."""

from __future__ import annotations

from arms_analytics.exports.meeting import Meeting
from arms_analytics.exports.paper import Paper
from arms_analytics.exports.rows import (
    ACTION_HEADS,
    ACTION_SHARES,
    FLAG_HEADS,
    FLAG_SHARES,
    REGION_HEADS,
    REGION_SHARES,
    action_rows,
    flag_rows,
    grade_cell,
    grade_heads,
    region_rows,
)
from arms_analytics.exports.tables import Row, Styled, Table
from arms_analytics.vocabulary import day

SMALL = 9.0
TO_FILL_IN = ("Held on", "In the chair", "Present", "Apologies")
SAID = {"clarified": "Clarified", "disputed": "Disputed", "withdrawn": "Withdrawn"}


def minutes(meeting: Meeting) -> bytes:
    """The .docx file: attendance to fill in, reviews, findings, clarified grades, practice, training, actions."""
    paper = Paper(f"Minutes: ARMS peer review meeting, {meeting.quarter.label}", meeting.stamp)
    to_fill_in: list[Row] = [[Styled(label, bold=True), ""] for label in TO_FILL_IN]
    paper.table(Table(("Meeting", meeting.network.name), to_fill_in, (1, 4), SMALL + 1))
    _add_reviews(paper, meeting)
    _add_failures(paper, meeting)
    _add_statements(paper, meeting)
    practice, needs = (list(meeting.found(kind)["explanation"]) for kind in ("promising_practice", "training_need"))
    paper.listed("Promising practice", practice, "No new promising practice was found.")
    paper.listed("Training needs", needs, "No training need stands out.")
    _add_actions(paper, meeting)
    paper.heading("Any other business")
    paper.sentence("")
    paper.heading("Next meeting")
    paper.sentence("")
    return paper.content()


def _add_reviews(paper: Paper, meeting: Meeting) -> None:
    paper.heading("Reviews of the quarter")
    grades = grade_heads(meeting.network)
    heads = (*REGION_HEADS, *grades, "Repeat failures")
    paper.table(Table(heads, region_rows(meeting), (*REGION_SHARES, *(1.2,) * len(grades), 2.8), SMALL))


def _add_failures(paper: Paper, meeting: Meeting) -> None:
    paper.heading("Repeat failures")
    rows: list[Row] = []
    for force in meeting.forces:
        rows += [[Styled(force, bold=True), *row] for row in flag_rows(meeting.found("repeat_failure", force), meeting)]
    table = Table(("Force", *FLAG_HEADS), rows, (2.4, *FLAG_SHARES), SMALL)
    paper.table(table, "No question is flagged as a repeat failure.")


def _add_statements(paper: Paper, meeting: Meeting) -> None:
    paper.heading("Grades clarified or disputed")
    plans = dict(zip(meeting.answers["review_key"], meeting.answers["review_ref"], strict=True))
    rows: list[Row] = [
        [
            said.force,
            plans.get(said.review_key) or said.review_key,
            meeting.label(said.question_id),
            SAID[said.kind],
            grade_cell(said.original_grade, meeting.network),
            grade_cell(said.grade or said.original_grade, meeting.network),
            said.reason,
            f"{said.who}, {day(said.at)}",
        ]
        for said in meeting.statements
    ]
    heads = ("Force", "Plan", "Question", "What", "From", "Stands as", "Why", "Who and when")
    paper.table(Table(heads, rows, (2, 2.2, 2.2, 2, 1.7, 1.7, 3.6, 2.2), SMALL), "No grade was clarified or disputed.")


def _add_actions(paper: Paper, meeting: Meeting) -> None:
    paper.heading("Actions")
    ours = [action for action in meeting.actions if action.quarter_index == meeting.quarter.index]
    carried = [action for action in meeting.actions if action.quarter_index != meeting.quarter.index]
    for title, actions, nothing in (
        ("Agreed at this meeting", ours, "No action was agreed."),
        ("Carried over", carried, "No earlier action is open."),
    ):
        paper.heading(title, 2)
        paper.table(Table(ACTION_HEADS, action_rows(actions, meeting), ACTION_SHARES, SMALL), nothing)
