"""Read collated workbooks and store their reviews, all of them in one step.

A workbook is stored whole or refused whole, with a sentence that says why; a folder goes on past one that is refused.
A workbook loaded before is left as it is. A corrected one takes the place of what was stored for its forces and
quarters; what it replaced stays in the history, and `undo` brings it back.

Exit status: 0 when every workbook is loaded or unchanged, 1 when any was refused.
"""

from __future__ import annotations

import argparse

from arms_analytics.commands import arguments as shared


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    shared.workbooks(parser)
    shared.database(parser)


def run(given: argparse.Namespace) -> int:
    """Load, then report."""
    from arms_analytics.commands.audited import audited
    from arms_analytics.commands.fitted import fitted
    from arms_analytics.commands.reader_answers import answers_for
    from arms_analytics.commands.report import progress, show
    from arms_analytics.loading import HowToRead, load, printable

    report = load(given.paths, given.database, HowToRead(answers=answers_for(given), progress=progress))
    loaded = [printable(outcome.path.name) for outcome in report.outcomes if outcome.status == "loaded"]
    if loaded:
        audited(given.database, "load", ", ".join(loaded))
        fitted(given.database)
    return show(report, given.format, {"loaded": "loaded", "unchanged": "unchanged", "refused": "refused"})
