"""Read collated workbooks exactly as `load` would, and store nothing.

What the reader could not decide is listed with sheet and cell. `--ask FILE` writes its open questions to a file; fill
in the answers there and give the file to `load` or `check` with `--answers`.

Exit status: 0 when every workbook could be loaded, 1 when any would be refused.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from arms_analytics.commands import arguments as shared


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    shared.workbooks(parser)
    parser.add_argument("--ask", type=Path, metavar="FILE", help="write the open questions to this file, to fill in")
    shared.database(parser)


def run(given: argparse.Namespace) -> int:
    """Check, write down what is asked, report."""
    import sys

    from arms_analytics.commands.reader_answers import answers_for
    from arms_analytics.commands.report import progress, show
    from arms_analytics.loading import HowToRead, check

    answers = answers_for(given)
    report = check(given.paths, given.database, HowToRead(answers=answers, progress=progress))
    if given.ask:
        asked = [question for outcome in report.outcomes for question in outcome.open_questions]
        answers.write(given.ask, asked)
        print(f"{given.ask}: {len(asked)} questions to answer.", file=sys.stderr)
    return show(report, given.format, {"loaded": "can be loaded", "unchanged": "unchanged", "refused": "refused"})
