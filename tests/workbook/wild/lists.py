"""Long lists: one row a question and review. Filled down, written once, merged, filtered, sorted by question."""

from __future__ import annotations

from arms_analytics.workbook.cells import address
from tests.workbook.wild.canvas import Canvas
from tests.workbook.wild.grid import head_value
from tests.workbook.wild.hand import Hand
from tests.workbook.wild.truth import Plan

FILLS = ("down", "once", "merged")


def paint_list(
    canvas: Canvas,
    plans: list[Plan],
    hand: Hand,
    top: int,
    left: int,
    kinds: tuple[str, ...],
    fill: str,
    by_question: bool,
) -> tuple[int, int]:
    """Paint a list whose columns are `kinds` (with `number`, `question`, `grade`, `feedback` among them)."""
    columns = {kind: left + place for place, kind in enumerate(kinds)}
    for kind, column in columns.items():
        canvas.put(top, column, hand.label(kind), hand.head)
    count = max(len(plan.boxes) for plan in plans)
    order = [(plan, place) for plan in plans for place in range(len(plan.boxes))]
    if by_question:
        order = [(plan, place) for place in range(count) for plan in plans if place < len(plan.boxes)]
    for row, (plan, place) in enumerate(order, top + 1):
        box = plan.boxes[place]
        label = hand.number(place + 1)
        for kind, column in columns.items():
            if kind == "grade":
                hand.paint(canvas, row, column, box)
            elif kind == "feedback":
                box.feedback_cell = address(row, column)
                fill_words = hand.text_fill(box)
                if box.feedback or fill_words:
                    canvas.put(row, column, box.feedback or None, fill_words)
            elif kind == "question":
                canvas.put(row, column, f"{label} {box.question}" if hand.numbering == "inline" else box.question)
            elif kind == "number":
                canvas.put(row, column, int(label) if label.isdigit() else label)
            elif fill == "down" or place == 0:
                value = head_value(plan, kind, hand)
                canvas.put(row, column, value, date_format="dd/mm/yyyy" if kind == "dated" else "")
        if fill == "merged" and place == 0:
            for kind, column in columns.items():
                if kind not in ("grade", "feedback", "question", "number"):
                    canvas.merge(row, column, row + len(plan.boxes) - 1, column)
    bottom = top + len(order)
    grade = columns["grade"]
    hand.add_rules(canvas, (top + 1, grade, bottom, grade), address(top + 1, grade))
    return bottom, left + len(kinds) - 1
