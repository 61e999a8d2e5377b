"""Write a quarter's meeting pack: PowerPoint with native tables to edit, the evidence in the speaker notes.

Cover, the region on a page, a slide a force, promising practice, training needs, actions. No officer is named. It
shows the quarter with what was known up to it, as corrected since, and says from which data it was made. A file that
is there already is left alone unless --replace is given.
"""

from __future__ import annotations

import argparse

from arms_analytics.commands import arguments as shared


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    shared.new_file(parser, "OUT.pptx")
    shared.quarter(parser, "which quarter, such as 2025-26-Q1", required=True)
    shared.database(parser)


def run(given: argparse.Namespace) -> int:
    """Write the pack."""
    from arms_analytics.commands.papers import write_paper
    from arms_analytics.exports.pack import meeting_pack

    return write_paper(given, "pack", meeting_pack)
