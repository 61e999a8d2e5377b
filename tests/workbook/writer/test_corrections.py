"""The workbook in which problems go back: a row for each, with room for what is right."""

import datetime as dt
import io

import openpyxl

from arms_analytics.network import network
from arms_analytics.vocabulary import Problem, Severity
from arms_analytics.workbook.writer import corrections_workbook


def test_each_problem_has_a_row_with_room_for_what_is_right():
    problem = Problem(Severity.WARNING, "colour", "Cheshire", "C18", "=Not a formula, but a message.")
    content = corrections_workbook("Q2.xlsx", [problem], network(), made=dt.datetime(2026, 11, 21))
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Corrections"]
    assert sheet["A1"].value == "Please correct: Q2.xlsx"
    assert [cell.value for cell in sheet[6]] == ["Cheshire", "C18", "=Not a formula, but a message.", None]
    assert sheet["C6"].data_type == "s" and sheet["C6"].quotePrefix
    assert sheet.oddHeader.center.text == "OFFICIAL-SENSITIVE"
