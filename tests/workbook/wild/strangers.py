"""Workbooks that are not peer reviews, though coloured, graded or named like them. All are to be refused."""

from __future__ import annotations

import datetime as dt
import random

from tests.workbook.wild import wordings
from tests.workbook.wild.canvas import Canvas, Fill
from tests.workbook.wild.truth import Book

RED, AMBER, GREEN, YELLOW = Fill("FF0000"), Fill("FFC000"), Fill("00B050"), Fill("FFFF00")


def budget(rng: random.Random) -> list[Canvas]:
    """Money by month, over and under coloured."""
    canvas = Canvas("Budget 2025-26")
    for column, head in enumerate(("Line", "Q1", "Q2", "Q3", "Q4", "Total", "Comments"), 1):
        canvas.put(1, column, head, Fill("D9E1F2"))
    for row, line in enumerate(("Staff", "Travel", "Training", "Software", "Overtime", "Vehicles"), 2):
        canvas.put(row, 1, line)
        for column in range(2, 7):
            canvas.put(row, column, rng.randint(100, 9000), rng.choice((RED, GREEN, AMBER)))
        canvas.put(row, 7, rng.choice(("High spend", "Good", "Low risk of overspend")))
    return [canvas]


def risk_register(rng: random.Random) -> list[Canvas]:
    """Risks with levels, ratings, owners."""
    canvas = Canvas("Risk register")
    for column, head in enumerate(("Ref", "Risk", "Likelihood", "Impact", "Rating", "Owner", "Mitigation", "RAG"), 1):
        canvas.put(3, column, head)
    for row in range(4, 16):
        values = (
            f"R{row:03d}",
            f"Risk that supplier {row} fails",
            *rng.choices(("Low", "Medium", "High", "Very High"), k=3),
            "PC 1234",
            "Monitor monthly",
        )
        for column, value in enumerate(values, 1):
            canvas.put(row, column, value)
        canvas.put(row, 8, None, rng.choice((RED, AMBER, GREEN)))
    return [canvas]


def training_matrix(rng: random.Random) -> list[Canvas]:
    """Officers against courses, a tab for each force, coloured by state."""
    sheets = []
    for force in wordings.FORCES:
        canvas = Canvas(force)
        canvas.put(1, 1, f"{force} MOSOVO training matrix Q1 2025/26")
        for column, course in enumerate(("ARMS", "RM2000", "ViSOR", "Home visits", "Interviewing", "First aid"), 2):
            canvas.put(3, column, course)
        for row in range(4, 14):
            canvas.put(row, 1, f"PC {rng.randint(1000, 9999)}")
            for column in range(2, 8):
                canvas.put(
                    row,
                    column,
                    rng.choice((None, "Booked", "Done", dt.datetime(2025, 5, 1))),
                    rng.choice((GREEN, AMBER, RED)),
                )
        sheets.append(canvas)
    return sheets


def rota(rng: random.Random) -> list[Canvas]:
    """Who works when."""
    canvas = Canvas("Rota Apr-Jun 2025")
    for column in range(2, 32):
        canvas.put(2, column, column - 1)
    for row in range(3, 12):
        canvas.put(row, 1, f"Officer {row}")
        for column in range(2, 32):
            canvas.put(row, column, rng.choice(("E", "L", "N", "RD", "AL")), rng.choice((None, YELLOW, GREEN)))
    return [canvas]


def satisfaction_survey(rng: random.Random) -> list[Canvas]:
    """Questions with answers that are almost grades."""
    canvas = Canvas("Survey")
    for column, head in enumerate(("Question", "Strongly agree", "Agree", "Disagree", "Strongly disagree"), 1):
        canvas.put(1, column, head)
    for row in range(2, 14):
        canvas.put(row, 1, f"Q{row - 1}. {wordings.QUESTIONS[row][0]}")
        for column in range(2, 6):
            canvas.put(row, column, rng.randint(0, 40))
    return [canvas]


def project_plan(rng: random.Random) -> list[Canvas]:
    """Tasks with a traffic light each."""
    canvas = Canvas("Plan")
    for column, head in enumerate(("No.", "Task", "Owner", "RAG", "Comments"), 1):
        canvas.put(1, column, head)
    for row in range(2, 20):
        for column, value in enumerate((row - 1, f"Task {row}", rng.choice(wordings.FORCES)), 1):
            canvas.put(row, column, value)
        canvas.put(row, 4, rng.choice(("Red", "Amber", "Green")), rng.choice((RED, AMBER, GREEN)))
        canvas.put(row, 5, "On track")
    return [canvas]


def blank(rng: random.Random) -> list[Canvas]:
    """Nothing at all."""
    return [Canvas(name) for name in ("Sheet1", "Sheet2")]


STRANGERS = (budget, risk_register, training_matrix, rota, satisfaction_survey, project_plan, blank)


def stranger(seed: int) -> Book:
    """The stranger of a seed."""
    rng = random.Random(seed)
    make = STRANGERS[seed % len(STRANGERS)]
    return Book(
        name=f"{make.__name__}.xlsx",
        outcome="refused",
        ask=make.__name__,
        sheets=make(rng),
        about={"stranger": make.__name__},
    )
