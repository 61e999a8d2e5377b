"""A workbook to its reading: the recipe, step by step."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from arms_analytics.network import network
from arms_analytics.vocabulary import Problem, Reading, Severity
from arms_analytics.workbook import missing, questions, reviews
from arms_analytics.workbook.cells import Sheet
from arms_analytics.workbook.collated import Collated
from arms_analytics.workbook.collector import resting
from arms_analytics.workbook.files.opening import open_sheets
from arms_analytics.workbook.files.refusals import UnreadableWorkbookError
from arms_analytics.workbook.grading import tab_reviews, told_twice
from arms_analytics.workbook.reader_answers import ReaderAnswers
from arms_analytics.workbook.settling import tab_forces, tab_quarters
from arms_analytics.workbook.tabs import recognise_all
from arms_analytics.workbook.texts.forces import Forces
from arms_analytics.workbook.texts.grade_words import GradeWords


def read_workbook(path: Path, *, answers: ReaderAnswers | None = None) -> Reading:
    """The reviews and problems of one workbook. Never raises for what a file holds: the reading is refused instead."""
    with resting():
        return _read(Path(path), answers)


def _read(path: Path, answers: ReaderAnswers | None) -> Reading:
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        sheets = open_sheets(path)
    except UnreadableWorkbookError as unreadable:
        return _refused(path, digest, unreadable.code, str(unreadable))
    except OSError as error:
        return _refused(path, "", "not_readable", f"{path.name} cannot be opened: {error.strerror or error}.")
    return replace(read_sheets(sheets, path.name, answers=answers), path=str(path), sha256=digest)


def read_sheets(sheets: Iterable[Sheet], file: str, *, answers: ReaderAnswers | None = None) -> Reading:
    """The same from cells; `file` is the file's name, which may name the quarter."""
    ours = network()
    book = Collated(file, ours, Forces(ours), GradeWords.of(ours.grade_scale), answers or ReaderAnswers())
    recognise_all(list(sheets), book)
    tab_forces.settle(book)
    missing.say(book)
    graded = told_twice.once(book, tab_reviews.graded(book, tab_quarters.settle(book)))
    seen = questions.identify(book, graded)
    found = reviews.build(book, graded)
    return Reading(
        path=file,
        sha256="",
        synthetic=book.synthetic,
        reviews=found,
        problems=tuple(dict.fromkeys(book.problems)),  # one cell may stand for several boxes
        open_questions=tuple(book.open_questions),
        questions=seen,
    )


def _refused(path: Path, digest: str, code: str, message: str) -> Reading:
    return Reading(str(path), digest, problems=(Problem(Severity.ERROR, code, "", "", message),))
