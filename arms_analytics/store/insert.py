"""Readings into a draft: each workbook's reviews take the place of those of the same force and quarter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count, groupby
from operator import itemgetter
from typing import Any

import duckdb

from arms_analytics.store import schema
from arms_analytics.store.draft import Draft, Entry
from arms_analytics.store.errors import MixedStoreError
from arms_analytics.store.incoming import Incoming, Pair, content, pairs_of, review_keys
from arms_analytics.vocabulary import Question, Reading, Review

Row = tuple[Any, ...]

SHORT = 40
"""Characters of a wording that serve as the label of a question that the question set does not have."""


def add_workbooks(draft: Draft, workbooks: Sequence[Incoming], who: str = "") -> Entry | None:
    """Put these workbooks into the draft; where two hold the same pair, the later one's is current.

    A workbook whose bytes were loaded before keeps out of the pairs that another load has taken since.
    """
    if not workbooks:
        return None
    _set_kind(draft, {workbook.reading.synthetic for workbook in workbooks})
    ids = count(_highest(draft.connection, "workbook_id", "workbook") + 1)
    numbered = [(next(ids), workbook, _wanted(draft.connection, workbook.reading)) for workbook in workbooks]
    _replace(draft, {pair for _, _, pairs in numbered for pair in pairs})
    schema.append(
        draft.connection,
        "workbook",
        [
            (id_, draft.load_id, book.name, book.reading.sha256, book.size, book.read_with, content(book.reading))
            for id_, book, _ in numbered
        ],
    )
    _append_reviews(draft, numbered)
    readings = [(id_, book.reading) for id_, book, _ in numbered]
    schema.append(draft.connection, "seen_question", (row for id_, reading in readings for row in _seen(id_, reading)))
    schema.append(draft.connection, "problem", (row for id_, reading in readings for row in _problems(id_, reading)))
    _add_questions(draft.connection, [reading for _, reading in readings])
    return Entry("load", ", ".join(book.name for book in workbooks), who)


def _set_kind(draft: Draft, synthetic: set[bool]) -> None:
    """Demonstration or real: said by the first load, and the same ever after."""
    kinds = {"demonstration" if mark else "real" for mark in synthetic}
    stored = schema.meta(draft.connection).get("kind")
    if len(kinds | ({stored} if stored else set())) > 1:
        raise MixedStoreError(
            "Demonstration workbooks and real ones never share a store. Nothing was stored; load one kind into "
            "another folder with --database."
        )
    schema.set_meta(draft.connection, "kind", kinds.pop())


def _wanted(connection: duckdb.DuckDBPyConnection, reading: Reading) -> set[Pair]:
    """The pairs in which this workbook becomes current: all, but for those taken from these very bytes since."""
    before = connection.execute(
        "SELECT quarter_index, reviewed_force, bool_or(replaced_by IS NULL) FROM review "
        "JOIN workbook USING (workbook_id) WHERE sha256 = ? AND undone_by IS NULL GROUP BY ALL",
        [reading.sha256],
    ).fetchall()
    return pairs_of(reading) - {(quarter, force) for quarter, force, current in before if not current}


def _replace(draft: Draft, pairs: set[Pair]) -> None:
    draft.connection.execute(
        "UPDATE review SET replaced_by = $load FROM (SELECT unnest($quarters) AS quarter, unnest($forces) AS force) "
        "AS pair WHERE quarter_index = pair.quarter AND reviewed_force = pair.force AND replaced_by IS NULL "
        "AND undone_by IS NULL",
        {"load": draft.load_id, "quarters": [p[0] for p in pairs], "forces": [p[1] for p in pairs]},
    )


def _append_reviews(draft: Draft, numbered: Sequence[tuple[int, Incoming, set[Pair]]]) -> None:
    """Reviews and answers, sorted by quarter and force, so that a query for either touches few rows.

    Answers go in a quarter at a time, so that an archive's rows take no more memory than its largest quarter's.
    """
    last = {pair: id_ for id_, _, pairs in numbered for pair in pairs}
    found = [
        (review, key, id_)
        for id_, book, pairs in numbered
        for review, key in zip(book.reading.reviews, review_keys(book.reading.reviews), strict=True)
        if (review.quarter.index, review.force) in pairs
    ]
    found.sort(key=lambda item: (item[0].quarter.index, item[0].force, item[2], item[0].ordinal))
    first = _highest(draft.connection, "review_id", "review") + 1
    rows: list[Row] = []
    for review_id, (review, key, workbook_id) in enumerate(found, first):
        replaced_by = None if last[review.quarter.index, review.force] == workbook_id else draft.load_id
        rows.append(_review(review_id, review, key, workbook_id, replaced_by))
    schema.append(draft.connection, "review", rows)
    reviews = ((review_id, review) for review_id, (review, _, _) in enumerate(found, first))
    for _, of_quarter in groupby(reviews, key=lambda item: item[1].quarter.index):
        answers: list[Row] = [row for review_id, review in of_quarter for row in _answers(review_id, review)]
        schema.append(draft.connection, "answer", sorted(answers, key=itemgetter(1, 2, 3)))


def _review(review_id: int, review: Review, key: str, workbook_id: int, replaced_by: int | None) -> Row:
    return (
        review_id, workbook_id, review.quarter.index, review.force, review.reviewing_force, review.risk_level,
        review.review_ref, key, review.officer_ref, review.team, review.sheet, review.ordinal, replaced_by, None,
    )  # fmt: skip


def _answers(review_id: int, review: Review) -> Iterable[Row]:
    return (
        (
            review_id, review.quarter.index, review.force, answer.question_id, answer.question, answer.grade,
            answer.feedback, answer.cell, answer.feedback_cell,
        )
        for answer in review.answers
    )  # fmt: skip


def _seen(workbook_id: int, reading: Reading) -> Iterable[tuple[object, ...]]:
    return ((workbook_id, seen.question_id, seen.wording, seen.number, seen.how) for seen in reading.questions)


def _problems(workbook_id: int, reading: Reading) -> Iterable[tuple[object, ...]]:
    return ((workbook_id, p.severity, p.code, p.sheet, p.cell, p.message) for p in reading.problems)


def _add_questions(connection: duckdb.DuckDBPyConnection, readings: Sequence[Reading]) -> None:
    """Questions that nobody has seen before follow those known, in the order of the workbooks."""
    known = {row[0] for row in connection.execute("SELECT question_id FROM question").fetchall()}
    new: dict[str, str] = {}
    for reading in readings:
        wordings = {seen.question_id: seen.wording for seen in reading.questions}
        wordings |= {answer.question_id: answer.question for review in reading.reviews for answer in review.answers}
        new |= {id_: wording for id_, wording in wordings.items() if id_ not in known and id_ not in new}
    first = _highest(connection, "place", "question") + 1
    rows: Iterable[Sequence[object]] = (
        (id_, wording, _short(wording), "", [], place) for place, (id_, wording) in enumerate(new.items(), first)
    )
    schema.append(connection, "question", rows)


def _short(wording: str) -> str:
    return wording if len(wording) <= SHORT else wording[:SHORT].rsplit(" ", 1)[0] + " …"


def known_questions(connection: duckdb.DuckDBPyConnection) -> list[Question]:
    """Every question the store has seen, the question set's first."""
    rows = connection.execute("SELECT question_id, wording, short, section, processes FROM question ORDER BY place")
    return [Question(id_, words, short, section, tuple(tags)) for id_, words, short, section, tags in rows.fetchall()]


def _highest(connection: duckdb.DuckDBPyConnection, column: str, table: str) -> int:
    rows = connection.execute(f"SELECT coalesce(max({column}), -1) FROM {table}").fetchall()  # noqa: S608
    return int(rows[0][0])
