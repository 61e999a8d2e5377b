"""Any workbook file to sheets: the one door through which files come in."""

from __future__ import annotations

from pathlib import Path

from arms_analytics.workbook.cells import Sheet
from arms_analytics.workbook.files.container import Container
from arms_analytics.workbook.files.refusals import AGAIN, UnreadableWorkbookError
from arms_analytics.workbook.files.signature import is_open_document, is_zip, refuse_other_ole


def open_sheets(path: Path) -> list[Sheet]:
    """All tabs of a workbook (.xlsx, .xlsm, .ods, .xls) in order, as a person sees them.

    Raises UnreadableWorkbookError, and nothing else, for a file that cannot be read.
    """
    try:
        return _sheets(path)
    except UnreadableWorkbookError:
        raise
    except Exception as error:
        raise UnreadableWorkbookError(
            "unexpected", f"The workbook holds something that cannot be read; {AGAIN}."
        ) from error


def _sheets(path: Path) -> list[Sheet]:
    """Readers are imported when a file needs them: opening one kind costs nothing for the others."""
    if is_zip(path):
        with Container(path) as container:
            if is_open_document(container):
                from arms_analytics.workbook.files.opendocument.workbook import sheets as ods_sheets

                return ods_sheets(container)
            from arms_analytics.workbook.files.spreadsheetml.workbook import sheets as xlsx_sheets

            return xlsx_sheets(container)
    data = path.read_bytes()
    refuse_other_ole(data)
    from arms_analytics.workbook.files.binary.workbook import sheets as xls_sheets

    return xls_sheets(data)
