"""Any workbook file to sheets: the one door through which files come in."""

from __future__ import annotations

from pathlib import Path

from arms_analytics.workbook.cells import Sheet
from arms_analytics.workbook.container import Container


def open_sheets(path: Path) -> list[Sheet]:
    """All tabs of a workbook (.xlsx, .xlsm, .ods, .xls) in order, as a person sees them.

    Raises UnreadableWorkbookError, and nothing else, for a file that cannot be read.
    """
    from arms_analytics.workbook import xlsx

    with Container(path) as container:
        return xlsx.sheets(container, xlsx.workbook_part(container))
