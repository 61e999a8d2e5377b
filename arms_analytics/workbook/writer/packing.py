"""Workbook → bytes, the same bytes for the same content: every time in the file is the one given."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

from openpyxl.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter


class _DatedArchive(zipfile.ZipFile):
    """A zip file whose every part carries one date."""

    def __init__(self, target: io.BytesIO, made: dt.datetime) -> None:
        super().__init__(target, "w", zipfile.ZIP_DEFLATED)
        self._made = made.timetuple()[:6]

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        super().writestr(zipfile.ZipInfo(str(zinfo_or_arcname), self._made), data, zipfile.ZIP_DEFLATED)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        self.writestr(arcname, Path(filename).read_bytes())


def packed(workbook: Workbook, made: dt.datetime) -> bytes:
    """The workbook as an .xlsx file, said to have been made at `made`."""
    workbook.properties.created = workbook.properties.modified = made
    target = io.BytesIO()
    ExcelWriter(workbook, _DatedArchive(target, made)).save()
    return target.getvalue()
