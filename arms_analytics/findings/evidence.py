"""Which reviews stand behind this: every answer of a cell with its words and the workbook cell it came from."""

from __future__ import annotations

import pandas as pd

from arms_analytics.findings.sql import Cursor, ask, bound
from arms_analytics.vocabulary import Selection


def reviews_behind(
    cursor: Cursor,
    selection: Selection,
    *,
    quarters: int | None = 1,
    review_id: int | None = None,
    officer_ref: str | None = None,
) -> pd.DataFrame:
    """The answers of a selection, newest quarter first, over so many `quarters` up to the selected one (None: all).

    One row per answer: review_id, reviewed_force, quarter_index, ordinal, risk_level, reviewing_force, review_ref,
    review_key (what the records name it by), officer_ref (empty where the viewer may not see it), team, question_id,
    question (as the workbook has it), grade (as clarified; None where blank), original_grade, is_clarified, rank and
    failure (<NA> where not graded), feedback, workbook, sheet, cell, feedback_cell.
    """
    parameters = {**bound(selection, quarters), "review": review_id, "officer": officer_ref}
    answers = ask(cursor, "evidence", parameters)
    return answers.astype({"rank": "Int8", "failure": "boolean"})


def failing(answers: pd.DataFrame) -> pd.DataFrame:
    """Those of these rows that fell below the line."""
    return answers[answers["failure"].fillna(False).astype(bool)]
