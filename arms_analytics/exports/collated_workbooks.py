"""The stored reviews as collated workbooks again, one a quarter, that load to the same grades, feedback, references.

A box keeps the grade that the force's workbook gave it; where the meeting clarified it, a note on the box says so,
and a load of the export brings back the original, beside which the clarification stands in the records.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import pandas as pd

from arms_analytics.exports.replacing import replace_bytes
from arms_analytics.exports.stamp import Stamp, in_words
from arms_analytics.findings.choices import available
from arms_analytics.findings.evidence import reviews_behind
from arms_analytics.findings.sql import Cursor
from arms_analytics.network import Network
from arms_analytics.vocabulary import Answer, Quarter, Question, Review, RiskLevel, Selection
from arms_analytics.workbook.writer import Tab, collated_workbook

Row = Mapping[Hashable, Any]
"""One answer as `reviews_behind` gives it."""


def collated_workbooks(
    cursor: Cursor, selection: Selection, network: Network, stamp: Stamp
) -> Iterator[tuple[str, bytes]]:
    """File name and content for each quarter of the selection that has reviews, earliest first.

    The selection narrows the reviews (a quarter of None: all of them); the question in it is left out of account,
    for a collated workbook has all questions. ValueError when a text is too long for a cell.
    """
    choices = available(cursor)
    for quarter in _quarters(choices, selection, network):
        chosen = replace(selection, quarter=quarter, question_id=None)
        answers = reviews_behind(cursor, chosen)
        if not answers.empty:
            content = collated_workbook(
                list(_tabs(answers, quarter, network)),
                quarter,
                network,
                made=stamp.made,
                questions=_questions(answers, choices),
                synthetic=stamp.synthetic,
                stamp=replace(stamp, chosen=in_words(chosen)).line,
            )
            yield _name(quarter, stamp), content


def write_collated(cursor: Cursor, folder: Path, network: Network, stamp: Stamp) -> int:
    """Write all stored reviews into the folder as collated workbooks; how many.

    ValueError where the folder holds other files, which a load of the folder would take for part of the export.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = {_name(quarter, stamp) for quarter in _quarters(available(cursor), Selection(), network)}
    if others := sorted(path.name for path in folder.iterdir() if path.name not in names):
        raise ValueError(f"{folder} holds other files already ({others[0]}): name an empty or a new folder.")
    written = 0
    for name, content in collated_workbooks(cursor, Selection(), network, stamp):
        replace_bytes(folder / name, content)
        written += 1
    return written


def _name(quarter: Quarter, stamp: Stamp) -> str:
    return f"ARMS peer reviews {quarter.key}{' (synthetic)' if stamp.synthetic else ''}.xlsx"


def _quarters(choices: pd.DataFrame, selection: Selection, network: Network) -> list[Quarter]:
    stored = [network.quarter_at(int(key)) for key in choices.loc[choices["kind"] == "quarter", "key"]]
    return sorted(quarter for quarter in stored if selection.quarter in {None, quarter})


def _tabs(answers: pd.DataFrame, quarter: Quarter, network: Network) -> Iterator[Tab]:
    """A tab for each force, the network's members first and in their order."""
    for force in network.in_order(answers["reviewed_force"]):
        own = answers[answers["reviewed_force"] == force]
        rows = own.sort_values(["ordinal", "review_id"], kind="stable").to_dict("records")
        reviews: list[Review] = []
        notes: dict[tuple[int, str], str] = {}
        for place, (_, of_review) in enumerate(groupby(rows, key=lambda row: row["review_id"])):
            boxes = list(of_review)
            reviews.append(_review(boxes, quarter, place + 1))
            notes |= {(place, row["question_id"]): _note(row, network) for row in boxes if row["is_clarified"]}
        yield Tab(force, tuple(reviews), notes)


def _review(boxes: Sequence[Row], quarter: Quarter, ordinal: int) -> Review:
    head = boxes[0]
    return Review(
        force=str(head["reviewed_force"]),
        quarter=quarter,
        risk_level=RiskLevel(str(head["risk_level"])) if _said(head["risk_level"]) else None,
        reviewing_force=_said(head["reviewing_force"]) or None,
        review_ref=_said(head["review_ref"]),
        officer_ref=_said(head["officer_ref"]),
        team=_said(head["team"]),
        sheet=str(head["reviewed_force"]),
        ordinal=ordinal,
        answers=tuple(
            Answer(
                question_id=str(row["question_id"]),
                question=str(row["question"]),
                grade=_said(row["original_grade"]) or None,
                feedback=_said(row["feedback"]),
                cell="",
                feedback_cell="",
            )
            for row in boxes
        ),
    )


def _said(value: Any) -> str:
    """Empty for what a frame calls missing."""
    return "" if pd.isna(value) else str(value)


def _note(row: Row, network: Network) -> str:
    stands = str(row["grade"])
    name = network.grade_scale[stands].name if stands in network.grade_scale else "Not applicable"
    return f"Clarified at the meeting: {name}. The box keeps the grade as the force's workbook had it."


def _questions(answers: pd.DataFrame, choices: pd.DataFrame) -> list[Question]:
    """The questions that were asked, the question set's in its order, then those that only workbooks have."""
    asked = set(answers["question_id"])
    known = choices[(choices["kind"] == "question") & choices["key"].isin(asked)]
    return [
        Question(str(row["key"]), str(row["wording"]), str(row["short"]), str(row["section"]))
        for row in known.to_dict("records")
    ]
