"""What goes back to a force so that it corrects its own workbook: the mail's text; the workbook is the writer's."""

from __future__ import annotations

from collections.abc import Sequence

from arms_analytics.network import Network
from arms_analytics.vocabulary import Problem, Severity
from arms_analytics.workbook.writer import corrections_workbook

__all__ = ["correction_text", "corrections_workbook", "worth_correcting"]


def worth_correcting(problems: Sequence[Problem]) -> list[Problem]:
    """The problems that a force can put right: everything but information, gravest first, then by tab and cell."""
    order = {Severity.ERROR: 0, Severity.WARNING: 1}
    kept = [problem for problem in problems if problem.severity in order]
    return sorted(kept, key=lambda problem: (order[problem.severity], problem.sheet))


def correction_text(name: str, problems: Sequence[Problem], network: Network) -> str:
    """The request as text for a mail, one line a problem with its tab and cell."""
    lines = [f"  {_place(problem)}: {problem.message}" for problem in problems]
    count = "one place that we could" if len(lines) == 1 else f"{len(lines)} places that we could"
    return "\n".join(
        [
            "Dear colleague,",
            "",
            f"Thank you for {name}. There {'is' if len(lines) == 1 else 'are'} {count} not read for certain. "
            "Please correct them in your copy, save it under the same name and send it again:",
            "",
            *lines,
            "",
            network.name,
            network.protective_marking,
            "",
        ]
    )


def _place(problem: Problem) -> str:
    return " ".join(part for part in (problem.sheet, problem.cell) if part) or "The whole workbook"
