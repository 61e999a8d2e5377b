"""What goes back to a force so that it corrects its own workbook: a mail that names each cell."""

from __future__ import annotations

from collections.abc import Sequence

from arms_analytics.exports.mail import Letter
from arms_analytics.network import Network
from arms_analytics.vocabulary import SYNTHETIC_MARK, Problem, Severity


def worth_correcting(problems: Sequence[Problem]) -> list[Problem]:
    """The problems that a force can put right: everything but information, in the order given."""
    return [problem for problem in problems if problem.severity is not Severity.INFO]


def correction_request(name: str, problems: Sequence[Problem], network: Network, *, synthetic: bool = False) -> Letter:
    """The request to correct the workbook `name`, one line a problem with its tab and cell."""
    lines = [f"  {_place(problem)}: {problem.message}" for problem in problems]
    count = "One place in it needs" if len(lines) == 1 else f"{len(lines)} places in it need"
    text = [
        "Dear colleague,",
        "",
        f"Thank you for {name}. {count} a look: what we could not read for certain, and what should not stand there. "
        "Please correct your copy, save it under the same name and send it again:",
        "",
        *lines,
        "",
        network.name,
        network.protective_marking,
        *([SYNTHETIC_MARK] if synthetic else []),
        "",
    ]
    return Letter(f"[{network.protective_marking}] Please correct: {name}", "\n".join(text))


def _place(problem: Problem) -> str:
    return " ".join(part for part in (problem.sheet, problem.cell) if part) or "The whole workbook"
