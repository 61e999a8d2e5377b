"""A paper about one quarter's meeting, written from the store and noted in the audit log."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from arms_analytics.commands import CommandError
from arms_analytics.commands.as_of import as_of
from arms_analytics.commands.audited import audited
from arms_analytics.commands.writing import write_new
from arms_analytics.exports.meeting import Meeting
from arms_analytics.exports.stamp import Stamp
from arms_analytics.vocabulary import Selection


def write_paper(given: argparse.Namespace, what: str, compose: Callable[[Meeting], bytes]) -> int:
    """Compose the paper of `given.quarter` and write it to `given.out`."""
    with as_of(given.database, given.quarter) as (snapshot, asked, records):
        stamp = Stamp.of(snapshot, asked.network, Selection(quarter=asked.quarter))
        meeting = Meeting.gather(asked, records, stamp)
        if meeting.answers.empty:
            raise CommandError(f"No review of {asked.quarter.label} has been loaded, so there is nothing to write.")
        content = compose(meeting)
    write_new(given.out, content, given.replace)
    audited(given.database, f"export {what}", f"{given.out.name}, {given.quarter.key}")
    print(f"{given.out}: {what} for {given.quarter.label}, {len(content):,} bytes.")
    return 0
