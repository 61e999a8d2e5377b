"""What stands around the tables: titles, keys, counts, sign-offs, and the tabs that hold no review."""

from __future__ import annotations

import datetime as dt

from arms_analytics.workbook.cells import address
from tests.workbook.wild import wordings
from tests.workbook.wild.canvas import Canvas, Fill
from tests.workbook.wild.hand import Hand
from tests.workbook.wild.truth import GRADES, Box, Plan

NAMES = {
    "outstanding": "Outstanding",
    "good": "Good",
    "requires_improvement": "Requires improvement",
    "inadequate": "Inadequate",
}
MEANINGS = ("Exceeds what is asked", "Meets what is asked", "Some of what is asked is missing", "Most is missing")
TITLES = (
    "ARMS QA - {force}", "{force} – ARMS plan reviews", "ARMS Peer Review {force}",
    "Regional ARMS QA: {force}", "ARMS plan quality review", "{force}", "MOSOVO Regional ARMS Audit – {force}",
    "North West Region ARMS Plan Peer Review", "SOMU peer review, {force}"
)  # fmt: skip


NOTES = (
    "Next review due Q3 2026/27.",
    "Any plan graded inadequate must be returned within 28 days.",
    "* Plan updated by the officer after the review.",
    "Note: amber boxes to be discussed at the meeting.",
    "Good practice to be shared with the region.",
    "Cheshire to chair the next meeting.",
)


def quarter_end(key: str) -> dt.datetime:
    """The last day of a financial quarter."""
    start, number = int(key[:4]), int(key[-1])
    month, day = {1: (6, 30), 2: (9, 30), 3: (12, 31), 4: (3, 31)}[number]
    return dt.datetime(start + (number == 4), month, day)


def paint_head(
    canvas: Canvas, hand: Hand, plan: Plan, quarter_at: str, reviewing_at: str, left: int, force_said: bool
) -> int:
    """The lines above a table; say the first free row after them."""
    rng, row = hand.rng, rng_row(hand)
    force = hand.force_inside(plan.force)
    if rng.random() < 0.4:
        canvas.put(
            row,
            left,
            rng.choice(("OFFICIAL-SENSITIVE", "OFFICIAL – SENSITIVE [PEER REVIEW]", "RESTRICTED WHEN COMPLETE")),
        )
        row += 1
    title = rng.choice([t for t in TITLES if not force_said or "{force}" in t]).format(force=force)
    if reviewing_at == "title" and plan.reviewing:
        title = f"{force} reviewed by {hand.force_inside(plan.reviewing)}"
    if quarter_at == "title":
        title += rng.choice((" ", " – ", ", ", " (")) + hand.quarter(plan.quarter)
        title += ")" if title.count("(") > title.count(")") else ""
    canvas.put(row, left, title)
    if rng.random() < 0.4:
        canvas.merge(row, left, row, left + rng.randint(3, 8))
    row += 1
    if quarter_at == "pair":
        canvas.put(row, left, hand.label("quarter"))
        canvas.put(row, left + 1, hand.quarter(plan.quarter))
        row += 1
    elif quarter_at == "line":
        canvas.put(row, left, f"{hand.label('quarter')}: {hand.quarter(plan.quarter)}")
        row += 1
    elif quarter_at == "cell":
        canvas.put(row, left, hand.quarter(plan.quarter))
        row += 1
    elif quarter_at == "date":
        canvas.put(row, left, rng.choice(("Quarter ending", "Quarter ending:", "Quarter end date", "Period ending")))
        canvas.put(
            row,
            left + 1,
            quarter_end(plan.quarter),
            date_format=rng.choice(("dd/mm/yyyy", "d mmm yyyy", "mmm-yy", "dd mmmm yyyy")),
        )
        row += 1
    if reviewing_at == "line" and plan.reviewing:
        said = rng.choice(
            ("Reviewed by: {}", "Reviewing force: {}", "Peer review by {}", "Reviews completed by {}", "Reviewed by {}")
        )
        canvas.put(row, left, said.format(hand.force_inside(plan.reviewing)))
        row += 1
    elif reviewing_at == "pair" and plan.reviewing:
        canvas.put(
            row, left, rng.choice(("Reviewed by", "Reviewing force:", "Peer review by:", "Reviewing force", "Reviewer"))
        )
        canvas.put(row, left + 1, hand.force_inside(plan.reviewing))
        row += 1
    if rng.random() < 0.3:
        day = quarter_end(plan.quarter) + dt.timedelta(days=rng.randint(2, 10))
        canvas.put(row, left, f"Reviews completed {day:%d/%m/%Y}. Version {rng.randint(1, 4)}.")
        row += 1
    return row + rng.randint(0, 2)


def rng_row(hand: Hand) -> int:
    """Most sheets begin in the first row."""
    return 1 if hand.rng.random() < 0.75 else hand.rng.randint(2, 4)


def paint_key(canvas: Canvas, hand: Hand, row: int, column: int) -> tuple[int, int]:
    """A key: a coloured name, or a swatch beside a name, with letters or numbers where the boxes hold them."""
    rng = hand.rng
    if rng.random() < 0.7:
        canvas.put(row, column, rng.choice(("Key", "Grading key", "KEY:", "Legend", "RAG key", "HMICFRS grading")))
        row += 1
    form = rng.choice(("name in colour", "swatch first", "swatch last", "name in colour"))
    apart = rng.random() < 0.5
    described = rng.random() < 0.4
    last = column
    order = list(GRADES) if rng.random() < 0.8 else list(reversed(GRADES))
    for grade in order:
        place, at = GRADES.index(grade), column
        fill = hand.palette[grade] if hand.palette else None
        if form == "swatch first" and fill:
            canvas.put(row, at, None, fill)
            at += 1
        if hand.words in wordings.NUMBERS or hand.words in ("letters", "small letters"):
            sign = hand.word(grade)
            if apart or not isinstance(sign, int):
                canvas.put(row, at, sign)
                at += 1
                canvas.put(row, at, NAMES[grade], fill if form == "name in colour" else None)
            else:
                canvas.put(row, at, f"{sign} = {NAMES[grade]}", fill if form == "name in colour" else None)
        else:
            canvas.put(row, at, NAMES[grade], fill if form == "name in colour" else None)
        at += 1
        if form == "swatch last" and fill:
            canvas.put(row, at, None, fill)
            at += 1
        if described:
            canvas.put(row, at, MEANINGS[place])
        last, row = max(last, at), row + 1
    if rng.random() < 0.3:
        canvas.put(row, column, "N/A", Fill(hand.grey) if hand.palette else None)
        row += 1
    return row, last


def key_tab(hand: Hand) -> Canvas:
    """The key on a tab of its own."""
    canvas = Canvas(hand.rng.choice(("Key", "Legend", "Guidance", "Grading", "Read me", "Notes")))
    canvas.put(1, 1, hand.rng.choice(("Grading key", "How to grade", "Guidance for reviewers")))
    row, _ = paint_key(canvas, hand, 3, hand.rng.choice((1, 2)))
    canvas.put(row + 1, 1, "Grades follow the HMICFRS gradings. Please grade every question.")
    return canvas


def counted(boxes: list[Box]) -> dict[str, int]:
    return {grade: sum(box.grade == grade for box in boxes) for grade in GRADES}


def paint_foot(canvas: Canvas, hand: Hand, plans: list[Plan], bottom: int, left: int, columns: list[int]) -> None:
    """Counts, averages, notes and a sign-off under the table."""
    rng = hand.rng
    row = bottom + 1 + rng.choice((0, 1, 1, 2))
    parts = [part for part in ("counts", "fails", "average", "notes", "sign-off", "overall") if rng.random() < 0.3]
    for part in parts:
        if part == "counts":
            for grade in GRADES:
                canvas.put(
                    row, left, NAMES[grade], hand.palette[grade] if hand.palette and rng.random() < 0.9 else None
                )
                for plan, column in zip(plans, columns, strict=False):
                    count = counted(plan.boxes)[grade]
                    formula = f'COUNTIF({address(1, column)}:{address(bottom, column)},"{NAMES[grade]}")'
                    if "formula counts" in hand.dress:
                        canvas.put(row, column, count, formula=formula)
                    else:
                        canvas.put(row, column, count)
                row += 1
        elif part == "fails":
            canvas.put(row, left, rng.choice(("No. below good", "Number of RI / Inadequate", "Total below Good")))
            for plan, column in zip(plans, columns, strict=False):
                tally = counted(plan.boxes)
                canvas.put(row, column, tally["requires_improvement"] + tally["inadequate"])
            row += 1
        elif part == "average":
            canvas.put(row, left, rng.choice(("Average", "% good or better", "Mean score")))
            for _, column in zip(plans, columns, strict=False):
                canvas.put(row, column, rng.choice((2.4, "63%", 0.71)))
            row += 1
        elif part == "notes":
            for note in rng.sample(NOTES, 2):
                canvas.put(row, left, note)
                row += 1
        elif part == "sign-off":
            canvas.put(row, left, "Signed off by: T/DI Roberts   Date: 02/07/2025")
            row += 1
        row += rng.choice((0, 0, 1))


def summary_tab(hand: Hand, plans: list[Plan]) -> Canvas:
    """Counts of grades by force, under coloured heads, and a coloured table of the worst."""
    canvas = Canvas(hand.rng.choice(("Summary", "Overview", "Dashboard", "Regional summary", "Totals")))
    canvas.put(1, 1, "Summary of grades by force")
    canvas.put(3, 1, "Force")
    for place, grade in enumerate(GRADES, 2):
        canvas.put(3, place, NAMES[grade], hand.palette[grade] if hand.palette else None)
    forces = list(dict.fromkeys(plan.force for plan in plans))
    for row, force in enumerate(forces, 4):
        canvas.put(row, 1, hand.force_inside(force))
        tally = counted([box for plan in plans if plan.force == force for box in plan.boxes])
        for place, grade in enumerate(GRADES, 2):
            fill = hand.palette[grade] if hand.palette and hand.rng.random() < 0.3 else None
            canvas.put(row, place, tally[grade], fill)
    return canvas


def matrix_tab(hand: Hand, plans: list[Plan]) -> Canvas:
    """The commonest grade of each question and force, coloured and worded: looks much like a review."""
    canvas = Canvas(hand.rng.choice(("Summary matrix", "Heat map", "Heatmap", "Regional picture", "RAG summary")))
    canvas.put(1, 1, "Most common grade by force")
    forces = list(dict.fromkeys(plan.force for plan in plans))
    for place, force in enumerate(forces, 2):
        canvas.put(3, place, hand.force_inside(force))
    for row, box in enumerate(plans[0].boxes, 4):
        canvas.put(row, 1, box.question)
        for place, _ in enumerate(forces, 2):
            grade = hand.rng.choice(GRADES)
            word = NAMES[grade] if hand.rng.random() < 0.5 else None
            canvas.put(row, place, word, hand.palette[grade] if hand.palette else None)
    return canvas


def actions_tab(hand: Hand, plans: list[Plan]) -> Canvas:
    """Actions from the reviews: forces, questions, grades and owners, but no review."""
    canvas = Canvas(hand.rng.choice(("Actions", "Action log", "Action tracker", "Regional actions")))
    for place, head in enumerate(("No.", "Force", "Question", "Grade", "Action", "Owner", "Due", "Status"), 1):
        canvas.put(1, place, head, hand.head)
    for row, plan in enumerate(plans[:: max(1, len(plans) // 6)], 2):
        box = plan.boxes[row % len(plan.boxes)]
        values = (
            row - 1, hand.force_inside(plan.force), box.question, NAMES.get(box.grade or "", "Good"),
            "Share guidance and dip sample", "DI, SOMU", dt.datetime(2025, 9, 30), hand.rng.choice(("Open",
            "Closed", "Green", "Amber"
        )))  # fmt: skip
        for place, value in enumerate(values, 1):
            canvas.put(row, place, value, date_format="dd/mm/yyyy" if place == 7 else "")
    return canvas


def contents_tab(hand: Hand, tabs: list[str]) -> Canvas:
    """Links to every tab."""
    canvas = Canvas(hand.rng.choice(("Contents", "Index", "Home")))
    canvas.put(1, 1, "Contents")
    for row, tab in enumerate(tabs, 3):
        canvas.put(row, 1, tab, link=f"#'{tab}'!A1")
    return canvas


def lists_tab(hand: Hand) -> Canvas:
    """The drop-down lists, hidden away; grades, risk levels, forces."""
    canvas = Canvas(hand.rng.choice(("Lists", "Lookups", "_lists", "Data validation")), hidden=hand.rng.random() < 0.7)
    for column, values in enumerate(([*NAMES.values(), "N/A"], wordings.RISK_WORDS["plain"], wordings.FORCES), 1):
        canvas.put(1, column, ("Grade", "Risk", "Force")[column - 1])
        for row, value in enumerate(values, 2):
            canvas.put(row, column, value)
    return canvas


def cover_tab(hand: Hand, plans: list[Plan], say_quarter: bool, say_reviewing: bool) -> Canvas:
    """A cover: what this is, the quarter, who reviewed whom, in either order of columns."""
    rng, canvas = hand.rng, Canvas(hand.rng.choice(("Cover", "Front sheet", "Introduction", "Info", "Front page")))
    canvas.put(2, 2, rng.choice(("North West Region – ARMS Plan Peer Review", "ARMS peer review: collated return")))
    row = 4
    if say_quarter:
        said = hand.quarter(plans[0].quarter)
        if rng.random() < 0.6:
            canvas.put(row, 2, rng.choice(("Quarter", "Period covered", "Reporting period", "Quarter:")))
            canvas.put(row, 3, said)
        else:
            canvas.put(row, 2, f"{rng.choice(('Quarter', 'Period', 'Return for'))}: {said}")
        row += 1
    canvas.put(row, 2, "Collated by")
    canvas.put(row, 3, "Regional MOSOVO coordinator")
    row += 2
    if say_reviewing:
        heads = [
            rng.choice(("Force reviewed", "Force", "Reviewed force")),
            rng.choice(("Reviewed by", "Reviewing force", "Reviewer")),
        ]
        swap = rng.random() < 0.3
        for place, head in enumerate(reversed(heads) if swap else heads, 2):
            canvas.put(row, place, head, hand.head)
        pairs = dict.fromkeys((plan.force, plan.reviewing) for plan in plans)
        for pair in pairs:
            row += 1
            for place, name in enumerate(reversed(pair) if swap else pair, 2):
                canvas.put(row, place, hand.force_inside(name) if name else None)
    return canvas


def questions_tab(hand: Hand, wordings_used: list[str]) -> Canvas:
    """The questions in full, where the tables hold numbers only."""
    canvas = Canvas(hand.rng.choice(("Questions", "QA questions", "QA tool", "Question set")))
    canvas.put(1, 1, "No.")
    canvas.put(1, 2, "Question")
    for place, wording in enumerate(wordings_used, 1):
        label = hand.number(place)
        canvas.put(place + 1, 1, int(label) if label.isdigit() else label)
        canvas.put(place + 1, 2, wording)
    return canvas
