"""Reading a collated workbook, beside openpyxl, a reader of values alone, and unzipping and tokenising alone

The quarter measured has a tab for each force, 30 questions and 4 reviews a tab: words and feedback, half of the tabs
coloured by theme and tint, half by conditional formats, merged heads, a note, and what people add when they make such
a table: borders and wrapped text, which ours need not look at. The same without them is measured beside it. Each pair
reads the same file in turn.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.colors import Color
from openpyxl.styles.differential import DifferentialStyle
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

WHY = (
    "openpyxl stops at cells, which take ours a part of its time; the rest goes into what it does not do: each reading "
    "that the heads of a tab allow, every sentence looked through for personal data, every grade held against the "
    "others of its colour. Less of that would be mistakes that nobody hears of. No step stands out any more."
)
OF_THESE = (
    "Tokenising is expat's, in C, with nobody listening. What it takes when Python is called for each element, as a "
    "reader in Python is, stands in a row above: nothing is kept of it yet."
)
A_TAB = "Each tab takes what a tab of the quarter above takes, and for the same reasons."


def measure() -> list[Row]:
    """The region's quarter by every reader, and a tab for each known force by ours."""
    forces = network()
    with tempfile.TemporaryDirectory() as folder:
        quarter, bare, country = (Path(folder) / f"{name}, ARMS QA Q1 2025-26.xlsx" for name in ("a", "b", "c"))
        painted(quarter, sorted(forces.member_names))
        painted(bare, sorted(forces.member_names), bare=True)
        painted(country, [force.name for force in forces.known_forces])
        for path, tabs in ((quarter, 6), (bare, 6), (country, 43)):
            _must_be_read(read_workbook(path), tabs)
        cells, load, of_load = paired(lambda: open_sheets(quarter), lambda: load_workbook(quarter), ROUNDS)
        reviews, _, reviews_of_load = paired(lambda: read_workbook(quarter), lambda: load_workbook(quarter), ROUNDS)
        _, seen, of_seen = paired(lambda: read_workbook(quarter), lambda: values_and_fills(quarter), ROUNDS)
        _, values, of_values = paired(lambda: read_workbook(quarter), lambda: values_alone(quarter), ROUNDS)
        _, floor, of_floor = paired(lambda: read_workbook(quarter), lambda: tokenised(quarter), ROUNDS)
        called = seconds(lambda: tokenised(quarter, lambda *_: None), ROUNDS)
        _, _, of_bare = paired(lambda: read_workbook(bare), lambda: load_workbook(bare), ROUNDS)
        whole = seconds(lambda: read_workbook(country), ROUNDS)
    return [
        Row("openpyxl, load_workbook and nothing else", as_time(load)),
        Row("openpyxl, every cell's value and fill", as_time(seen)),
        Row("values without colours, by calamine in compiled code", as_time(values)),
        Row("unzipping and tokenising, and nothing else", as_time(floor)),
        Row("the same, with Python called at each element's start and end", as_time(called)),
        Row("a quarter to cells ÷ openpyxl", f"{of_load:.2f}x ({as_time(cells)})"),
        Row(
            "a quarter to reviews and problems ÷ openpyxl",
            f"{reviews_of_load:.2f}x ({as_time(reviews)})", "≤ 0.6x", "≤ 0.35x", reviews_of_load <= 0.6,
            WHY,
        ),
        Row("the same ÷ openpyxl with every value and fill", f"{of_seen:.2f}x"),
        Row("the same ÷ openpyxl, of a workbook without borders or wrapped text", f"{of_bare:.2f}x"),
        Row("the same ÷ values without colours", f"{of_values:.0f}x"),
        Row("the same ÷ unzipping and tokenising", f"{of_floor:.1f}x", "≤ 10x", "≤ 6x", of_floor <= 10, OF_THESE),
        Row("a 43-force workbook to reviews and problems", as_time(whole), "≤ 400 ms", "≤ 150 ms", whole <= 0.4, A_TAB),
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


def tokenised(path: Path, called: Callable[..., None] | None = None) -> None:
    """Every XML part unzipped and run through expat, with this called for each element, or nothing."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels", ".vml")):
                parser = expat.ParserCreate()
                parser.StartElementHandler = parser.EndElementHandler = called
                parser.Parse(archive.read(name), True)


def painted(path: Path, forces: list[str], bare: bool = False) -> Path:
    """A collated workbook as people make them, a tab for each force; `bare`: without borders, its feedback repeated."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, force in enumerate(forces):
        tab = book.create_sheet(force)
        boxes = _paint(tab, force, number, bare)
        if number % 2:
            _colour_by_rule(tab, boxes)
        if not bare:
            _dress(tab)
    book.save(path)
    return path


def _paint(tab: Worksheet, force: str, number: int, bare: bool) -> range:
    """Heads, questions, grades and feedback; the lines of the questions are returned."""
    bold, words, grey = Font(bold=True), list(GRADES), PatternFill("solid", fgColor="D9D9D9")
    tints = [PatternFill("solid", fgColor=Color(theme=theme, tint=0.4)) for theme in (7, 6, 9, 5)]
    tab["A1"], tab["A1"].font = f"ARMS peer review {force} Q1 2025/26", bold
    tab.merge_cells("A1:F1")
    for review, risk in enumerate(RISKS):
        left = 3 + 2 * review
        for line, text in ((3, risk), (4, f"ARMS/{force[:3].upper()}/{review:03d}")):
            tab.cell(line, left, text).fill = grey
            tab.merge_cells(start_row=line, end_row=line, start_column=left, end_column=left + 1)
        tab.cell(5, left, "Grade").font = tab.cell(5, left + 1, "Feedback").font = bold
    lines = range(6, 6 + QUESTIONS)
    for question, line in enumerate(lines, start=1):
        tab.cell(line, 1, f"Q{question}")
        tab.cell(line, 2, f"Is part {question} of the plan evidenced and the rationale clear?")
        for review in range(len(RISKS)):
            grade = (line * 7 + review * 3) % len(words)
            box = tab.cell(line, 3 + 2 * review, words[grade])
            if not number % 2:
                box.fill = tints[grade]
            paragraph = line if bare else 1000 * number + 100 * review + line
            tab.cell(line, 4 + 2 * review, FEEDBACK.format(paragraph))
    tab["D6"].comment = Comment("Reviewer:\nSee the log", "Reviewer")
    return lines


def _colour_by_rule(tab: Worksheet, lines: range) -> None:
    for word, colour in GRADES.items():
        style = DifferentialStyle(fill=PatternFill("solid", bgColor=colour))
        rule = Rule("cellIs", dxf=style, operator="equal", formula=[f'"{word}"'])
        tab.conditional_formatting.add(f"C{lines[0]}:I{lines[-1]}", rule)


def _dress(tab: Worksheet) -> None:
    """What people add: borders, wrapped text, widths, and a line to sign."""
    edge, wrapped = Side(style="thin"), Alignment(wrap_text=True, vertical="top")
    last = tab.max_row
    for row in tab.iter_rows(min_row=3, max_row=last, max_col=2 + 2 * len(RISKS)):
        for cell in row:
            cell.border, cell.alignment = Border(edge, edge, edge, edge), wrapped
    for column in "BDFHJ":
        tab.column_dimensions[column].width = 44
    tab.cell(last + 2, 1, "Reviewed by:")
