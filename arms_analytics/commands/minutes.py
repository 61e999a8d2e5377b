"""Write a quarter's minutes as a Word document: what the tool knows, with room for what only the meeting does.

Reviews, repeat failures, grades clarified or disputed and why, promising practice, training needs, actions agreed and
carried over. No officer is named. A file that is there already is left alone unless --replace is given.
"""

from __future__ import annotations

import argparse

from arms_analytics.commands import arguments as shared


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    shared.new_file(parser, "OUT.docx")
    shared.quarter(parser, "which quarter, such as 2025-26-Q1", required=True)
    shared.database(parser)


def run(given: argparse.Namespace) -> int:
    """Write the minutes."""
    from arms_analytics.commands.papers import write_paper
    from arms_analytics.exports.minutes import minutes

    return write_paper(given, "minutes", minutes)
