"""The Key tab: every grade as a coloured box, how to fill the workbook in, and the lists behind its drop-downs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from arms_analytics.network import Network
from arms_analytics.vocabulary import NOT_APPLICABLE, RiskLevel
from arms_analytics.workbook.writer import styles
from arms_analytics.workbook.writer.text import write

NAME = "Key"
FIRST_ROW = 6

HOW_TO = (
    "One tab a force, one pair of columns a plan: the grade in the box, the reviewers' feedback beside it.",
    "Choose the grade from the list or type it; the box takes its colour by itself.",
    "Leave a box empty where nothing was graded; choose Not applicable where the question does not apply.",
    "Copy the feedback as the QA tool has it. Leave out names, dates of birth, addresses and ViSOR or PNC numbers.",
    "Give each plan a reference of the force's own, and the officer a reference rather than a name.",
)


@dataclass(frozen=True, slots=True)
class Lists:
    """Where the drop-down lists stand, as formulas for data validation."""

    grades: str
    risk_levels: str
    forces: str


def write_key(sheet: Worksheet, network: Network, remarks: Sequence[str]) -> Lists:
    """Fill the Key tab and say where its lists are. `remarks` (at most three) stand under the title."""
    write(sheet, 1, 1, "Key to the grades", styles.TITLE)
    for row, remark in enumerate(remarks, 2):
        write(sheet, row, 1, remark, styles.REMARK)
    for column, head in enumerate(("Grade", "Meaning", "Risk levels", "Forces"), 1):
        write(sheet, FIRST_ROW - 1, column, head, styles.HEAD)
    words = styles.grade_words(network.grade_scale)
    for row, (key, word) in enumerate(words.items(), FIRST_ROW):
        write(sheet, row, 1, word, styles.grade_style(key))
        write(sheet, row, 2, _meaning(key, network), styles.QUESTION)
    lists = {
        1: list(words),
        3: _write_list(sheet, 3, [level.label for level in RiskLevel]),
        4: _write_list(sheet, 4, network.member_names),
    }
    for row, line in enumerate((*HOW_TO, network.question_set.notice), FIRST_ROW + max(map(len, lists.values())) + 1):
        write(sheet, row, 1, line, styles.REMARK)
    for letter, width in zip("ABCD", (24, 44, 16, 28), strict=True):
        sheet.column_dimensions[letter].width = width
    return Lists(*(_reference(column, len(entries)) for column, entries in lists.items()))


def _meaning(key: str, network: Network) -> str:
    if key == NOT_APPLICABLE:
        return "The question does not apply to this plan"
    step = network.grade_scale[key]
    pass_name = network.grade_scale.pass_name
    return f"{step.letter}: below {pass_name}, a failure" if step.failure else f"{step.letter}: {pass_name} or better"


def _write_list(sheet: Worksheet, column: int, entries: Sequence[str]) -> Sequence[str]:
    for row, entry in enumerate(entries, FIRST_ROW):
        write(sheet, row, column, entry, styles.QUESTION)
    return entries


def _reference(column: int, length: int) -> str:
    letter = "ABCD"[column - 1]
    return f"{quote_sheetname(NAME)}!${letter}${FIRST_ROW}:${letter}${FIRST_ROW + length - 1}"
