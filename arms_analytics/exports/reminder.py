"""The monthly reminder to a force whose reviews are late: a text to copy, or a mail that opens as a draft."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from arms_analytics.exports.mail import Letter
from arms_analytics.findings.sentences import counted
from arms_analytics.network import Network
from arms_analytics.vocabulary import Quarter, day


@dataclass(frozen=True, slots=True)
class Late:
    """A force of whose plans fewer reviews came than expected, and the force that was to write them, if known."""

    force: str
    reviewing_force: str | None
    received: int
    expected: int


def reminder(late: Late, quarter: Quarter, network: Network, *, due: dt.date) -> Letter:
    """What the coordinator writes each month until the reviews are in."""
    missing = late.expected - late.received
    who = f" {late.reviewing_force} was to write {'it' if missing == 1 else 'them'}." if late.reviewing_force else ""
    came = "None has" if not late.received else f"{late.received} of {late.expected} have"
    lines = [
        "Dear colleague,",
        f"For {quarter.label} the network expects {late.expected} peer reviews of ARMS plans of {late.force}. "
        f"{came} reached us, so {counted(missing, 'review')} {'is' if missing == 1 else 'are'} still to come.{who}",
        f"Please send the tab for {late.force} in the collated workbook by {day(due)}, graded question by question, "
        "with the feedback from the QA tool. Please leave out names, dates of birth, addresses and ViSOR or PNC "
        "numbers.",
        f"If something stands in the way, tell us: another force may be able to help.\n\n{network.name}",
        network.protective_marking,
    ]
    return Letter(
        f"[{network.protective_marking}] ARMS peer reviews of {late.force}, {quarter.short}: {missing} still to come",
        "\n\n".join(lines) + "\n",
    )
