"""What every export says of itself: what was chosen, when, from which data, how it is to be handled."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from arms_analytics.network import Network
from arms_analytics.store import Snapshot
from arms_analytics.vocabulary import SYNTHETIC_MARK, Selection, moment


@dataclass(frozen=True, slots=True)
class Stamp:
    """`chosen` names the filters in words; `data_version` is the snapshot's number; `made` is local time."""

    chosen: str
    made: dt.datetime
    data_version: int
    marking: str
    synthetic: bool

    @classmethod
    def of(cls, snapshot: Snapshot, network: Network, selection: Selection | None = None) -> Stamp:
        """The stamp of what is being made now from this snapshot."""
        return cls(
            in_words(selection or Selection()),
            dt.datetime.now().replace(microsecond=0),
            snapshot.number,
            network.protective_marking,
            snapshot.synthetic,
        )

    @property
    def line(self) -> str:
        """`All forces, Q2 2026/27 (Jul–Sep 2026). Made on 21 November 2026 at 14:05 from data version 17.`"""
        return f"{self.chosen}. Made on {moment(self.made)} from data version {self.data_version}."

    @property
    def lines(self) -> tuple[str, ...]:
        """Marking, synthetic notice where it is due, and the line."""
        return (self.marking, *((SYNTHETIC_MARK,) if self.synthetic else ()), self.line)


def in_words(selection: Selection) -> str:
    """A selection as people read it: `Cheshire, Q2 2026/27 (Jul–Sep 2026), high risk, reviewed by Cumbria`."""
    parts = [
        selection.force or "All forces",
        selection.quarter.label if selection.quarter else "all quarters",
        *([f"question {selection.question_id}"] if selection.question_id else []),
        *(
            [" and ".join(level.label.lower() for level in selection.risk_levels) + " risk"]
            * bool(selection.risk_levels)
        ),
        *([f"reviewed by {selection.reviewing_force}"] if selection.reviewing_force else []),
    ]
    return ", ".join(parts)
