"""Workbooks dropped on the page: kept in a folder of this session alone until they are stored and ask nothing more."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import streamlit as st

from arms_analytics.access import Right
from arms_analytics.loading import HowToRead, Report, load, printable
from arms_analytics.loading.files import SUFFIXES
from arms_analytics.store import StoreError
from arms_analytics.store.records import ReaderAnswer
from arms_analytics.ui import access, folder, records
from arms_analytics.ui.words import plain
from arms_analytics.vocabulary import OpenQuestion, Reading
from arms_analytics.workbook import ReaderAnswers, read_workbook


@dataclass(frozen=True, slots=True)
class Dropped:
    """One workbook that waits: where it lies, what was understood of it, whether that is stored already."""

    path: Path
    reading: Reading
    stored: bool = False

    @property
    def ready(self) -> bool:
        """Whether it can be stored, and is not yet."""
        return not self.reading.refused and not self.stored


def drop() -> list[Path]:
    """The control that takes files; where they lie now: those left from the last load, then in the order dropped.

    One dropped now takes the place of one of its name that was left.
    """
    files = st.file_uploader(
        "Collated workbooks", SUFFIXES, accept_multiple_files=True, key=f"dropped_{st.session_state.get('drop', 0)}"
    )
    new = [_kept(file) for file in files]
    return [*(path for path in _left() if path.name not in {each.name for each in new}), *new]


def _left() -> dict[Path, Reading | None]:
    """What stayed on the page after a load: each with its reading as it was stored, None where it was not."""
    left: dict[Path, Reading | None] = st.session_state.setdefault("left", {})
    return left


def clear() -> None:
    """Let go of what was dropped."""
    st.session_state.pop("dropped", None)
    _leave({})


def _leave(left: dict[Path, Reading | None]) -> None:
    """Empty the control that takes files; these stay on the page."""
    st.session_state["left"] = left
    st.session_state["drop"] = st.session_state.get("drop", 0) + 1


def read(paths: Sequence[Path]) -> list[Dropped]:
    """Read them, with what was answered before; with progress, each only once for the same answers."""
    answers = answered_before()
    done = st.session_state.setdefault("readings", {})
    bar = st.progress(0.0, "Reading …") if len(paths) > 1 else None
    waiting = []
    for place, path in enumerate(paths, 1):
        known = (hashlib.sha256(path.read_bytes()).hexdigest(), path.name, answers)
        if known not in done:
            done[known] = read_workbook(path, answers=answers)
        waiting.append(Dropped(path, done[known], stored=_left().get(path) == done[known]))
        if bar:
            bar.progress(place / len(paths), f"{place} of {len(paths)} read: {plain(path.name)}")
    if bar:
        bar.empty()
    return waiting


def answered_before() -> ReaderAnswers:
    """What was answered to the reader before; nothing while the records cannot be had."""
    return ReaderAnswers.of({row.key: row.answer for row in records.kept(lambda book: book.reader_answers.find())})


def remember(asked: Sequence[OpenQuestion], given: dict[str, str]) -> bool:
    """Keep the answers to these questions for this workbook and the next of its kind; whether they were."""
    rows = [ReaderAnswer(key=q.key, answer=given[q.key], question=q.text) for q in asked if given.get(q.key)]
    return records.write(
        Right.LOAD,
        (),
        lambda book, who: book.remember(rows, who),
        f"{len(rows)} answered. The workbooks were read again with it; the next of this kind will be too.",
    )


def remember_first(given: dict[OpenQuestion, str]) -> None:
    """As `remember`, for answers that were chosen but not yet used when the load was asked for: it waits to be seen."""
    if remember(list(given), {question.key: answer for question, answer in given.items()}):
        records.say(
            "Your answers were used first, and nothing is stored yet. Look at what is understood now, then load."
        )


def store(waiting: Sequence[Dropped]) -> None:
    """Store what can be, in one load; progress while it works, a sentence at the end. What still asks stays."""
    person = access.require(Right.LOAD)
    bar = st.progress(0.0, "Storing …")

    def progress(done: int, total: int, path: Path) -> None:
        bar.progress(done / total, f"{done} of {total}: {plain(path.name)}")

    ready = [each for each in waiting if each.ready]
    paths = [each.path for each in ready]
    target = destination([each.reading for each in ready])
    try:
        records.records()  # what could not be logged is not done
        report = load(paths, target, HowToRead(answers=answered_before(), progress=progress), person.who)
    except StoreError as fault:
        records.say(str(fault), good=False)
        return
    records.log("load", ", ".join(printable(outcome.path.name) for outcome in report.outcomes))
    asks = [each.path.name for each in waiting if each.reading.open_questions]
    still_here = f" Still here for what is asked below: {', '.join(asks)}." if asks else ""
    records.say(_in_words(report) + still_here, good=not report.refused)
    _leave_what_waits(waiting, {outcome.path for outcome in report.outcomes if outcome.status != "refused"})


def _leave_what_waits(waiting: Sequence[Dropped], stored: Collection[Path]) -> None:
    """What still asks, or could not be stored, stays on the page; the rest goes, its file too."""
    left: dict[Path, Reading | None] = {}
    for each in waiting:
        kept = each.stored or each.path in stored
        if each.reading.open_questions or not kept:
            left[each.path] = each.reading if kept else None
        else:
            each.path.unlink(missing_ok=True)
    _leave(left)


def destination(readings: Sequence[Reading]) -> Path:
    """The store these belong to: the one named for this app, otherwise real data's or the demonstration's own."""
    synthetic = any(reading.synthetic for reading in readings if reading.reviews)
    return folder.named() or (folder.DEMONSTRATION if synthetic else folder.REAL)


def _in_words(report: Report) -> str:
    words = {"loaded": "stored", "unchanged": "there already", "refused": "not stored"}
    parts = []
    for status, word in words.items():
        names = [outcome.path.name for outcome in report.outcomes if outcome.status == status]
        if names:
            parts.append(f"{word}: {', '.join(names)}")
    problems = [
        problem.message for outcome in report.outcomes if outcome.status == "refused" for problem in outcome.problems
        if problem.severity == "error"
    ]  # fmt: skip
    sentence = "; ".join(parts)
    return " ".join([sentence[:1].upper() + sentence[1:] + ".", *problems[:3]])


def _kept(file: Any) -> Path:
    """The file in this session's folder, under its own name without any path a browser may have sent."""
    held = st.session_state.get("dropped")
    if held is None:
        held = st.session_state["dropped"] = tempfile.TemporaryDirectory(prefix="arms-incoming-")
    name = PureWindowsPath(PurePosixPath(file.name).name).name or "workbook"
    place = Path(held.name) / hashlib.sha256(file.file_id.encode()).hexdigest()[:12]
    path = place / name
    if not path.exists():
        place.mkdir(mode=0o700, exist_ok=True)
        path.write_bytes(file.getvalue())
    return path
