"""One author's hand: the words, colours, labels and numbering that a workbook keeps to."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tests.workbook.wild import wordings
from tests.workbook.wild.canvas import Canvas, Fill, Rule
from tests.workbook.wild.palettes import GREYS, Palette
from tests.workbook.wild.truth import GRADES, RISKS, Box, Plan

DRESSES = ("risk colours", "head notes", "question fill", "both coloured", "text fill", "banding", "formula counts")
RISK_COLOURS = {"low": "92D050", "medium": "FFFF00", "high": "FFC000", "very_high": "FF0000"}
TEXT_FILL, QUESTION_FILL, BAND = Fill("F2F2F2"), Fill("E2EFDA"), Fill("DDEBF7")


@dataclass
class Hand:
    """`words` names a row of GRADE_WORDS or NUMBERS, empty for colour only; `palette` is None for words only.

    `by_rule` paints colours by conditional format over the words. `numbering` is `none`, `inline`, `column` or `only`.
    """

    rng: random.Random
    palette: Palette | None
    words: str
    by_rule: str = ""
    risks: tuple[str, ...] = wordings.RISK_WORDS["plain"]
    names: tuple[str, ...] = wordings.FORCES
    names_inside: tuple[str, ...] = wordings.FORCES
    numbering: str = "none"
    number_style: str = "{n}"
    head: Fill | None = None
    grey: str = GREYS[0]
    signed_notes: str = ""
    quarter_style: int = 0
    dress: frozenset[str] = frozenset()
    labels: dict[str, str] = field(default_factory=dict)

    def label(self, kind: str) -> str:
        """The word this author uses for a kind of thing; the same throughout a tab."""
        return self.labels.setdefault(kind, self.rng.choice(wordings.LABELS[kind]))

    def fresh_labels(self) -> None:
        """Another tab, another person's labels."""
        self.labels = {}

    def head_fill(self, kind: str, plan: Plan) -> Fill | None:
        """Some colour the risk level in its own traffic lights."""
        if kind == "risk" and "risk colours" in self.dress:
            return Fill(RISK_COLOURS[plan.risk])
        return self.head

    def text_fill(self, box: Box) -> Fill | None:
        """The fill of a feedback cell: that of its grade, a plain one, or none."""
        if "both coloured" in self.dress and not self.by_rule:
            return self._fill(box)
        return TEXT_FILL if "text fill" in self.dress else None

    def risk(self, plan: Plan) -> str:
        return self.risks[RISKS.index(plan.risk)]

    def force_inside(self, name: str) -> str:
        return self.names_inside[wordings.FORCES.index(name)]

    def tab(self, name: str) -> str:
        return self.names[wordings.FORCES.index(name)]

    def quarter(self, key: str) -> str:
        return wordings.quarter_wordings(key)[self.quarter_style]

    def number(self, place: int, section: int = 1, within: int = 1) -> str:
        return self.number_style.format(n=place, s=section, w=within, letter="ABCDEFGH"[(section - 1) % 8])

    def word(self, grade: str) -> object:
        place = GRADES.index(grade)
        if self.words in wordings.NUMBERS:
            return wordings.NUMBERS[self.words][place]
        return self.rng.choice(wordings.GRADE_WORDS[self.words][place])

    def paint(self, canvas: Canvas, row: int, column: int, box: Box, how: str = "") -> None:
        """Paint a grade box; `boxed` puts the feedback into it, `noted` hangs the feedback on it as a note."""
        value, fill = self._value(box), self._fill(box)
        if how == "boxed":
            spoken = box.grade == "not_applicable" and value and not box.feedback
            value = value if spoken else (box.feedback or None)
            if box.grade == "not_applicable" and not spoken:
                box.accept = ("not_applicable", None)
        note = ""
        if how == "noted" and box.feedback:
            note = f"{self.signed_notes}:\n{box.feedback}" if self.signed_notes else box.feedback
        if value is None and fill is None and not note:
            fill = None
        box.cell = canvas.put(row, column, value, fill, note=note)
        box.word = "" if value is None else str(value)
        if how in ("boxed", "noted"):
            box.feedback_cell = box.cell

    def _value(self, box: Box) -> object:
        if box.word:
            return box.word
        if box.grade is None or not self.words:
            return None
        if box.grade == "not_applicable":
            return self.rng.choice(wordings.NOT_APPLICABLE)
        return self.word(box.grade)

    def _fill(self, box: Box) -> Fill | None:
        if box.swatch:
            return Fill(box.swatch)
        if self.palette is None or self.by_rule or box.grade is None:
            return None
        if box.grade == "not_applicable":
            if not self.words:
                box.accept = ("not_applicable", None)
            return Fill(self.grey)
        fill = self.palette[box.grade]
        box.swatch = ""
        return fill

    def add_rules(self, canvas: Canvas, area: tuple[int, int, int, int], corner: str) -> None:
        """The conditional formats that colour the grade words of an area."""
        if not self.by_rule or self.palette is None:
            return
        for grade in GRADES:
            said = self.word(grade)
            fill = Fill(self.palette[grade].rgb)
            quoted = str(said) if isinstance(said, int) else f'"{said}"'
            what = {
                "is": quoted,
                "contains": str(said),
                "begins": str(said),
                "formula": f"{corner}={quoted}",
                "search": f'ISNUMBER(SEARCH("{said}",{corner}))',
            }[self.by_rule]
            canvas.rules.append(Rule(area, "formula" if self.by_rule == "search" else self.by_rule, what, fill))
