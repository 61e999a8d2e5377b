"""Tabs drawn as they look: a line a row, strokes between the cells, `#RRGGBB` after the text for a fill.

Question       | Low      | High
Q1 Sources     | G #00B050 | RI #FFC000
"""

from __future__ import annotations

import re

from arms_analytics.vocabulary import Reading, Severity
from arms_analytics.workbook.cells import Cell, Sheet
from arms_analytics.workbook.reading import read_sheets

YELLOW, GREEN, AMBER, RED = "#FFFF00", "#00B050", "#FFC000", "#FF0000"
_FILL = re.compile(r"#([0-9A-F]{6})$")


def tab(name: str, drawing: str, top: int = 1) -> Sheet:
    """The drawing as a tab; blank lines are blank rows, a whole number is a number, `=` a formula without a value."""
    sheet = Sheet(name)
    for row, line in enumerate(drawing.strip("\n").splitlines(), top):
        for column, said in enumerate(line.split("|"), 1):
            fill = _FILL.search(said := said.strip())
            text = _FILL.sub("", said).strip().replace("\\n", "\n")
            if text or fill:
                value = int(text) if text.isdigit() else text or None
                formula = text == "="
                cell = Cell(row, column, None if formula else value, "" if formula else text, fill and fill[1])
                cell.formula_without_value = formula
                sheet.cells[row, column] = cell
    return sheet


def read(*sheets: Sheet, file: str = "ARMS QA Q1 2025-26.xlsx") -> Reading:
    """The reading of a workbook of these tabs."""
    return read_sheets(list(sheets), file)


def grades(reading: Reading) -> list[str]:
    """A line a review: the first letters of its grades (`-` for none), in the order of its questions."""
    return [
        " ".join("".join(word[0] for word in (a.grade or "-").split("_")).upper() for a in review.answers)
        for review in reading.reviews
    ]


def alarms(reading: Reading) -> list[str]:
    """What needs a look or refuses: `code sheet cells`."""
    return [f"{p.code} {p.sheet} {p.cell}".strip() for p in reading.problems if p.severity is not Severity.INFO]
