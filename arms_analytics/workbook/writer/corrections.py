"""A workbook that goes back to a force: each cell that could not be read for certain, and room for what is right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from openpyxl.workbook import Workbook

from arms_analytics.network import Network
from arms_analytics.vocabulary import Problem
from arms_analytics.workbook.writer import styles
from arms_analytics.workbook.writer.heights import GrowingRow, height_for
from arms_analytics.workbook.writer.packing import packed
from arms_analytics.workbook.writer.text import write

READ_WIDTH = 70
HEADS = {"Tab": 22, "Cell": 10, "What we read there, and what to do": READ_WIDTH, "What it should be": 34}
HEAD_ROW = 5


def corrections_workbook(
    name: str, problems: Sequence[Problem], network: Network, *, made: dt.datetime, stamp: str = ""
) -> bytes:
    """An .xlsx file that lists these problems of the workbook `name`, one a row, in the order given."""
    workbook = Workbook()
    styles.add_styles(workbook, network.grade_scale)
    sheet = workbook.worksheets[0]
    sheet.title = "Corrections"
    write(sheet, 1, 1, f"Please correct: {name}", styles.TITLE)
    write(sheet, 2, 1, network.protective_marking, styles.REMARK)
    write(sheet, 3, 1, stamp, styles.REMARK)
    for column, head in enumerate(HEADS, 1):
        write(sheet, HEAD_ROW, column, head, styles.HEAD)
    for row, problem in enumerate(problems, HEAD_ROW + 1):
        for column, text in enumerate((problem.sheet, problem.cell, problem.message, ""), 1):
            write(sheet, row, column, text, styles.QUESTION)
        sheet.row_dimensions[row] = GrowingRow(sheet, row, height_for(sheet, row, READ_WIDTH))
    for letter, width in zip("ABCD", HEADS.values(), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    styles.set_up_page(sheet, network.protective_marking, stamp)
    return packed(workbook, made)
