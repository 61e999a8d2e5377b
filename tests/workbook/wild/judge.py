"""Holds a reading against what was painted: every box, every word of feedback, every attribute, every alarm."""

from __future__ import annotations

import re
from dataclasses import dataclass

from arms_analytics.vocabulary import Answer, Reading, Review, Severity
from tests.workbook.wild.truth import Book, Box, Plan


@dataclass(frozen=True)
class Complaint:
    """One difference. `kind` begins with `silent` where nobody would have been told."""

    kind: str
    sheet: str = ""
    cell: str = ""
    wanted: object = ""
    got: object = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.sheet}!{self.cell}: wanted {self.wanted!r}, got {self.got!r}"


def judge(book: Book, reading: Reading) -> list[Complaint]:
    """Everything that is not as it should be; empty for a reading that is exactly right."""
    if book.outcome == "refused":
        return _judge_refusal(book, reading)
    if book.outcome == "asked":
        said = reading.open_questions or any(problem.severity is not Severity.INFO for problem in reading.problems)
        return [] if said else [Complaint("silent undecidable", wanted=book.ask)]
    if reading.refused:
        first = next(problem for problem in reading.problems if problem.severity is Severity.ERROR)
        return [Complaint("wrongly refused", first.sheet, first.cell, "", f"{first.code}: {first.message}")]
    told = {_tidy(problem.sheet) for problem in reading.problems if problem.sheet}
    read = {(_tidy(r.sheet), a.cell): (r, a) for r in reading.reviews for a in r.answers}
    painted = {(_tidy(p.sheet), b.cell): (p, b) for p in book.plans for b in p.boxes}
    complaints = []
    for place, (plan, box) in painted.items():
        complaints += _judge_box(plan, box, read.get(place), place[0] in told)
    for place, (review, answer) in read.items():
        if place not in painted and (answer.grade or answer.feedback):
            hush = "flagged" if _tidy(review.sheet) in told else "silent"
            complaints.append(Complaint(f"{hush} invented", *place, got=(answer.grade, answer.feedback[:40])))
    return complaints + _judge_alarms(book, reading)


def _judge_refusal(book: Book, reading: Reading) -> list[Complaint]:
    errors = [problem for problem in reading.problems if problem.severity is Severity.ERROR]
    if not errors:
        return [Complaint("silent acceptance", wanted=book.ask, got=f"{len(reading.reviews)} reviews")]
    return [Complaint("unclear refusal", got=e.message) for e in errors if "\n" in e.message or len(e.message) > 400]


def _judge_box(plan: Plan, box: Box, read: tuple[Review, Answer] | None, told: bool) -> list[Complaint]:
    place = (_tidy(plan.sheet), box.cell)
    if read is None:
        if (box.right == (None,) and not box.feedback) or (None in box.right and not box.feedback):
            return [Complaint("silent doubt", *place, wanted=box.ask)] if box.ask and not told else []
        return [
            Complaint(
                f"{'flagged' if told else 'silent'} missing", *place, wanted=(box.grade, box.word, box.feedback[:30])
            )
        ]
    review, answer = read
    complaints = []
    if answer.grade not in box.right:
        kind = "wrong" if answer.grade else "missing"
        complaints.append(
            Complaint(
                f"{'flagged' if told else 'silent'} {kind}", *place, (box.grade, box.word, box.swatch), answer.grade
            )
        )
    elif box.ask and not told:
        complaints.append(Complaint(f"silent {box.ask}", *place, (box.word, box.swatch), answer.grade))
    complaints += _judge_words(box, answer, place)
    wanted = (plan.force, plan.quarter, plan.risk, plan.reviewing, plan.ref, plan.officer)
    got = (
        review.force, str(review.quarter), review.risk_level and review.risk_level.value,
        review.reviewing_force, review.review_ref.strip(), review.officer_ref.strip(
    ))  # fmt: skip
    for name, one, other in zip(("force", "quarter", "risk", "reviewing", "ref", "officer"), wanted, got, strict=True):
        if one != other:
            complaints.append(Complaint(f"silent {name}" if not told else f"flagged {name}", *place, one, other))
    if _plain(answer.question) != _plain(box.question) and answer.question not in _numbers_only(answer.question):
        complaints.append(Complaint("question", *place, box.question, answer.question))
    return complaints


def _numbers_only(said: str) -> tuple[str, ...]:
    return (said,) if re.fullmatch(r"\(?(q|question)?\s*[\d.]+[a-z]?[).:]*", said.strip(), re.I) else ()


def _judge_words(box: Box, answer: Answer, place: tuple[str, str]) -> list[Complaint]:
    complaints = [
        Complaint("leak", *place, secret, answer.feedback)
        for secret in box.planted
        if secret.casefold() in answer.feedback.casefold()
    ]
    if not _same_words(box, answer.feedback):
        complaints.append(Complaint("feedback", *place, box.feedback, answer.feedback))
    return complaints


def _same_words(box: Box, got: str) -> bool:
    wanted = box.feedback.strip()
    if not box.planted:
        return got.strip() == wanted
    pattern = re.escape(wanted)
    for secret in sorted(box.planted, key=len, reverse=True):
        pattern = pattern.replace(re.escape(secret), ".{0,60}?")
    return re.fullmatch(pattern, got.strip(), re.S) is not None


def _judge_alarms(book: Book, reading: Reading) -> list[Complaint]:
    """A clean tab gives no problem at all; personal data is reported where it was planted only."""
    due = {_tidy(sheet) for sheet in book.noted} | {_tidy(p.sheet) for p in book.plans if any(b.ask for b in p.boxes)}
    planted = {(_tidy(p.sheet), b.feedback_cell) for p in book.plans for b in p.boxes if b.planted}
    complaints = []
    for problem in reading.problems:
        sheet = _tidy(problem.sheet)
        if problem.code.startswith("personal"):
            if (sheet, problem.cell) not in planted:
                complaints.append(Complaint("false alarm", sheet, problem.cell, "", problem.message))
        elif sheet and sheet not in due:
            complaints.append(Complaint("false alarm", sheet, problem.cell, problem.code, problem.message))
        elif not sheet and not due and problem.severity is not Severity.INFO:
            complaints.append(Complaint("remark on the workbook", "", "", problem.code, problem.message))
    return complaints


def _tidy(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip()


def _plain(question: str) -> str:
    said = re.sub(r"^\s*\(?(?:q(?:uestion)?\s*)?(?:[a-h]?\d+(?:\.\d+)*)\)?\s*[.):\-–]*\s*", "", question.casefold())
    return re.sub(r"[^a-z0-9]+", " ", said).strip()
