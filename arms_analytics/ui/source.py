"""What files are made from after a click, on a thread of their own, where nothing of the page can be asked any more.

Who is looking is settled while the page is drawn (the snapshot, whose officers show); what people wrote is read when
the file is made, so that minutes hold what was agreed a moment ago.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from arms_analytics.access import Right
from arms_analytics.exports.meeting import Meeting
from arms_analytics.exports.stamp import Stamp
from arms_analytics.findings.kept_fits import KeptFits
from arms_analytics.findings.listing import Asked
from arms_analytics.findings.sql import Cursor
from arms_analytics.network import network
from arms_analytics.store import Snapshot
from arms_analytics.store.records import Records
from arms_analytics.ui import data, officers, records
from arms_analytics.ui.folder import store
from arms_analytics.vocabulary import Quarter, Selection

Made = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Source:
    """The store's folder, its snapshot, the forces whose officers this person may see, and the records."""

    folder: Path
    snapshot: Snapshot
    officers: frozenset[str]
    records: Records

    @classmethod
    def for_viewer(cls) -> Source | None:
        """For whoever is looking; None for those who may not export, and while an export could not be logged."""
        if not records.allowed(Right.EXPORT):
            return None
        return cls(store(), data.snapshot(), officers.shown(), records.records())

    def stamp(self, selection: Selection) -> Stamp:
        """What the file says of itself."""
        return Stamp.of(self.snapshot, network(), selection)

    def file(self, make: Callable[[Cursor], bytes]) -> Made:
        """What makes the file after the click, with a cursor of its own."""

        def made() -> bytes:
            with self.snapshot.cursor(self.officers, self.records.moderations.clarified_grades()) as cursor:
                return make(cursor)

        return made

    def findings(self, quarter: Quarter, compose: Callable[[Asked], bytes]) -> Made:
        """The same where findings are told as of this quarter; the model is fitted first when it is not yet."""

        def made() -> bytes:
            version, clarified = self.records.version, self.records.moderations.clarified_grades()
            kept = KeptFits(self.folder, self.snapshot.number, version)
            with self.snapshot.cursor(self.snapshot.forces, clarified) as everything:
                fit, before = (kept.worked_out(everything, at.index) for at in (quarter, quarter.plus(-1)))
            with self.snapshot.cursor(self.officers, clarified) as cursor:
                return compose(Asked(cursor, network(), quarter, fit, before))

        return made

    def paper(self, quarter: Quarter, compose: Callable[[Asked, Meeting], bytes]) -> Made:
        """The same for a paper about this quarter's meeting."""

        def about(asked: Asked) -> bytes:
            return compose(asked, Meeting.gather(asked, self.records, self.stamp(Selection(quarter=quarter))))

        return self.findings(quarter, about)
