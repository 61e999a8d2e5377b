"""Hold a reading against the truth: what is silently wrong, and what a readable workbook should have given."""

from __future__ import annotations

from arms_analytics.vocabulary import Reading, Severity
from tests.workbook.painting.book import PaintedBook


def silently_wrong(book: PaintedBook, reading: Reading) -> list[str]:
    """Every box that was read otherwise than it stands without anything said of its tab. Nothing of a refused one."""
    if reading.refused:
        return []
    said = {problem.sheet for problem in reading.problems if problem.severity is not Severity.INFO}
    return [wrong for sheet, wrong in differences(book, reading) if sheet not in said and "" not in said]


def differences(book: PaintedBook, reading: Reading) -> list[tuple[str, str]]:
    """(sheet, what) for every difference between the truth and the reading."""
    found: list[tuple[str, str]] = []
    read = {(review.sheet, answer.cell): (review, answer) for review in reading.reviews for answer in review.answers}
    true = {(box.sheet, box.cell): box for box in book.boxes}
    for key, box in true.items():
        if key not in read:
            if box.grade or box.feedback:
                found.append((box.sheet, f"{key} missing: {box.grade} {box.feedback[:30]!r}"))
            continue
        review, answer = read[key]
        pairs = [
            ("grade", answer.grade, box.grade),
            ("feedback", answer.feedback.strip(), box.feedback.strip()),
            ("question", answer.question, box.question),
            ("risk", review.risk_level, box.risk),
            ("ref", review.review_ref, box.ref),
            ("officer", review.officer_ref, box.officer),
            ("force", review.force, box.force),
            ("reviewing", review.reviewing_force, box.reviewing),
            ("quarter", review.quarter.key, book.quarter),
        ]
        found += [(box.sheet, f"{key} {what}: {got!r} for {want!r}") for what, got, want in pairs if got != want]
    for (sheet, cell), (_, answer) in read.items():
        if (sheet, cell) not in true and (answer.grade or answer.feedback):
            found.append((sheet, f"{sheet} {cell} invented: {answer.grade} {answer.feedback[:30]!r}"))
    ids = {}
    for review in reading.reviews:
        mine = [answer.question_id for answer in review.answers]
        if len(set(mine)) != len(mine):
            found.append((review.sheet, f"{review.sheet}: two questions share an id"))
        for answer in review.answers:
            if ids.setdefault(answer.question_id, answer.question) != answer.question:
                found.append(
                    (review.sheet, f"{answer.question_id} is both {answer.question} and {ids[answer.question_id]}")
                )
    return found
