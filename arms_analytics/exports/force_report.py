"""A force's report for its chief officers or an inspection: its quarter, trend, findings, actions, what improved."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from arms_analytics.exports.meeting import Meeting
from arms_analytics.exports.paper import Paper
from arms_analytics.exports.quotes import worth_reading_out
from arms_analytics.exports.rows import (
    ACTION_HEADS,
    ACTION_SHARES,
    action_rows,
    coverage,
    grade_cell,
    grade_heads,
    review_rows,
    reviewed_by,
)
from arms_analytics.exports.stamp import in_words
from arms_analytics.exports.tables import Row, Styled, Table
from arms_analytics.finding_rows import lines
from arms_analytics.findings import force_change
from arms_analytics.findings.heatmap import count_by
from arms_analytics.findings.listing import Asked
from arms_analytics.vocabulary import Selection, said_risk, share

QUARTERS = 8
SMALL = 9.5
FOUR_ARE_FOUR = (
    "Each quarter a few plans are reviewed, by another force each time: too few for a percentage to mean much. The "
    "counts are given as they are; where a chance is stated it allows for how strict each reviewing force is."
)


def force_report(asked: Asked, meeting: Meeting, force: str) -> bytes:
    """The .docx file of one force. KeyError when it is not known here."""
    meeting.network.force(force)
    own = meeting.of(force)
    stamp = replace(meeting.stamp, chosen=in_words(Selection(quarter=meeting.quarter, force=force)))
    paper = Paper(f"{force}: ARMS peer review report, {meeting.quarter.label}", stamp)
    _add_quarter(paper, meeting, own)
    _add_trend(paper, meeting, force, count_by(asked.cursor, "force", "quarter", Selection()))
    changed = force_change.find(asked.cursor, asked.quarter, asked.fit)
    for _, row in changed[changed["reviewed_force"] == force].iterrows():
        paper.sentence(force_change.explain(row, meeting.network))
    failures = meeting.found("repeat_failure", force)
    cleared = failures["status"] == "cleared"
    failing = failures[~cleared]
    paper.listed("What keeps failing", list(failing["explanation"]), "No question is flagged as a repeat failure.")
    improved = pd.concat([failures[cleared], meeting.found("improving", force)])
    paper.listed("What improved", list(improved["explanation"]), "No change is large enough to be told from chance.")
    worse = meeting.found("deteriorating", force)
    paper.listed("What needs watching", list(worse["explanation"]), "Nothing has clearly become worse.")
    strong = meeting.found("promising_practice", force)
    paper.listed("Promising practice", list(strong["explanation"]), "No question stands out yet.")
    _add_actions(paper, meeting, force)
    _add_words(paper, meeting, own, list(failing["question_id"]))
    paper.heading("How to read this report")
    paper.sentence(FOUR_ARE_FOUR)
    return paper.content()


def _add_quarter(paper: Paper, meeting: Meeting, own: pd.DataFrame) -> None:
    paper.heading("This quarter")
    if own.empty:
        paper.sentence("No review of a plan of this force has been loaded for this quarter.")
        return
    paper.sentence(f"{coverage(own, meeting.network)} reviews are in. Reviewed by {reviewed_by(own)}.")
    grades = grade_heads(meeting.network)
    paper.table(
        Table(("Risk", "Plan", *grades), review_rows(own, meeting.network), (2, 3, *(1.0,) * len(grades)), SMALL)
    )


def _add_trend(paper: Paper, meeting: Meeting, force: str, cells: pd.DataFrame) -> None:
    paper.heading("Quarter by quarter")
    passed = f"{meeting.network.grade_scale.pass_name} or better"
    rows: list[Row] = []
    for back in range(QUARTERS - 1, -1, -1):
        quarter = meeting.quarter.plus(-back)
        of_quarter = cells[cells["column"] == quarter.index]
        if not of_quarter.empty:
            mine = of_quarter[of_quarter["row"] == force]
            others = of_quarter[of_quarter["row"] != force]
            rows.append([quarter.label, Styled(_passed(mine), bold=True), _passed(others)])
    paper.table(
        Table(("Quarter", f"{force}: {passed.lower()}", f"Other forces: {passed.lower()}"), rows, (3, 2, 2), SMALL)
    )


def _passed(cells: pd.DataFrame) -> str:
    graded, failures = int(cells["graded"].sum()), int(cells["failures"].sum())
    return (
        f"{graded - failures} of {graded} boxes ({share((graded - failures) / graded)})" if graded else "nothing graded"
    )


def _add_actions(paper: Paper, meeting: Meeting, force: str) -> None:
    paper.heading("Actions")
    actions = [action for action in meeting.actions if action.force in {None, force}]
    paper.table(Table(ACTION_HEADS, action_rows(actions, meeting), ACTION_SHARES, SMALL - 0.5), "No action is open.")


def _add_words(paper: Paper, meeting: Meeting, own: pd.DataFrame, flagged: list[str]) -> None:
    paper.heading("In the reviewers' words")
    rows: list[Row] = [
        [
            grade_cell(row.grade, meeting.network),
            f"{meeting.label(row.question_id)}, {said_risk(row.risk_level).lower()}",
            f"“{row.feedback}”",
        ]
        for row in lines(worth_reading_out(own, flagged, most=8))
    ]
    paper.table(Table(("Grade", "Question", "Feedback"), rows, (1.2, 3, 6), SMALL), "No words were written.")
