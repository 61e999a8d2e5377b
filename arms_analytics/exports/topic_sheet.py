"""A topic sheet for a trainer: what fails on a question, for whom, in the reviewers' words; what good looks like."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from arms_analytics.exports.excerpts import excerpts
from arms_analytics.exports.meeting import Meeting
from arms_analytics.exports.paper import Paper
from arms_analytics.exports.rows import grade_cell, grade_counts, grade_heads
from arms_analytics.exports.stamp import in_words
from arms_analytics.exports.tables import Row, Styled, Table
from arms_analytics.finding_rows import lines
from arms_analytics.findings import telling_words, training_effect, whom_to_ask
from arms_analytics.findings.evidence import failing, reviews_behind
from arms_analytics.findings.listing import Asked
from arms_analytics.vocabulary import YEAR, Selection, day

SMALL = 9.5


def topic_sheet(asked: Asked, meeting: Meeting, question_id: str) -> bytes:
    """The .docx file on one question, from the reviews of the last four quarters. KeyError when it was never asked."""
    label = meeting.label(question_id)
    if question_id not in meeting.labels:
        raise KeyError(f"No review has a question {question_id}.")
    about = Selection(quarter=meeting.quarter, question_id=question_id)
    answers = reviews_behind(asked.cursor, about, quarters=YEAR)
    paper = Paper(f"Topic sheet: {label}", replace(meeting.stamp, chosen=in_words(about)))
    if not answers.empty:
        paper.sentence(str(answers["question"].iloc[0]), bold=True)
    paper.sentence(f"From the reviews of the last {YEAR} quarters up to {meeting.quarter.label}.")
    _add_need(paper, meeting, question_id, answers)
    _add_words(paper, meeting, "What reviewers wrote where it failed", failing(answers), 10)
    told = telling_words.find(asked.cursor, about)
    telling = [telling_words.explain(row) for _, row in told[told["tells_failing"].astype(bool)].head(6).iterrows()]
    paper.listed("Words that tell failing feedback", telling, "No words stand out.")
    _add_words(paper, meeting, "What good looks like", _best(answers), 6)
    paper.listed("Whom to ask", _whom_to_ask(asked, question_id), "No force stands out on this question yet.")
    paper.listed("Training given before", _given(asked, meeting, question_id), "None is recorded.")
    return paper.content()


def _whom_to_ask(asked: Asked, question_id: str) -> list[str]:
    if asked.fit is None:
        return []
    forces = whom_to_ask.find(asked.cursor, asked.quarter, asked.fit, question_id)
    return [whom_to_ask.explain(row, asked.network) for _, row in forces.iterrows()]


def _given(asked: Asked, meeting: Meeting, question_id: str) -> list[str]:
    """Each event on this question with what came of it."""
    return [
        f"{event.topic}, {day(event.date)}, {', '.join(event.forces) or 'the whole region'}: "
        + training_effect.explain(
            training_effect.find(
                asked.cursor, asked.network, asked.quarter, asked.fit, event.date, event.questions, event.forces
            ),
            asked.network,
            event.team,
        )
        for event in meeting.training
        if question_id in event.questions
    ]


def _add_need(paper: Paper, meeting: Meeting, question_id: str, answers: pd.DataFrame) -> None:
    paper.heading("Who needs it")
    needs = meeting.found("training_need")
    for row in lines(needs[needs["question_id"] == question_id]):
        paper.sentence(row.explanation, bullet=True)
    rows: list[Row] = []
    share = answers.groupby("reviewed_force")["failure"].mean()
    forces: list[str] = list(share.sort_values(ascending=False).index)
    for force in forces:
        own = answers[answers["reviewed_force"] == force]
        below = Styled(f"{own['failure'].eq(True).sum()} of {own['rank'].notna().sum()}", bold=True)
        rows.append([force, below, *grade_counts(own, meeting.network)])
    heads = ("Force", f"Below {meeting.network.grade_scale.pass_name}", *grade_heads(meeting.network))
    paper.table(Table(heads, rows, (3, 2, *(1.2,) * (len(heads) - 2)), SMALL), "No review was graded on this question.")


def _add_words(paper: Paper, meeting: Meeting, title: str, answers: pd.DataFrame, most: int) -> None:
    paper.heading(title)
    rows: list[Row] = [
        [
            grade_cell(row.grade, meeting.network),
            f"“{row.feedback}”",
            f"{row.reviewed_force}, {meeting.network.quarter_at(row.quarter_index).short}",
        ]
        for row in lines(excerpts(answers, most))
    ]
    paper.table(Table(("Grade", "Feedback", "Plan of"), rows, (1.2, 7, 2.4), SMALL), "No words were written.")


def _best(answers: pd.DataFrame) -> pd.DataFrame:
    """The answers with the best grade that anybody got, when that is no failure."""
    best = answers.loc[answers["failure"].eq(False), "rank"].max()
    return answers.loc[answers["rank"].eq(best).fillna(False)]
