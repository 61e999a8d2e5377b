"""The questions of a table: which lines are whose, once it is known which columns are the reviews'."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from arms_analytics.workbook.tables import echoes, question_columns
from arms_analytics.workbook.tables.anchors import heads_a_review
from arms_analytics.workbook.tables.body import MOST_QUESTIONS, ROLES, Asked, Body, once_a_line
from arms_analytics.workbook.tables.lines import (
    counts,
    has_box,
    is_bar,
    is_head_again,
    speaks,
    sums_up,
    without_counts,
)
from arms_analytics.workbook.texts.labels import label, said
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.shapes import PROSE, is_number, is_prose, split_number

LONGEST = 4
"""No question takes more lines than this, unless it is merged over more."""
OF_A_REVIEW = {"ref", "officer", "reviewing"}
"""Labels of what a review is known by: nobody is asked them."""
FEW = 2
"""So few questions do not tell how many lines one takes."""


def find_questions(body: Body) -> bool:
    """Find the questions of a body. False when there are none."""
    lines = [line for line in range(body.first, body.bounds.bottom + 1) if has_box(body, line)]
    lines = without_counts(body, [line for line in lines if not is_head_again(body, line)])
    if not 0 < len(lines) <= MOST_QUESTIONS * LONGEST:
        return False
    body.question, body.numbers = question_columns.find(body, lines)
    if not body.question:
        return False
    body.questions = _questions(body, lines)
    return 0 < len(body.questions) <= MOST_QUESTIONS


def _questions(body: Body, lines: list[int]) -> list[Asked]:
    starts = _starts(body)
    body.echoes = echoes.find(body, starts, lines)
    end = min([*body.echoes.values(), body.bounds.bottom + 1])
    starts = [line for line in starts if line < end]
    questions = [_asked(body, line, after) for line, after in pairwise([*starts, end])]
    usual = Counter(_shape(asked) for asked in questions if _is_boxed(body, asked)).most_common(1)
    found: list[Asked] = []
    last = max(line for line in lines if line < end)
    for asked in questions:
        anew = asked.line > last and found and _figure(asked.number) <= _figure(found[-1].number)  # another list
        if _is_question(body, asked, last, usual[0][0] if usual and not anew else ""):
            found.append(asked)
            last = max(last, asked.last)
    return _ended(body, _without_strangers(body, found))


def _ended(body: Body, questions: list[Asked]) -> list[Asked]:
    """The last graded one takes no more lines than the others: no question below it ends it, and a note may."""
    boxed = [place for place, asked in enumerate(questions) if _is_boxed(body, asked)]
    if len(boxed) > FEW:
        longest = max(questions[place].last - questions[place].line for place in boxed[:-1])
        asked = questions[boxed[-1]]
        merged = body.grid.area(asked.line, body.question).bottom
        last = min(asked.last, max(asked.line + longest, merged))
        questions[boxed[-1]] = replace(asked, last=last)
    return questions


def _starts(body: Body) -> list[int]:
    """The lines on which a text begins in the question's column (or a number beside it)."""
    found: list[int] = []
    before = ""
    labels = _labels_of_lines(body)
    for line in range(body.first, body.bounds.bottom + 1):
        if (
            line in labels
            or _goes_on(body, line)
            or not body.grid.anchored(line, body.question)
            or (line, body.question) in body.bounds.without
        ):
            continue
        text = body.grid.text(line, body.question)
        numbered = body.numbers and body.grid.anchored(line, body.numbers)
        number = body.grid.text(line, body.numbers) if numbered else ""
        if (text or number) and not (text == before and found and line == found[-1] + 1 and not number):
            found.append(line)
        before = text
    return found


@once_a_line
def _goes_on(body: Body, line: int) -> bool:
    """Whether a line without a box goes on with the wording above it, in small letters where questions begin large."""
    text, above = body.grid.text(line, body.question), body.grid.text(line - 1, body.question)
    if not text[:1].islower() or not above or above[-1] in ".?!:;" or line <= body.first or has_box(body, line):
        return False
    if not body.grid.anchored(line, body.question) or (body.numbers and body.grid.text(line, body.numbers)):
        return False
    return has_box(body, line - 1) and not any(
        body.grid.text(other, body.question)[:1].islower()
        for other in range(body.first, body.bounds.bottom + 1)
        if has_box(body, other)
    )


def _labels_of_lines(body: Body) -> set[int]:
    """The lines below a question that are labelled "Feedback" or "Grade" in the questions' column, time and again."""
    lines = range(body.first + 1, body.bounds.bottom + 1)
    kinds = {line: label(body.grid.text(line, body.question)) for line in lines}
    found: set[int] = set()
    for kind in ("feedback", "grade"):
        told = {line for line, said in kinds.items() if said == kind}
        if len(told) > 1 and not any(line + 1 in told for line in told):
            found |= told
    return found


def _asked(body: Body, line: int, after: int) -> Asked:
    """The question that begins on a line, down to where it is merged to or where its boxes and feedback end."""
    text = body.grid.text(line, body.question)
    last = body.grid.area(line, body.question).bottom
    if last + 1 < after and _goes_on(body, last + 1):
        last += 1
        text = f"{text} {body.grid.text(last, body.question)}"
    while last + 1 < after and last + 1 - line < LONGEST and _continues(body, last + 1, line):
        last += 1
    number, wording = (text, "") if is_number(text) else split_number(text)
    if number and label(wording) == "grade":
        wording = ""  # "Q4 grade"
    if body.numbers and is_number(body.grid.text(line, body.numbers)):
        number = body.grid.text(line, body.numbers)
    return Asked(line, min(last, after - 1), number, wording, body.question)


def _continues(body: Body, line: int, first: int) -> bool:
    """A line without a question but that of the `first` line, that holds something in line with the reviews."""
    if any((line, c) in body.bounds.without for c in (body.question, body.numbers)):
        return False
    beside = [c for c in range(body.bounds.left, body.question + 1) if (line, c) in body.grid.cells]
    beside = [c for c in beside if (line, c) not in body.bounds.without]
    texts = [text for c in beside if (text := body.grid.text(line, c)) and text != body.grid.text(first, c)]
    labels = [label(text) for text in texts]
    if any(kind not in ROLES for kind in labels):
        return False  # the line has a label of its own: a count, a note
    return not is_head_again(body, line) and any(
        (labels and cell.text) or body.natures.is_box(cell) or speaks(cell) for cell in body.cells(line)
    )


def _is_question(body: Body, asked: Asked, last: int, usual: str) -> bool:
    """Whether it is one at all. `last` is the last line of the questions before it, or of all boxes.

    One that nobody has answered is known by its number, of the `usual` shape.
    """
    beside = body.beside(asked.line)
    if not (asked.text or asked.number) or any(label(text) == "question" for text in beside):
        return False
    if is_head_again(body, asked.line) or sums_up(body, asked.line) or is_bar(body, asked.line):
        return False
    if label(asked.text) in OF_A_REVIEW and not _is_boxed(body, asked):
        return False  # heads once more, after a page break
    numbered = bool(usual) and _shape(asked) == usual
    if asked.line <= last:
        return numbered or any(_is_answered(body, line) for line in range(asked.line, asked.last + 1))
    if _heads_reviews(body, asked.line):
        return False
    numbered = numbered and plain(asked.text) in body.natures.shared
    signed = {label(text) for text in beside} - {"", "risk"}  # "Signed off by"; but "Priority level" asks
    return (numbered or _follows(body, asked, last)) and not counts(body, asked.line) and not signed


def _heads_reviews(body: Body, line: int) -> bool:
    """Whether all that it says over the reviews is what heads them: "Feedback | Low | High", below all grades.

    In boxes that show a grade's colour the same words are what reviewers wrote.
    """
    cells = [cell for cell in body.cells(line) if cell.text]
    painted = any(cell.colour and body.natures.boxy(cell.colour) for cell in cells)
    return len(cells) > 1 and not painted and all(heads_a_review(said(cell.text)) for cell in cells)


def _is_answered(body: Body, line: int) -> bool:
    return has_box(body, line) or any(cell.text or cell.note for cell in body.cells(line))


def _is_boxed(body: Body, asked: Asked) -> bool:
    return any(has_box(body, line) for line in range(asked.line, asked.last + 1))


def _shape(asked: Asked) -> str:
    """The form of its number: "Q7" and "Q12" are alike, "A." and "3.1" are not; empty without a figure."""
    return re.sub(r"\d+", "9", asked.number) if any(map(str.isdigit, asked.number)) else ""


def _figure(number: str) -> int:
    """The last figure of a question's number: of "Q7" 7, of "2.13" 13; 0 without one."""
    return int((re.findall(r"\d+", number) or ["0"])[-1])


def _follows(body: Body, asked: Asked, last: int) -> bool:
    """Whether an ungraded question with feedback stands right below the others."""
    cells = [cell for line in range(asked.line, asked.last + 1) for cell in body.cells(line)]
    spoken = any(speaks(cell) or (cell.colour and body.natures.boxy(cell.colour)) for cell in cells)
    return asked.line - last <= LONGEST and spoken and not _is_boxed(body, asked)


def _without_strangers(body: Body, questions: list[Asked]) -> list[Asked]:
    """Drop what stands before the first graded question, heads with labels that nobody knows, and stray numbers."""
    boxed = [_is_boxed(body, asked) for asked in questions]
    first = boxed.index(True) if True in boxed and not body.labelled else 0
    kept = _ungraded(body, questions[:first], questions[first:]) if first else []
    worded = sum(bool(asked.text) for asked in questions) > 0.5 * len(questions)
    return [asked for asked in kept + questions[first:] if asked.text or not worded]


def _ungraded(body: Body, before: list[Asked], graded: list[Asked]) -> list[Asked]:
    """Those before the first graded one that are questions as well."""
    numbered = Counter(bool(asked.number) for asked in graded)
    likely = numbered[True] > numbered[False]
    painted = {cell.colour for asked in graded for cell in body.cells(asked.line) if body.natures.is_box(cell)}
    return [e for e in before if (e.number and likely) or _is_told(body, e, painted - {None})]


def _is_told(body: Body, asked: Asked, painted: set[str | None]) -> bool:
    """Whether sentences stand on its line, words in fills of the boxes below, or words beside what other tabs ask."""
    cells = body.cells(asked.line)
    if len(asked.text) > PROSE and plain(asked.text) in body.natures.shared and any(cell.text for cell in cells):
        return True
    return any(map(is_prose, cells)) or any(cell.text and cell.colour in painted for cell in cells)
