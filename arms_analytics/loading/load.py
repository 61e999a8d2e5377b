"""`load` and `check`: the whole way from paths to outcomes, the first with one snapshot at its end."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from arms_analytics import __version__
from arms_analytics.loading.files import Found, find_workbooks, printable
from arms_analytics.loading.outcome import Outcome
from arms_analytics.loading.read import read_all
from arms_analytics.loading.settle import Candidate, Identify, judge, settle
from arms_analytics.network import network
from arms_analytics.store import schema
from arms_analytics.store.incoming import Incoming
from arms_analytics.store.publish import publish
from arms_analytics.store.snapshots import Snapshot, newest_or_none, reading_or_empty
from arms_analytics.store.standing import Standing, problems_of, standing
from arms_analytics.vocabulary import Problem, Reading, Severity
from arms_analytics.workbook import ReaderAnswers, read_workbook
from arms_analytics.workbook.questions import QuestionIdentity

Progress = Callable[[int, int, Path], None]
"""Told after each workbook: how many are done, of how many, and which one it was."""


@dataclass(frozen=True, slots=True)
class HowToRead:
    """How workbooks are read: with which answers to the reader's questions, and by which reader.

    `identify` gives new questions their ids; `workers` is how many processes read (None: one per core).
    """

    answers: ReaderAnswers = field(default_factory=ReaderAnswers)
    read: Callable[..., Reading] = read_workbook
    identify: Identify = QuestionIdentity
    workers: int | None = None
    progress: Progress = lambda done, total, path: None

    @property
    def digest(self) -> str:
        """What a reading depends on besides the workbook's bytes: the program, the network, the answers."""
        return hashlib.sha256(repr((__version__, network(), self.answers)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Report:
    """What became of each workbook, in the order given, and a sentence where the store itself needs a look."""

    outcomes: tuple[Outcome, ...]
    notice: str = ""

    @property
    def refused(self) -> bool:
        """Whether any workbook was."""
        return any(outcome.status == "refused" for outcome in self.outcomes)


def load(paths: Iterable[Path], folder: Path, how: HowToRead, who: str = "") -> Report:
    """Read these workbooks and store them in one snapshot, each of them whole or not at all.

    What the store holds already is not read again. StoreError when nothing could be stored.
    """
    found = find_workbooks(paths)
    snapshot = newest_or_none(folder)
    known = _unchanged(found, snapshot, how) if snapshot else {}
    candidates = _read([file for file in found if not file.problem and file.path not in known], how)
    waiting = [candidate for candidate in candidates.values() if candidate.open]
    if waiting or (snapshot and snapshot.meta.get("configuration") != schema.configuration(network())):
        publish(folder, lambda draft: settle(draft, waiting, how.identify, who), network=network())
    return Report(_in_order(found, known, candidates), snapshot.problem if snapshot else "")


def check(paths: Iterable[Path], folder: Path, how: HowToRead) -> Report:
    """Read these workbooks and store nothing; `loaded` says of a workbook that `load` would store it."""
    found = find_workbooks(paths)
    candidates = _read([file for file in found if not file.problem], how)
    with reading_or_empty(folder, network()) as connection:
        judge(connection, list(candidates.values()), how.identify)
    return Report(_in_order(found, {}, candidates))


def _read(found: Sequence[Found], how: HowToRead) -> dict[Path, Candidate]:
    candidates = {}
    digest = how.digest
    for file, reading in read_all(found, partial(how.read, answers=how.answers), how.workers):
        incoming = Incoming(reading, printable(file.path.name), file.size, digest)
        candidates[file.path] = Candidate(
            incoming, Outcome.of(file.path, reading, "refused" if reading.refused else "loaded")
        )
        how.progress(len(candidates), len(found), file.path)
    return candidates


def _in_order(
    found: Sequence[Found], known: Mapping[Path, Outcome], candidates: Mapping[Path, Candidate]
) -> tuple[Outcome, ...]:
    return tuple(
        Outcome.unread(file)
        if file.problem
        else known[file.path]
        if file.path in known
        else candidates[file.path].outcome
        for file in found
    )


def _unchanged(found: Sequence[Found], snapshot: Snapshot, how: HowToRead) -> dict[Path, Outcome]:
    """The files that would bring nothing new: their bytes are stored, and were read as they would be read now.

    Bytes that a later load has replaced since stay replaced, so that loading a folder again changes nothing.
    """
    cursor = snapshot.connection.cursor()
    stored: dict[str, list[Standing]] = {}
    for each in standing(cursor, sha256s={file.sha256 for file in found}):
        stored.setdefault(each.sha256, []).append(each)
    digest = how.digest
    outcomes = {}
    for file in found:
        books = stored.get(file.sha256, [])
        current = next((book for book in books if book.current_reviews), None)
        if books and (current is None or current.read_with == digest):
            book = current or books[0]
            problems = problems_of(cursor, book.workbook_id)
            outcomes[file.path] = _outcome(file, book, problems if current else (*problems, REPLACED))
    return outcomes


REPLACED = Problem(
    Severity.INFO,
    "replaced_since",
    "",
    "",
    "This file was loaded before and a later workbook took its place, which stands. `history` shows the loads; "
    "to bring this one back, undo the later one.",
)


def _outcome(file: Found, book: Standing, problems: tuple[Problem, ...]) -> Outcome:
    quarters = tuple(network().quarter_at(index) for index in book.quarters)
    return Outcome(file.path, file.sha256, "unchanged", quarters, book.forces, book.reviews, book.grades, problems)
