"""The words that may be new, in one place: every page opens the same list, and README prints it."""

from __future__ import annotations

from html import escape

MEANINGS = {
    "action": "what a meeting agreed: who does what by when; carried from meeting to meeting until it is done",
    "allocation": "the rotation as agreed and recorded for a quarter: who is to review how many plans of whom",
    "answer": "one review's grade and feedback on one question",
    "ARMS": "Active Risk Management System: how the risk of a registered sex offender is assessed and managed",
    "below good": "graded requires improvement or inadequate; the grade scale says which grades count as failures",
    "box": "the cell of the collated sheet in which one answer is graded",
    "feedback": "the reviewers' words beside a grade",
    "finding": "the small table, and the sentence, that answer one question",
    "force": "the force whose plan was reviewed",
    "grade": "a step of the grade scale: outstanding, good, requires improvement, inadequate",
    "in 100": "how sure one may be: of 100 findings said with 93 in 100, about 93 should turn out true",
    "likely range": "where the true share lies with a chance of about 9 in 10; four plans a quarter leave it wide",
    "moderation": "a grade clarified at the meeting; the original stays",
    "OSP": "OASys Sexual reoffending Predictor: a statistical scale of how likely a further sexual offence is",
    "problem": "what a workbook said that could not be read for certain",
    "promising practice": "a force strong on a question where others are not",
    "QA tool": "the national quality assurance questions; their wording is not public: those shipped illustrate",
    "quarter": "financial-year quarter (April start) unless the network says calendar",
    "question": "one item of the QA tool, known by its id in a question set",
    "repeat failure": "at least 5 of the last 8 graded reviews, or 7 of the last 16, fell below good; the "
    "model says how sure one may be",
    "review": "one ARMS plan, graded once, in one quarter",
    "reviewing force": "the force that graded it",
    "risk level": "the ARMS risk level of the plan: low, medium, high or very high",
    "RM2000": "Risk Matrix 2000: a statistical scale of how likely reconviction is, read beside ARMS",
    "rotation": "who reviews whom in a quarter, as it was or as it is proposed; a fixed one is the same every quarter",
    "selection": "what the user chose to look at",
    "SOMU": "sex offender management unit",
    "training need": "what fails for an officer, a force, the region, or a process across questions",
    "ViSOR": "the national system in which registered offenders and the actions of their plans are recorded",
}


def markup() -> str:
    """The list, closed until somebody opens it."""
    entries = "".join(
        f"<div><dt>{escape(word)}</dt><dd>{escape(meaning)}</dd></div>" for word, meaning in MEANINGS.items()
    )
    return f'<details class="arms-words"><summary>What the words mean</summary><dl>{entries}</dl></details>'
