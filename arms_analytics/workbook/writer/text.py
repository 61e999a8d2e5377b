"""Text into cells so that it stays that text: never a formula, no character lost."""

from __future__ import annotations

import re

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

LONGEST = 32_767
"""Characters that Excel holds in a cell."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]"  # what XML forbids, or (a lone carriage return) rewrites
    "|_(?=x[0-9A-Fa-f]{4}_)"  # what would be taken for such an escape
)


def write(sheet: Worksheet, row: int, column: int, text: str, style: str) -> Cell:
    """Put `text` into the cell as text, in this named style.

    Text that starts like a formula gets Excel's own quote prefix: shown as it is, and still text when edited.
    Characters that XML cannot hold are escaped as the file format has it (ECMA-376, 22.9.2.19, ST_Xstring).
    ValueError when the cell cannot hold it all.
    """
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell), "only the first cell of a merged area is written"
    cell.style = style
    if text:
        cell.value = _whole(_UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text), cell.coordinate)
        cell.data_type = "s"
    if text.startswith(_FORMULA_STARTS):
        cell.quotePrefix = True
    return cell


def _whole(text: str, where: str) -> str:
    if len(text) > LONGEST:
        raise ValueError(
            f"{where}: a text of {len(text):,} characters does not fit into an Excel cell ({LONGEST:,}). "
            "Export as csv or parquet instead."
        )
    return text
