"""A quarter's collated workbook: a tab a force and the Key tab, ready to type into, to print and to load again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from arms_analytics.network import Network
from arms_analytics.vocabulary import SYNTHETIC_MARK, Quarter, Question, Review, RiskLevel
from arms_analytics.workbook.writer import force_tab, key_tab, styles
from arms_analytics.workbook.writer.force_tab import Tab
from arms_analytics.workbook.writer.packing import packed


def collated_workbook(
    tabs: Sequence[Tab],
    quarter: Quarter,
    network: Network,
    *,
    made: dt.datetime,
    questions: Sequence[Question] | None = None,
    synthetic: bool = False,
    stamp: str = "",
) -> bytes:
    """The quarter's reviews as an .xlsx file; the same arguments give the same bytes.

    `questions` (the question set's by default) are the rows, in order; a tab whose own wording differs keeps it.
    `stamp` is a line under the title: what was chosen, when, from which data. ValueError when a text is too long
    for a cell.
    """
    workbook = Workbook()
    styles.add_styles(workbook, network.grade_scale)
    workbook.properties.title = f"ARMS peer review, {network.name}, {quarter.label}"
    workbook.properties.creator = "ARMS Peer Review Analytics"
    words = styles.grade_words(network.grade_scale)
    remarks = [network.protective_marking, *([SYNTHETIC_MARK] if synthetic else []), *([stamp] if stamp else [])]
    sheets = [workbook.create_sheet(tab.force) for tab in tabs]
    lists = key_tab.write_key(workbook.create_sheet(key_tab.NAME), network, remarks)
    workbook.remove(workbook.worksheets[0])
    for sheet, tab in zip(sheets, tabs, strict=True):
        title = f"ARMS peer review: {tab.force}, {quarter.label}"
        asked = network.question_set.questions if questions is None else questions
        rows = force_tab.write_tab(sheet, tab, asked, title, remarks, words)
        _guide_typing(sheet, len(tab.reviews), rows, lists, network)
    for sheet in workbook.worksheets:
        styles.set_up_page(sheet, network.protective_marking, SYNTHETIC_MARK if synthetic else "")
    return packed(workbook, made)


def template(quarter: Quarter, network: Network) -> bytes:
    """The blank workbook of a quarter as an .xlsx file, said to have been made on the quarter's first day."""
    made = dt.datetime.combine(quarter.starts, dt.time())
    return collated_workbook(_blank_tabs(quarter, network), quarter, network, made=made)


def _blank_tabs(quarter: Quarter, network: Network) -> list[Tab]:
    """A tab for each member, with room for the reviews expected; risk levels in turn where each has one."""
    expected = network.reviews_expected
    levels = list(RiskLevel) if expected == len(RiskLevel) else [None] * expected
    return [
        Tab(force, tuple(Review(force, quarter, level, None, "", "", "", force, 1, ()) for level in levels))
        for force in network.member_names
    ]


def _guide_typing(sheet: Worksheet, reviews: int, rows: range, lists: key_tab.Lists, network: Network) -> None:
    """Drop-down lists in boxes and heads, and boxes that take the colour of the grade typed into them."""
    letters = [get_column_letter(force_tab.box_column(place)) for place in range(reviews)]
    if not letters:
        return
    boxes = " ".join(f"{letter}{rows.start}:{letter}{rows.stop - 1}" for letter in letters)
    _offer(sheet, boxes, lists.grades, "Choose a grade from the list, or leave the box empty.")
    risk_row, force_row = force_tab.RISK_ROW, force_tab.HEAD_ROW - 1
    _offer(sheet, " ".join(f"{x}{risk_row}" for x in letters), lists.risk_levels, "Choose a risk level from the list.")
    _offer(sheet, " ".join(f"{x}{force_row}" for x in letters), lists.forces, "Which force reviewed this plan?")
    words, fills = styles.grade_words(network.grade_scale), styles.grade_fills(network.grade_scale)
    for key, (fill, ink) in fills.items():
        colour = PatternFill("solid", bgColor=fill)
        dressed = DifferentialStyle(fill=colour, font=Font(color=ink))
        rule = Rule(type="cellIs", operator="equal", formula=[f'"{words[key]}"'], dxf=dressed)
        sheet.conditional_formatting.add(boxes, rule)


def _offer(sheet: Worksheet, where: str, choices: str, prompt: str) -> None:
    validation = DataValidation(type="list", formula1=choices, allow_blank=True, showErrorMessage=True, sqref=where)
    validation.errorTitle, validation.error = "Not in the list", prompt
    sheet.add_data_validation(validation)
