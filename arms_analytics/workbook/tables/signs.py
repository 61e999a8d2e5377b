"""Coloured signs for boxes (🟢, 🟥): told as the fill that they stand for."""

from __future__ import annotations

from dataclasses import replace

from arms_analytics.workbook.cells import Sheet

COLOURS = {"🟡": "FFFF00", "🟨": "FFFF00", "🟢": "00B050", "🟩": "00B050", "🟠": "FFC000", "🟧": "FFC000",
           "🔴": "FF0000", "🟥": "FF0000"}  # fmt: skip
_VARIANT = "\ufe0f"
"""Some programs ask with it for a sign in colour."""


def as_fills(sheet: Sheet) -> Sheet:
    """The tab with a fill for each cell that holds such a sign and nothing else; the same tab where none does."""
    signs = {
        place: colour
        for place, cell in sheet.cells.items()
        if not cell.text.isascii() and (colour := COLOURS.get(cell.text.replace(_VARIANT, "").strip()))
    }
    if not signs:
        return sheet
    told = {place: replace(sheet.cells[place], value=None, text="", colour=colour) for place, colour in signs.items()}
    return replace(sheet, cells=sheet.cells | told)
