"""Reading a collated workbook, beside openpyxl, a reader of values alone, and unzipping and tokenising alone

The quarter measured has a tab for each force, 30 questions and 4 reviews a tab: words and feedback, half of the tabs
coloured by theme and tint, half by conditional formats, merged heads, notes. Each pair reads the same file in turn.
"""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path
from xml.parsers import expat

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from arms_analytics.network import network
from arms_analytics.vocabulary import Reading
from arms_analytics.workbook import open_sheets, read_workbook
from benchmarks.rows import Row, as_time, paired, seconds

ROUNDS = 15
QUESTIONS = 30
GRADES = {"Outstanding": "FFFF00", "Good": "00B050", "Requires improvement": "FFC000", "Inadequate": "FF0000"}
RISKS = ("Low", "Medium", "High", "Very high")
FEEDBACK = (
    "The rationale for this rating is recorded in full and matches what the officer found at the visit. "
    "The plan would be clearer if the review date stood beside each action; see paragraph {0}."
)


def measure() -> list[Row]:
    """The region's quarter by every reader, and a tab for each known force by ours."""
    forces = network()
    with tempfile.TemporaryDirectory() as folder:
        quarter = painted(Path(folder) / "ARMS QA Q1 2025-26.xlsx", sorted(forces.member_names))
        country = painted(Path(folder) / "ARMS QA Q2 2025-26.xlsx", [force.name for force in forces.known_forces])
        _must_be_read(read_workbook(quarter), len(forces.member_names))
        cells, load, of_load = paired(lambda: open_sheets(quarter), lambda: load_workbook(quarter), ROUNDS)
        reviews, _, reviews_of_load = paired(lambda: read_workbook(quarter), lambda: load_workbook(quarter), ROUNDS)
        _, seen, of_seen = paired(lambda: read_workbook(quarter), lambda: values_and_fills(quarter), ROUNDS)
        _, values, of_values = paired(lambda: read_workbook(quarter), lambda: values_alone(quarter), ROUNDS)
        _, floor, of_floor = paired(lambda: read_workbook(quarter), lambda: tokenised(quarter), ROUNDS)
        whole = seconds(lambda: read_workbook(country), ROUNDS // 3)
    return [
        Row("openpyxl, load_workbook and nothing else", as_time(load)),
        Row("openpyxl, every cell's value and fill", as_time(seen)),
        Row("values without colours, by calamine in compiled code", as_time(values)),
        Row("unzipping and tokenising, and nothing else", as_time(floor)),
        Row("a quarter to cells ÷ openpyxl", f"{of_load:.2f}x ({as_time(cells)})"),
        Row(
            "a quarter to reviews and problems ÷ openpyxl",
            f"{reviews_of_load:.2f}x ({as_time(reviews)})", "≤ 0.6x", "≤ 0.35x", reviews_of_load <= 0.6,
            "openpyxl stops at cells, which take ours a part of its time; the rest goes into what it does not do: each "
            "reading that the heads of a tab allow, every sentence looked through for personal data, every grade held "
            "against the others of its colour. Less of that would be mistakes that nobody hears of.",
        ),
        Row("the same ÷ openpyxl with every value and fill", f"{of_seen:.2f}x"),
        Row("the same ÷ values without colours", f"{of_values:.0f}x"),
        Row("the same ÷ unzipping and tokenising", f"{of_floor:.1f}x", "≤ 10x", "≤ 6x", of_floor <= 10),
        Row("a 43-force workbook to reviews and problems", as_time(whole), "≤ 400 ms", "≤ 150 ms", whole <= 0.4),
    ]  # fmt: skip


def _must_be_read(reading: Reading, tabs: int) -> None:
    """A time counts only for a workbook that was read whole: every box with its feedback."""
    read = sum(bool(answer.feedback) for review in reading.reviews for answer in review.answers)
    if read != tabs * len(RISKS) * QUESTIONS:
        raise ValueError(f"the workbook to be timed was not read whole: {read} boxes with feedback")


def values_and_fills(path: Path) -> int:
    """What a script with openpyxl does: the value of every cell and the fill that it was given, no rules applied."""
    cells = [cell for tab in load_workbook(path).worksheets for row in tab.iter_rows() for cell in row]
    return len([(cell.value, cell.fill.fgColor.rgb) for cell in cells])


def values_alone(path: Path) -> int:
    """The value of every cell, colours left behind: as quick as a reader can be that our users could not use."""
    book = CalamineWorkbook.from_path(path)
    return sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)


def tokenised(path: Path) -> None:
    """Every XML part unzipped and run through expat, no handler attached."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels", ".vml")):
                expat.ParserCreate().Parse(archive.read(name), True)


def painted(path: Path, forces: list[str]) -> Path:
    """A collated workbook as people make them, a tab for each force."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, force in enumerate(forces):
        _paint(book.create_sheet(force), force, by_rule=number % 2 == 1)
    book.save(path)
    return path


def _paint(tab: Worksheet, force: str, by_rule: bool) -> None:
    bold, words = Font(bold=True), list(GRADES)
    grey = PatternFill("solid", fgColor="D9D9D9")
    tints = [PatternFill("solid", fgColor=Color(theme=theme, tint=0.4)) for theme in (7, 6, 9, 5)]
    tab["A1"], tab["A1"].font = f"ARMS peer review {force} Q1 2025/26", bold
    tab.merge_cells("A1:F1")
    for review, risk in enumerate(RISKS):
        tab.cell(3, 3 + 2 * review, risk).fill = grey
        tab.merge_cells(start_row=3, end_row=3, start_column=3 + 2 * review, end_column=4 + 2 * review)
        tab.cell(4, 3 + 2 * review, f"ARMS/{force[:3].upper()}/{review:03d}")
        tab.cell(5, 3 + 2 * review, "Grade").font = bold
        tab.cell(5, 4 + 2 * review, "Feedback").font = bold
    for row in range(6, 6 + QUESTIONS):
        tab.cell(row, 1, f"Q{row - 5}")
        tab.cell(row, 2, f"Is part {row - 5} of the plan evidenced and the rationale clear?")
        for review in range(len(RISKS)):
            grade = (row * 7 + review * 3) % len(words)
            box = tab.cell(row, 3 + 2 * review, words[grade])
            if not by_rule:
                box.fill = tints[grade]
            tab.cell(row, 4 + 2 * review, FEEDBACK.format(row))
    tab["D6"].comment = Comment("Reviewer:\nSee the log", "Reviewer")
    for word, colour in GRADES.items() if by_rule else ():
        fill = PatternFill("solid", bgColor=colour)
        tab.conditional_formatting.add(f"C6:I{5 + QUESTIONS}", CellIsRule("equal", [f'"{word}"'], fill=fill))
