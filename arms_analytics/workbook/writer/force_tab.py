"""One force's tab: a title, a head for each review, and a row for each question with its boxes and feedback."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break, ColBreak
from openpyxl.worksheet.worksheet import Worksheet

from arms_analytics.vocabulary import Answer, Question, Review
from arms_analytics.workbook.writer import styles
from arms_analytics.workbook.writer.heights import GrowingRow, height_for
from arms_analytics.workbook.writer.text import write

HEADS = ("Risk level", "Plan reference", "Officer reference", "Team", "Reviewing force")
RISK_ROW = 5
HEAD_ROW = RISK_ROW + len(HEADS)
FIRST_BOX_COLUMN = 3
NUMBER_WIDTH, TEXT_WIDTH, BOX_WIDTH = 6, 46, 15


@dataclass(frozen=True, slots=True)
class Tab:
    """What goes onto a force's tab. `notes` stand on grade boxes: (place of the review, question id) → text."""

    force: str
    reviews: tuple[Review, ...]
    notes: Mapping[tuple[int, str], str] = field(default_factory=dict)


def write_tab(
    sheet: Worksheet, tab: Tab, questions: Sequence[Question], title: str, remarks: Sequence[str], words: dict[str, str]
) -> range:
    """Fill the sheet; the rows that hold questions. `remarks` (at most three) stand under the title."""
    for row, (text, style) in enumerate([(title, styles.TITLE), *((remark, styles.REMARK) for remark in remarks)], 1):
        write(sheet, row, 1, text, style)
    _write_heads(sheet, tab.reviews)
    rows = {}
    last = HEAD_ROW
    for row, question in _placed(questions):
        last = row
        if isinstance(question, str):
            write(sheet, row, 1, "", styles.SECTION)
            write(sheet, row, 2, question, styles.SECTION)
        else:
            rows[question.id] = row
            write(sheet, row, 1, question.id, styles.NUMBER)
            write(sheet, row, 2, _wording(question, tab.reviews), styles.QUESTION)
    for place, review in enumerate(tab.reviews):
        _write_answers(sheet, place, review, rows, tab.notes, words)
    _lay_out(sheet, len(tab.reviews))
    return range(HEAD_ROW + 1, last + 1)


def box_column(place: int) -> int:
    """The column of the grade boxes of the review at this place (from 0)."""
    return FIRST_BOX_COLUMN + 2 * place


def _write_heads(sheet: Worksheet, reviews: Sequence[Review]) -> None:
    for row, label in enumerate(HEADS, RISK_ROW):
        write(sheet, row, 1, "", styles.LABEL)
        write(sheet, row, 2, label, styles.LABEL)
    write(sheet, HEAD_ROW, 1, "No.", styles.HEAD)
    write(sheet, HEAD_ROW, 2, "Question", styles.HEAD)
    for place, review in enumerate(reviews):
        column = box_column(place)
        said = (
            review.risk_level.label if review.risk_level else "",
            review.review_ref,
            review.officer_ref,
            review.team,
            review.reviewing_force or "",
        )
        for row, text in enumerate(said, RISK_ROW):
            write(sheet, row, column, text, styles.REFERENCE)
            write(sheet, row, column + 1, "", styles.REFERENCE)
            sheet.merge_cells(start_row=row, end_row=row, start_column=column, end_column=column + 1)
        write(sheet, HEAD_ROW, column, "Grade", styles.HEAD)
        write(sheet, HEAD_ROW, column + 1, "Feedback", styles.HEAD)


def _placed(questions: Sequence[Question]) -> Iterator[tuple[int, Question | str]]:
    """Each section's name and each question with the row it stands in."""
    row = HEAD_ROW
    for section, of_section in groupby(questions, key=lambda question: question.section):
        if section:
            yield (row := row + 1), section
        for question in of_section:
            yield (row := row + 1), question


def _wording(question: Question, reviews: Sequence[Review]) -> str:
    """The wording as the force's own workbook had it, else the question set's."""
    for review in reviews:
        for answer in review.answers:
            if answer.question_id == question.id and answer.question:
                return answer.question
    return question.wording


def _write_answers(
    sheet: Worksheet,
    place: int,
    review: Review,
    rows: Mapping[str, int],
    notes: Mapping[tuple[int, str], str],
    words: Mapping[str, str],
) -> None:
    answers = {answer.question_id: answer for answer in review.answers}
    column = box_column(place)
    for question_id, row in rows.items():
        answer = answers.get(question_id, Answer(question_id, "", None, "", "", ""))
        word = words[answer.grade] if answer.grade else ""
        box = write(sheet, row, column, word, styles.grade_style(answer.grade))
        write(sheet, row, column + 1, answer.feedback, styles.FEEDBACK)
        if note := notes.get((place, question_id)):
            box.comment = Comment(note, "ARMS Peer Review Analytics", width=320, height=120)


def _lay_out(sheet: Worksheet, reviews: int) -> None:
    """Widths, frozen heads, and a review to a printed page with questions and heads repeated."""
    widths = [NUMBER_WIDTH, TEXT_WIDTH, *(BOX_WIDTH, TEXT_WIDTH) * reviews]
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row in range(HEAD_ROW + 1, sheet.max_row + 1):
        sheet.row_dimensions[row] = GrowingRow(sheet, row, height_for(sheet, row, TEXT_WIDTH))
    sheet.freeze_panes = f"{get_column_letter(FIRST_BOX_COLUMN)}{HEAD_ROW + 1}"
    sheet.sheet_view.zoomScale = 85
    sheet.print_title_rows = f"{RISK_ROW}:{HEAD_ROW}"
    sheet.print_title_cols = "A:B"
    sheet.page_setup.scale = 80
    sheet.col_breaks = ColBreak()
    for place in range(1, reviews):
        sheet.col_breaks.append(Break(id=box_column(place) - 1))
