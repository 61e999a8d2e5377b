"""Turns the notes of a written .xlsx into threaded comments, as Excel 365 stores them: beside, not instead."""

from __future__ import annotations

import re
import uuid
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from arms_analytics.workbook.cells import address
from tests.workbook.wild.canvas import Canvas

NOTICE = (
    "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it "
    "will get removed if the file is opened in a newer version of Excel. Learn more: "
    "https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    "
)
_SPACE = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_RELATION = "http://schemas.microsoft.com/office/2017/10/relationships/"
_PERSON = "{6F2A1C5E-0000-4000-8000-000000000001}"


def with_notices(sheets: list[Canvas]) -> None:
    """The old notes that stand in for threads in older versions of Excel."""
    for canvas in sheets:
        for ink in canvas.ink.values():
            if ink.note and not ink.note.startswith(NOTICE):  # an old copy of a tab shares its ink
                ink.note = NOTICE + ink.note


def add_threads(path: Path, sheets: list[Canvas]) -> None:
    """Add the threads themselves to a file written with `with_notices`."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    types = parts["[Content_Types].xml"].decode()
    for place, canvas in enumerate(sheets, 1):
        noted = {spot: ink.note.removeprefix(NOTICE) for spot, ink in canvas.ink.items() if ink.note}
        rels = f"xl/worksheets/_rels/sheet{place}.xml.rels"
        if noted and rels in parts:  # a tab may lose its notes to merged cells
            parts[f"xl/threadedComments/threadedComment{place}.xml"] = _threads(noted).encode()
            relation = _relation("threadedComment", f"../threadedComments/threadedComment{place}.xml")
            parts[rels] = _with(parts[rels].decode(), relation)
            types = types.replace(
                "</Types>", _override(f"/xl/threadedComments/threadedComment{place}.xml", "threadedcomments")
            )
    parts["xl/persons/person.xml"] = (
        f'<personList xmlns="{_SPACE}">'
        f'<person displayName="Reviewer" id="{_PERSON}" userId="r" providerId="None"/></personList>'
    ).encode()
    rels = "xl/_rels/workbook.xml.rels"
    parts[rels] = _with(parts[rels].decode(), _relation("person", "persons/person.xml"))
    parts["[Content_Types].xml"] = types.replace("</Types>", _override("/xl/persons/person.xml", "person")).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def _threads(noted: dict[tuple[int, int], str]) -> str:
    said = "".join(
        f'<threadedComment ref="{address(*spot)}" dT="2025-07-01T10:00:00.00" personId="{_PERSON}" '
        f'id="{{{str(uuid.UUID(int=spot[0] * 1000 + spot[1])).upper()}}}"><text>{escape(text)}</text></threadedComment>'
        for spot, text in noted.items()
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><ThreadedComments xmlns="{_SPACE}">{said}</ThreadedComments>'


def _relation(kind: str, target: str) -> str:
    return f'<Relationship Id="rThread" Type="{_RELATION}{kind}" Target="{target}"/></Relationships>'


def _with(rels: str, relation: str) -> bytes:
    return re.sub("</Relationships>", lambda _: relation, rels).encode()


def _override(part: str, kind: str) -> str:
    return f'<Override PartName="{part}" ContentType="application/vnd.ms-excel.{kind}+xml"/></Types>'
