"""The report of `load` and `check`, for people and for scripts; the line of progress while they work."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from arms_analytics.commands import say_error
from arms_analytics.loading import Outcome, Report, printable
from arms_analytics.vocabulary import Severity


def show(report: Report, form: str, words: dict[str, str]) -> int:
    """Print the report: the exit status, 1 when any workbook was refused. `words` name the statuses for people."""
    if report.notice:
        say_error(report.notice)
    for outcome in report.outcomes:
        for problem in outcome.problems:
            if problem.severity is Severity.ERROR:
                say_error(printable(f"{outcome.path.name}{_place(problem.sheet, problem.cell)}: {problem.message}"))
    if form == "json":
        print(
            json.dumps({"workbooks": [outcome.as_json() for outcome in report.outcomes]}, ensure_ascii=False, indent=1)
        )
    else:
        _show_text(report.outcomes, words)
    return 1 if report.refused else 0


def _show_text(outcomes: Sequence[Outcome], words: dict[str, str]) -> None:
    for outcome in outcomes:
        print(printable(f"{outcome.path.name}: {words[outcome.status]}{_holds(outcome)}"))
        for problem in outcome.problems:
            if problem.severity is not Severity.ERROR:
                print(printable(f"  {problem.severity}{_place(problem.sheet, problem.cell)}: {problem.message}"))
    if len(outcomes) > 1:
        counts: Counter[str] = Counter(outcome.status for outcome in outcomes)
        parts = [f"{counts[status]} {word}" for status, word in words.items() if counts[status]]
        print(f"{len(outcomes)} workbooks: {', '.join(parts)}.")


def _holds(outcome: Outcome) -> str:
    if not outcome.reviews:
        return "."
    quarters = outcome.quarters
    when = quarters[0].label if len(quarters) == 1 else f"{quarters[0].short} to {quarters[-1].short}"
    forces = f"{len(outcome.forces)} forces" if len(outcome.forces) > 1 else outcome.forces[0]
    return f". {when}: {forces}, {outcome.reviews} reviews, {outcome.grades} grades."


def _place(sheet: str, cell: str) -> str:
    return f", {sheet} {cell}".rstrip() if sheet else ""


def progress(done: int, total: int, path: Path) -> None:
    """One line on standard error that overwrites itself; nothing where nobody watches."""
    if sys.stderr.isatty() and total > 1:
        end = "\n" if done == total else ""
        print(f"\r\033[K{done} of {total} workbooks read: {printable(path.name)}", end=end, file=sys.stderr, flush=True)
