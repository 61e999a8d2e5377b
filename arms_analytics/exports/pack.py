"""The meeting pack: PowerPoint for thirty minutes, tables to edit, the evidence in the speaker notes."""

from __future__ import annotations

from arms_analytics.exports.deck import Deck
from arms_analytics.exports.force_slide import add_force
from arms_analytics.exports.meeting import Meeting, each
from arms_analytics.exports.rows import action_rows, chance, coverage, evidence, grade_counts, grade_heads, reviewed_by
from arms_analytics.exports.tables import Box, Row, Table

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
        [f"Meeting pack, {meeting.quarter.label}", f"{_how_many(meeting)} reviews in"],
        HOW_TO_READ,
    )
    _add_region(deck, meeting)
    for force in meeting.forces:
        add_force(deck, meeting, force)
    _add_practice(deck, meeting)
    _add_training(deck, meeting)
    _add_actions(deck, meeting)
    return deck.content()


def _how_many(meeting: Meeting) -> str:
    expected = meeting.network.reviews_expected * len(meeting.network.members)
    return f"{meeting.answers['review_id'].nunique()} of {expected}"


def _add_region(deck: Deck, meeting: Meeting) -> None:
    rows: list[Row] = []
    for force in meeting.forces:
        own = meeting.of(force)
        rows.append(
            [
                Box(force, bold=True),
                coverage(own, meeting.network),
                reviewed_by(own),
                *grade_counts(own, meeting.network),
                _changes(meeting, force),
            ]
        )
    counts = grade_counts(meeting.answers, meeting.network)
    rows.append([Box("Region", bold=True), _how_many(meeting), "", *counts, _changes(meeting)])
    grades = grade_heads(meeting.network)
    heads = ("Force", "Reviews", "Reviewed by", *grades, "Repeat failures")
    table = Table(heads, rows, (2.4, 1.4, 2.4, *(1.15,) * len(grades), 2.8))
    deck.tables("The region on a page", table, "\n".join(meeting.found("repeat_failure")["explanation"]))


def _changes(meeting: Meeting, force: str | None = None) -> str:
    counts = meeting.found("repeat_failure", force)["status"].value_counts()
    said = [f"{counts[status]} {status}" for status in ("new", "continuing", "cleared") if counts.get(status)]
    return ", ".join(said) or "none"


def _add_practice(deck: Deck, meeting: Meeting) -> None:
    found = meeting.found("promising_practice")
    rows: list[Row] = [
        [Box(row.force, bold=True), meeting.label(row.question_id), row.explanation] for row in each(found)
    ]
    answers = meeting.answers.merge(
        found[["force", "question_id"]], left_on=["reviewed_force", "question_id"], right_on=["force", "question_id"]
    )
    notes = "\n".join(evidence(answers[answers["failure"].eq(False)], meeting))
    _add(deck, "Promising practice: whom to ask", Table(("Force", "Question", "Why"), rows, (2, 3, 7), 14), notes)


def _add_training(deck: Deck, meeting: Meeting) -> None:
    found = meeting.found("training_need")
    found = found[found["officer_ref"].isna() & found["question_id"].notna()]
    rows: list[Row] = [
        [
            Box(row.force if isinstance(row.force, str) else "The region", bold=True),
            meeting.label(row.question_id),
            f"{row.failures:.0f} of {row.reviews:.0f} below {meeting.network.grade_scale.pass_name}",
            chance(row.probability),
        ]
        for row in each(found)
    ]
    table = Table(("For whom", "Topic", "Evidence", "Chance"), rows, (3, 4, 3, 2))
    _add(deck, "Training needs", table, "\n".join(found["explanation"]))


def _add_actions(deck: Deck, meeting: Meeting) -> None:
    heads = ("Action", "Force", "Question", "Owner", "Due", "Status")
    table = Table(heads, action_rows(list(meeting.actions), meeting), (4.5, 1.8, 2.4, 1.8, 1.9, 1.6), 14)
    _add(deck, "Actions", table, "")


def _add(deck: Deck, title: str, table: Table, notes: str) -> None:
    """The table, or one slide that says that there is nothing."""
    if table.rows:
        deck.tables(title, table, notes)
    else:
        deck.sentence(title, "Nothing this quarter.", notes)
