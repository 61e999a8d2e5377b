"""What is seen, to be taken away: files made when they are asked for, for those who may, and noted in the audit log.

What writes Word, PowerPoint and Excel is imported when such a file is made: 25 MB that no page needs.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pandas as pd
import streamlit as st

from arms_analytics.charts.grid import Grid
from arms_analytics.exports.answers import Texts, write_csv
from arms_analytics.exports.correction_request import correction_request, worth_correcting
from arms_analytics.exports.findings_csv import findings_csv
from arms_analytics.exports.meeting import Meeting
from arms_analytics.exports.stamp import Stamp, in_words
from arms_analytics.exports.table_csv import table_csv
from arms_analytics.finding_rows import lines
from arms_analytics.findings import listing
from arms_analytics.findings.heatmap import count_by
from arms_analytics.findings.kinds import KINDS
from arms_analytics.findings.listing import Asked
from arms_analytics.findings.sql import Cursor
from arms_analytics.network import network
from arms_analytics.store import StoreError
from arms_analytics.ui import access, data, records
from arms_analytics.ui.source import Made, Source
from arms_analytics.vocabulary import Problem, Quarter, Selection, Severity

CSV, MAIL, DIARY, ZIP = "text/csv", "message/rfc822", "text/calendar", "application/zip"
OFFICE = "application/vnd.openxmlformats-officedocument."
EXCEL, WORD = f"{OFFICE}spreadsheetml.sheet", f"{OFFICE}wordprocessingml.document"
POWERPOINT = f"{OFFICE}presentationml.presentation"

NO_LONGER = "Your sign-in has run out or your role was changed since this page was drawn. Open the page again."


@contextmanager
def _offered() -> Iterator[Source | None]:
    """The place where files are offered; None, and nothing is drawn, for those who may take nothing."""
    source = Source.for_viewer()
    if source is None:
        yield None
    else:
        with st.popover("Take away", width="stretch"):
            yield source


def reviews(chosen: Selection, grid: Grid | None = None) -> None:
    """The selected reviews as rows, and as the collated workbooks that they came from, one a quarter; and the table of
    the page, where it shows another.
    """
    with _offered() as source:
        if source and data.find(count_by, "review", "question", chosen).empty:
            st.write("No review here to take away.")
        elif source:
            collated = replace(chosen, question_id=None)
            button("CSV, a row a box", f"{_name(chosen)}.csv", CSV, source.file(lambda cursor: _csv(cursor, chosen)))
            books = source.file(lambda cursor: _collated(cursor, collated, source))
            if chosen.quarter:
                button("Excel, as a collated workbook", f"{_name(collated)}.xlsx", EXCEL, books)
            else:
                button("Excel, a collated workbook a quarter (.zip)", f"{_name(collated)}.zip", ZIP, books)
            if grid:
                _table(grid)


def table(grid: Grid) -> None:
    """The table that the page shows."""
    with _offered() as source:
        if source:
            _table(grid)


def _table(grid: Grid) -> None:
    name = f"ARMS {_in_a_name(grid.caption, *_marks())}.csv"
    button("CSV, the table as shown", name, CSV, lambda: table_csv(grid).encode("utf-8-sig"))


def texts(chosen: Selection, words: tuple[str, ...], grade: str | None) -> None:
    """Every feedback text that was found, on whatever page of results. The words stay out of the file's name."""
    with _offered() as source:
        if source:
            found = Texts(words, grade)
            graded = [network().grade_scale[grade].name] if grade else []
            name = ", ".join([_name(chosen), *graded, "feedback found.csv"])
            file = source.file(lambda cursor: _csv(cursor, chosen, found))
            button("CSV, a row a text", name, CSV, file)


def findings(kind: str, chosen: Selection) -> None:
    """The findings of a kind as of the chosen quarter, of the chosen force and question, as the register lists them."""
    with _offered() as source:
        if source and chosen.quarter:
            name = f"{_name(chosen)}, {KINDS[kind]}.csv"
            file = source.findings(chosen.quarter, lambda asked: _findings(asked, kind, chosen))
            button("CSV, a row a finding", name, CSV, file)


def meeting(quarter: Quarter) -> None:
    """The meeting pack and the minutes of a quarter."""
    with _offered() as source:
        if source:
            pack = source.paper(quarter, _pack)
            button("Meeting pack (PowerPoint)", f"ARMS {quarter.key} meeting pack.pptx", POWERPOINT, pack)
            taken = source.paper(quarter, _minutes)
            button("Minutes to complete (Word)", f"ARMS {quarter.key} minutes.docx", WORD, taken)


def report(quarter: Quarter, force: str) -> None:
    """A force's report for its chief officers or an inspection, and its reviews of all quarters as rows."""
    with _offered() as source:
        if source:
            file = source.paper(quarter, lambda asked, about: _report(asked, about, force))
            button(f"Report on {force} (Word)", f"ARMS {quarter.key} report on {force}.docx", WORD, file)
            own = Selection(force=force)
            button("CSV, a row a box", f"{_name(own)}.csv", CSV, source.file(lambda cursor: _csv(cursor, own)))


def topic(quarter: Quarter, question_id: str) -> None:
    """The sheet for whoever trains on this question; among what can be done about a topic, so it stands open."""
    source = Source.for_viewer()
    if source:
        file = source.paper(quarter, lambda asked, about: _topic_sheet(asked, about, question_id))
        name = f"ARMS {quarter.key} topic sheet {question_id}.docx"
        button(f"Topic sheet on {question_id} (Word)", name, WORD, file)


def corrections(found: pd.DataFrame, chosen: Selection) -> None:
    """What goes back to the forces: for each workbook with something to correct a mail, and a workbook to fill in.

    `found` are rows of `findings.problems`.
    """
    with _offered() as source:
        if source is None:
            return
        requests, stamp = _to_correct(found), source.stamp(chosen)
        for about, (name, problems) in zip(_told_apart([name for name, _ in requests]), requests, strict=True):
            request = correction_request(name, problems, network(), synthetic=stamp.synthetic)
            button(f"Request to correct {about} (mail)", f"correct {about}.eml", MAIL, request.mail)
            sheet = partial(_corrections, name, problems, stamp)
            button(f"Request to correct {about} (Excel)", f"correct {about}.xlsx", EXCEL, sheet)
        if not requests:
            st.write("Nothing here for a force to correct.")


def button(label: str, name: str, mime: str, make: Made) -> None:
    """The button behind which the file is; making it leaves its line in the audit log, and what cannot be logged stays.

    Who may no longer see what the page shows gets no file from it either, however long it stood open.

    The page does not run again for it: a run would replace the file's address while the browser asks for the file.
    """
    if records.fault():
        return
    book, who, still = records.records(), access.viewer().who, access.still()

    def logged() -> bytes:
        if not still():
            raise StoreError(NO_LONGER)
        content = make()
        book.log(who, "export", name)
        return content

    st.download_button(label, logged, name, mime, on_click="ignore", key=f"take_{name}")


def _csv(cursor: Cursor, chosen: Selection, found: Texts | None = None) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "rows.csv"
        write_csv(cursor, out, network(), chosen, found)
        return out.read_bytes()


def _collated(cursor: Cursor, chosen: Selection, source: Source) -> bytes:
    """The workbook of the chosen quarter, or all of them in one archive."""
    from arms_analytics.exports.collated_workbooks import collated_workbooks
    from arms_analytics.workbook.writer import archive

    books = collated_workbooks(cursor, chosen, network(), source.stamp(chosen))
    return next(content for _, content in books) if chosen.quarter else archive(books)


def _to_correct(found: pd.DataFrame) -> list[tuple[str, list[Problem]]]:
    """The name of each workbook with problems that a force can put right, and those; two may share a name."""
    requests = [
        (
            str(rows["workbook"].iloc[0]),
            worth_correcting([Problem(Severity(p.severity), p.code, p.sheet, p.cell, p.message) for p in lines(rows)]),
        )
        for _, rows in found.groupby("workbook_id", sort=False)
    ]
    return [(name, problems) for name, problems in requests if problems]


def _told_apart(names: Sequence[str]) -> list[str]:
    """These files' names without their endings, numbered where several have the same."""
    stems = [Path(name).stem for name in names]
    return [
        f"{stem} ({stems[: place + 1].count(stem)})" if stems.count(stem) > 1 else stem
        for place, stem in enumerate(stems)
    ]


def _corrections(name: str, problems: list[Problem], stamp: Stamp) -> bytes:
    from arms_analytics.workbook.writer import corrections_workbook

    return corrections_workbook(name, problems, network(), made=stamp.made, stamp=" · ".join(stamp.lines))


def _pack(_: Asked, about: Meeting) -> bytes:
    from arms_analytics.exports.pack import meeting_pack

    return meeting_pack(about)


def _minutes(_: Asked, about: Meeting) -> bytes:
    from arms_analytics.exports.minutes import minutes

    return minutes(about)


def _report(asked: Asked, about: Meeting, force: str) -> bytes:
    from arms_analytics.exports.force_report import force_report

    return force_report(asked, about, force)


def _topic_sheet(asked: Asked, about: Meeting, question_id: str) -> bytes:
    from arms_analytics.exports.topic_sheet import topic_sheet

    return topic_sheet(asked, about, question_id)


def _findings(asked: Asked, kind: str, chosen: Selection) -> bytes:
    """Findings about single officers stay out: files go from hand to hand."""
    found = [
        row
        for row in listing.findings(asked, kind)
        if row["officer_ref"] is None
        and chosen.force in (None, row["force"])
        and chosen.question_id in (None, row["question_id"])
    ]
    return findings_csv(found).encode("utf-8-sig")


def _name(chosen: Selection) -> str:
    """A file name that says what was chosen and from which data: what a table of bare rows cannot say inside."""
    return f"ARMS {_in_a_name(in_words(chosen), *_marks())}"


def _marks() -> list[str]:
    synthetic = ["synthetic"] if data.snapshot().synthetic else []
    return [f"data version {data.snapshot().number}", network().protective_marking, *synthetic]


def _in_a_name(*parts: str) -> str:
    """Parts of a file's name; what stands for a slash or a colon, which none may have."""
    return ", ".join(parts).replace("/", "-").replace(": ", ", ")
