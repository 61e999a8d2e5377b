"""Hand-made readings: what a workbook would have said, without a workbook."""

import hashlib
from dataclasses import replace

from arms_analytics.network import network
from arms_analytics.store import newest_snapshot
from arms_analytics.store.incoming import Incoming
from arms_analytics.store.insert import add_workbooks
from arms_analytics.store.publish import publish
from arms_analytics.vocabulary import Answer, Quarter, Reading, Review, RiskLevel

QUARTER = Quarter(2025, 1)


def make_reading(quarter=QUARTER, forces=("Cheshire", "Cumbria"), grade="good", feedback="as asked", **changes):
    """Four reviews a force, one a risk level, three questions each, all with this grade and feedback."""
    answers = tuple(
        Answer(question.id, question.wording, grade, f"{feedback} {question.id}", f"C{row}", f"D{row}")
        for row, question in enumerate(network().question_set.questions[:3], 8)
    )
    reviews = tuple(
        Review(force, quarter, level, "Merseyside", f"{force[:2]}/{level}", f"OM-{force[:2]}", "", force, n, answers)
        for force in forces
        for n, level in enumerate(RiskLevel, 1)
    )
    reading = Reading(path=f"{quarter}.xlsx", sha256="", reviews=reviews)
    reading = replace(reading, sha256=hashlib.sha256(repr((reading, changes)).encode()).hexdigest())
    return replace(reading, **changes)


def store(folder, *readings, **how):
    """Load these readings as one load; the snapshot they made."""
    books = [Incoming(reading, reading.path, 1000, "reader 1") for reading in readings]
    publish(folder, lambda draft: add_workbooks(draft, books), **how)
    return newest_snapshot(folder)


def current(snapshot, columns="reviewed_force, quarter_index, question_id, grade, feedback"):
    cursor = snapshot.cursor(snapshot.forces)
    return cursor.execute(f"SELECT {columns} FROM answers ORDER BY ALL").fetchall()
