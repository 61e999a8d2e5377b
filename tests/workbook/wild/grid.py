"""Tables of questions against plans, in every geometry that people use; `turned` lays the questions across.

One table is painted in its own terms: lines run along the questions, places across the plans; `Lay.at` turns them into
rows and columns. So whatever exists with questions down exists with questions across.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from arms_analytics.workbook.cells import address
from tests.workbook.wild.canvas import Canvas, Fill, Rule
from tests.workbook.wild.hand import BAND, QUESTION_FILL, Hand
from tests.workbook.wild.truth import Box, Plan

MODES = ("pair", "reversed", "split", "rows", "rows reversed", "boxed", "noted", "alone")


@dataclass(frozen=True)
class Lay:
    """How a table lies. `heads` is `merged`, `first`, `repeated` or `one cell`; `lines` are the kinds of head lines.

    `sections` is `none`, `lines` (a heading line among the questions) or `beside` (a merged cell along them).
    """

    mode: str = "pair"
    turned: bool = False
    heads: str = "merged"
    lines: tuple[str, ...] = ("risk", "ref", "officer")
    sections: str = "none"
    spacer: int = 0
    part_heads: bool = True
    question_head: bool = True
    ordinal_heads: str = ""
    joined: str = "\n"
    gap_before_plans: bool = False
    repeat_heads_every: int = 0
    top: int = 1
    left: int = 1

    def at(self, line: int, place: int) -> tuple[int, int]:
        return (self.top + place, self.left + line) if self.turned else (self.top + line, self.left + place)


@dataclass
class _Table:
    canvas: Canvas
    plans: list[Plan]
    hand: Hand
    lay: Lay

    def put(self, line: int, place: int, value: object = None, fill: Fill | None = None) -> str:
        more = {"date_format": "dd/mm/yyyy"} if isinstance(value, dt.datetime) else {}
        return self.canvas.put(*self.lay.at(line, place), value, fill, **more)

    def merge(self, line: int, place: int, line_end: int, place_end: int) -> None:
        first, last = self.lay.at(line, place), self.lay.at(line_end, place_end)
        self.canvas.merge(*first, *last)

    def __post_init__(self) -> None:
        lay, hand = self.lay, self.hand
        beside = int(lay.sections == "beside")
        self.section_place = 0
        self.number_place = beside
        self.question_place = beside + int(hand.numbering == "column")
        self.two_lines = lay.mode.startswith("rows")
        self.first_slot = self.question_place + 1 + int(self.two_lines) + int(lay.gap_before_plans)
        self.width = 2 if lay.mode in ("pair", "reversed") else 1
        count = len(self.plans)
        step = self.width + lay.spacer
        if lay.mode == "split":
            self.grade_places = [self.first_slot + k for k in range(count)]
            self.text_places = [self.first_slot + count + lay.spacer + k for k in range(count)]
        else:
            self.grade_places = [self.first_slot + k * step + int(lay.mode == "reversed") for k in range(count)]
            self.text_places = [self.first_slot + k * step + int(lay.mode == "pair") for k in range(count)]
        self.last_place = max(self.grade_places + self.text_places)

    # ---- heads
    def paint_heads(self) -> int:
        """Paint the head lines; say the first line of the questions."""
        line = 0
        if self.lay.heads == "one cell":
            self._values(line, ["".join(self._joined(plan)) for plan in self.plans])
            line += 1
        else:
            if self.lay.ordinal_heads:
                self._values(line, [f"{self.lay.ordinal_heads} {k}" for k in range(1, len(self.plans) + 1)])
                line += 1
            for kind in self.lay.lines:
                self.put(line, self.question_place, self.hand.label(kind), self.hand.head)
                self._values(line, [head_value(plan, kind, self.hand) for plan in self.plans], kind)
                line += 1
        if self._part_heads(line):
            line += 1
        elif self.hand.numbering == "column" and self.lay.question_head and not self.lay.turned and line:
            self.put(line - 1, self.number_place, self.hand.label("number"), self.hand.head)
        return line

    def _joined(self, plan: Plan) -> str:
        return self.lay.joined.join(
            self.hand.risk(plan) if kind == "risk" else _said(plan, kind, self.hand) for kind in self.lay.lines
        )

    def _values(self, line: int, values: list[object], kind: str = "") -> None:
        paired = self.lay.mode in ("pair", "reversed")
        for plan_place, value in enumerate(values):
            places = sorted({self.grade_places[plan_place], self.text_places[plan_place]})
            fill = self.hand.head_fill(kind, self.plans[plan_place])
            self.put(line, places[0], value, fill)
            if not paired:
                if self.lay.mode == "split":
                    self.put(line, places[-1], value, fill)
            elif self.lay.heads == "repeated":
                self.put(line, places[1], value, fill)
            elif self.lay.heads in ("merged", "one cell"):
                self.merge(line, places[0], line, places[1])
            elif fill:
                self.put(line, places[1], None, fill)

    def _part_heads(self, line: int) -> bool:
        if self.two_lines or (self.width == 1 and self.lay.mode != "split"):
            wanted = self.lay.question_head and self.lay.mode in ("alone",) and self.lay.part_heads
            if wanted:
                for place in self.grade_places:
                    self.put(line, place, self.hand.label("grade"), self.hand.head)
                self._question_head(line)
            return wanted
        if not self.lay.part_heads:
            return False
        for place in self.grade_places:
            self.put(line, place, self.hand.label("grade"), self.hand.head)
        for place in self.text_places:
            self.put(line, place, self.hand.label("feedback"), self.hand.head)
        self._question_head(line)
        return True

    def _question_head(self, line: int) -> None:
        if self.lay.question_head:
            self.put(line, self.question_place, self.hand.label("question"), self.hand.head)
            if self.hand.numbering == "column":
                self.put(line, self.number_place, self.hand.label("number"), self.hand.head)
            if self.lay.sections == "beside" and self.section_place != self.question_place:
                self.put(line, self.section_place, "Section", self.hand.head)

    # ---- questions
    def paint_questions(self, line: int, sections: list[tuple[str, int]]) -> int:
        """Paint every question; say the line after the last."""
        if self.lay.mode == "doubled":
            return self._twice(line, len(self.plans[0].boxes))
        first, place, heads = line, 0, self._heads_painted
        for number, (name, size) in enumerate(sections, 1):
            if self.lay.sections == "lines" and not self.lay.turned:
                self.put(line, 0, name, Fill("D9E1F2"))
                if self.hand.rng.random() < 0.6:
                    self.merge(line, 0, line, self.last_place)
                line += 1
            start = line
            for within in range(1, size + 1):
                if heads and self.lay.repeat_heads_every and place and place % self.lay.repeat_heads_every == 0:
                    self._part_heads(line)
                    line += 1
                line = self._question(line, place, number, within)
                place += 1
            if self.lay.sections == "beside" and size:
                self.put(start, self.section_place, name, Fill("E7E6E6"))
                self.merge(start, self.section_place, line - 1, self.section_place)
        places = self.grade_places
        a, b = self.lay.at(first, min(places)), self.lay.at(line - 1, max(places))
        self.hand.add_rules(self.canvas, (*a, *b), address(*a))
        if "banding" in self.hand.dress:
            a, b = self.lay.at(first, self.question_place), self.lay.at(line - 1, self.question_place)
            self.canvas.rules.append(Rule((*a, *b), "formula", "MOD(ROW(),2)=0", BAND))
        if "head notes" in self.hand.dress and first:
            self.canvas.put(
                *self.lay.at(0, self.grade_places[0]),
                note="Use the drop-down: Outstanding, Good, Requires improvement, Inadequate",
            )
        return line

    def _twice(self, line: int, count: int) -> int:
        """All the grades, then all the feedback: the questions stand twice, under heads or named again."""
        for part in ("grade", "feedback"):
            start = line
            for place in range(count):
                wording, label = self.plans[0].boxes[place].question, self.hand.number(place + 1)
                named = part == "feedback" and self.lay.sections != "beside"
                shown = (
                    f"{label.rstrip('.:) -')} {self.hand.label('feedback').lower()}" if named else f"{label} {wording}"
                )
                self.put(line, self.question_place, shown, self.hand.head)
                for k, plan in enumerate(self.plans):
                    row, column = self.lay.at(line, self.grade_places[k])
                    box = plan.boxes[place]
                    if part == "grade":
                        self.hand.paint(self.canvas, row, column, box)
                    else:
                        box.feedback_cell = self.canvas.put(row, column, box.feedback or None)
                line += 1
            if self.lay.sections == "beside":
                self.put(start, self.section_place, self.hand.label(part), Fill("E7E6E6"))
                self.merge(start, self.section_place, line - 1, self.section_place)
        return line

    _heads_painted = False

    def _question(self, line: int, place: int, section: int, within: int) -> int:
        wording = self.plans[0].boxes[place].question
        label = self.hand.number(place + 1, section, within)
        shown: object = wording
        if self.hand.numbering == "inline":
            shown = f"{label} {wording}"
        elif self.hand.numbering == "only":
            shown = int(label) if label.isdigit() else label
        elif self.hand.numbering == "column":
            self.put(line, self.number_place, int(label) if label.isdigit() else label)
        plain = QUESTION_FILL if "question fill" in self.hand.dress else None
        fill = self.hand.head if self.lay.turned else plain
        self.put(line, self.question_place, shown, fill)
        last = line + int(self.two_lines)
        if self.two_lines:
            grade_line = last if self.lay.mode == "rows reversed" else line
            text_line = line if self.lay.mode == "rows reversed" else last
            self.put(grade_line, self.question_place + 1, self.hand.label("grade"))
            self.put(text_line, self.question_place + 1, self.hand.label("feedback"))
            if self.lay.heads == "merged":
                self.merge(line, self.question_place, last, self.question_place)
                if self.hand.numbering == "column":
                    self.merge(line, self.number_place, last, self.number_place)
        else:
            grade_line = text_line = line
        for k, plan in enumerate(self.plans):
            self._box(plan.boxes[place], grade_line, self.grade_places[k], text_line, self.text_places[k])
        return last + 1

    def _box(self, box: Box, grade_line: int, grade_place: int, text_line: int, text_place: int) -> None:
        row, column = self.lay.at(grade_line, grade_place)
        self.hand.paint(self.canvas, row, column, box, self.lay.mode)
        if self.lay.mode in ("boxed", "noted"):
            return
        if self.lay.mode == "alone":
            box.feedback, box.planted, box.feedback_cell = "", (), box.cell
            return
        row, column = self.lay.at(text_line, text_place)
        box.feedback_cell = address(row, column)
        fill = self.hand.text_fill(box)
        if box.feedback or fill:
            self.canvas.put(row, column, box.feedback or None, fill)


def head_value(plan: Plan, kind: str, hand: Hand) -> object:
    """What stands in a head for a plan."""
    if kind == "risk":
        return hand.risk(plan)
    if kind == "reviewing":
        return hand.force_inside(plan.reviewing) if plan.reviewing else None
    if kind == "force":
        return hand.force_inside(plan.force)
    if kind == "quarter":
        return hand.quarter(plan.quarter)
    if kind == "dated" and plan.dated:
        return dt.datetime(plan.dated.year, plan.dated.month, plan.dated.day)
    return getattr(plan, kind) or None


def _said(plan: Plan, kind: str, hand: Hand) -> str:
    """A head value in running text, behind its label."""
    value = head_value(plan, kind, hand)
    return f"{hand.label(kind).rstrip(':')}: {f'{value:%d/%m/%Y}' if isinstance(value, dt.datetime) else value}"


def paint_grid(
    canvas: Canvas, plans: list[Plan], hand: Hand, lay: Lay, sections: list[tuple[str, int]]
) -> tuple[int, int]:
    """Paint one table; say the last row and column that it takes."""
    table = _Table(canvas, plans, hand, lay)
    line = table.paint_heads()
    table._heads_painted = lay.part_heads and not table.two_lines and lay.mode in ("pair", "reversed", "split")
    end = table.paint_questions(line, sections)
    return lay.at(end - 1, table.last_place)


def paint_blocks(
    canvas: Canvas, plans: list[Plan], hand: Hand, lay: Lay, sections: list[tuple[str, int]], heading: str, beside: bool
) -> tuple[int, int]:
    """A block of its own for each plan, one under another or side by side; `heading` is `bar` or `pairs`."""
    top, left, last = lay.top, lay.left, (lay.top, lay.left)
    for place, plan in enumerate(plans, 1):
        row = top
        for line in _block_heading(plan, hand, lay, heading, place):
            for offset, value in enumerate(line):
                canvas.put(row, left + offset, value, hand.head if heading == "bar" else None)
            row += 1
        last = paint_grid(
            canvas, [plan], hand, replace(lay, top=row, left=left, lines=(), ordinal_heads="", heads="first"), sections
        )
        if heading == "bar":
            canvas.merge(top, left, top, min(left + 3, last[1]))
        if beside:
            left = last[1] + 2
        else:
            top = last[0] + 1 + hand.rng.randint(1, 3)
    return max(last[0], canvas.last_row), canvas.last_column


def _block_heading(plan: Plan, hand: Hand, lay: Lay, heading: str, place: int) -> Iterable[tuple[object, ...]]:
    if heading == "bar":
        parts = []
        for kind in lay.lines:
            value = head_value(plan, kind, hand)
            parts.append(str(value) if kind == "risk" else _said(plan, kind, hand))
        joint = {"\n": " | ", ", ": ", "}.get(lay.joined, lay.joined)
        yield (f"{lay.ordinal_heads or 'Review'} {place}: " + joint.join(parts),)
        return
    if lay.ordinal_heads:
        yield (f"{lay.ordinal_heads} {place}",)
    for kind in lay.lines:
        yield (f"{hand.label(kind).rstrip(':')}:", head_value(plan, kind, hand))
