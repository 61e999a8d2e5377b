"""What is seen, to be taken away: files made when they are asked for, for those who may, and noted in the audit log.

A file is made on a thread of its own after the click, where nothing of the page can be asked any more: what it needs
(the snapshot, whose officers show, which grades are clarified) is settled while the page is drawn.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from arms_analytics.access import Right
from arms_analytics.exports.answers import write_csv
from arms_analytics.exports.force_report import force_report
from arms_analytics.exports.meeting import Meeting
from arms_analytics.exports.minutes import minutes
from arms_analytics.exports.pack import meeting_pack
from arms_analytics.exports.stamp import Stamp, in_words
from arms_analytics.exports.topic_sheet import topic_sheet
from arms_analytics.exports.xlsx import collated_workbooks
from arms_analytics.findings.kept_fits import KeptFits
from arms_analytics.findings.listing import Asked
from arms_analytics.findings.sql import Cursor
from arms_analytics.network import network
from arms_analytics.store import ClarifiedGrade, Snapshot
from arms_analytics.store.records import Records
from arms_analytics.ui import data, officers, records
from arms_analytics.ui.folder import store
from arms_analytics.vocabulary import Quarter, Selection

CSV = "text/csv"
OFFICE = "application/vnd.openxmlformats-officedocument."
EXCEL, WORD = f"{OFFICE}spreadsheetml.sheet", f"{OFFICE}wordprocessingml.document"
POWERPOINT = f"{OFFICE}presentationml.presentation"


@dataclass(frozen=True, slots=True)
class Source:
    """What files are made from: settled while the page is drawn, read after the click."""

    folder: Path
    snapshot: Snapshot
    officers: frozenset[str]
    clarified: tuple[ClarifiedGrade, ...]
    records: Records

    def stamp(self, selection: Selection) -> Stamp:
        """What the file says of itself."""
        return Stamp.of(self.snapshot, network(), selection)

    def file(self, make: Callable[[Cursor], bytes]) -> Callable[[], bytes]:
        """What makes the file after the click, with a cursor of its own."""

        def made() -> bytes:
            with self.snapshot.cursor(self.officers, self.clarified) as cursor:
                return make(cursor)

        return made

    def paper(self, quarter: Quarter, compose: Callable[[Asked, Meeting], bytes]) -> Callable[[], bytes]:
        """The same for a paper about this quarter's meeting; the model is fitted first when it is not yet."""

        def make(cursor: Cursor) -> bytes:
            kept = KeptFits(self.folder, self.snapshot.number, self.records.version)
            with self.snapshot.cursor(self.snapshot.forces, self.clarified) as everything:
                fit, before = (kept.worked_out(everything, at.index) for at in (quarter, quarter.plus(-1)))
            asked = Asked(cursor, network(), quarter, fit, before)
            return compose(asked, Meeting.gather(asked, self.records, self.stamp(Selection(quarter=quarter))))

        return self.file(make)


def reviews(chosen: Selection) -> None:
    """The selected reviews as rows, and as the collated workbook that they came from."""
    source = _source()
    if source and chosen.quarter:
        collated = Selection(quarter=chosen.quarter, force=chosen.force, risk_levels=chosen.risk_levels)
        with st.expander("Take these reviews away"):
            _button("CSV, a row a box", f"{_name(chosen)}.csv", CSV, source.file(lambda cursor: _csv(cursor, chosen)))
            _button(
                "Excel, as a collated workbook",
                f"{_name(collated)}.xlsx",
                EXCEL,
                source.file(lambda cursor: _collated(cursor, collated, source)),
            )


def meeting(quarter: Quarter) -> None:
    """The meeting pack and the minutes of a quarter."""
    source = _source()
    if source:
        with st.expander("Take the meeting away"):
            pack = source.paper(quarter, lambda _, about: meeting_pack(about))
            _button("Meeting pack (PowerPoint)", f"ARMS {quarter.key} meeting pack.pptx", POWERPOINT, pack)
            taken = source.paper(quarter, lambda _, about: minutes(about))
            _button("Minutes to complete (Word)", f"ARMS {quarter.key} minutes.docx", WORD, taken)


def report(quarter: Quarter, force: str) -> None:
    """A force's report for its chief officers or an inspection."""
    source = _source()
    if source:
        file = source.paper(quarter, lambda asked, about: force_report(asked, about, force))
        _button(f"Report on {force} (Word)", f"ARMS {quarter.key} report on {force}.docx", WORD, file)


def topic(quarter: Quarter, question_id: str) -> None:
    """The sheet for whoever trains on this question."""
    source = _source()
    if source:
        file = source.paper(quarter, lambda asked, about: topic_sheet(asked, about, question_id))
        name = f"ARMS {quarter.key} topic sheet {question_id}.docx"
        _button(f"Topic sheet on {question_id} (Word)", name, WORD, file)


def _source() -> Source | None:
    """What files are made from; None for those who may not export, and while an export could not be logged."""
    if not records.allowed(Right.EXPORT) or records.fault():
        return None
    return Source(store(), data.snapshot(), officers.shown(), records.clarified(), records.records())


def _csv(cursor: Cursor, chosen: Selection) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "rows.csv"
        write_csv(cursor, out, network(), chosen)
        return out.read_bytes()


def _collated(cursor: Cursor, chosen: Selection, source: Source) -> bytes:
    (_, content), *_ = collated_workbooks(cursor, chosen, network(), source.stamp(chosen))
    return content


def _name(chosen: Selection) -> str:
    """A file name that says what was chosen and from which data: what a table of bare rows cannot say inside."""
    parts = [in_words(chosen).replace("/", "-"), f"data version {data.snapshot().number}", network().protective_marking]
    return f"ARMS {', '.join(parts)}"


def _button(label: str, name: str, mime: str, make: Callable[[], bytes]) -> None:
    st.download_button(label, make, name, mime, on_click=_note, args=(name,), key=f"take_{label}")


def _note(name: str) -> None:
    records.log("export", name)
