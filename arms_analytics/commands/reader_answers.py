"""The answers with which `load` and `check` read: those remembered with the store, and those of a file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from arms_analytics.commands import CommandError
from arms_analytics.commands.opened import written

if TYPE_CHECKING:
    from arms_analytics.workbook import ReaderAnswers


def answers_for(given: argparse.Namespace) -> ReaderAnswers:
    """What `--answers` says wins over what was answered in the dashboard before."""
    from arms_analytics.workbook import ReaderAnswers
    from arms_analytics.workbook.reader_answers import UnusableAnswersError

    before = ReaderAnswers.of(_answered_before(given.database))
    if not given.answers:
        return before
    try:
        return before.with_more(dict(ReaderAnswers.read(given.answers).given))
    except UnusableAnswersError as unusable:
        raise CommandError(str(unusable)) from unusable


def _answered_before(folder: Path) -> dict[str, str]:
    with written(folder) as records:
        return {row.key: row.answer for row in records.reader_answers.find()} if records else {}
