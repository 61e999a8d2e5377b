"""From box to grade, tab by tab, in the order of evidence: word, boxes with both, the workbook's key, hue, a person.

A colour may mean two grades in two hands, so nothing learnt on one tab decides on another. What stays undecided is
asked once per colour and tab; the box is left ungraded until it is answered.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from arms_analytics.vocabulary import NOT_APPLICABLE, OpenQuestion, Problem, Severity
from arms_analytics.workbook import hues
from arms_analytics.workbook.answers import Answers
from arms_analytics.workbook.cells import Cell
from arms_analytics.workbook.key import Key
from arms_analytics.workbook.tables.natures import POINTER, PROSE
from arms_analytics.workbook.tables.table import Box
from arms_analytics.workbook.words import GradeWord, GradeWords

NOT_GRADED = "not_graded"
"""The answer that a colour means no grade."""
_WORD = re.compile(r"[^\W\d_]{2}")
AGREEMENT = 0.95
SELDOM = 0.2
ENOUGH = 3
"""So many boxes with word and colour tell what the colour means on this tab; fewer, if nothing contradicts them."""


@dataclass(slots=True)
class Graded:
    """What became of one box: its grade, by which evidence, and the words that its cell holds besides."""

    grade: str | None
    by: str = ""
    words: str = ""


@dataclass(slots=True)
class TabGrades:
    """The grades of a tab's boxes (in the order given), and what must be said or asked about them."""

    grades: list[Graded] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    questions: list[OpenQuestion] = field(default_factory=list)
    greys: list[Cell] = field(default_factory=list)
    blanks: list[Box] = field(default_factory=list)


def scale_hues(words: GradeWords) -> dict[str, str]:
    """Which grade a hue means: that of the step which the network's scale draws in it."""
    found: dict[str, str] = {}
    drawn = {"yellow": "outstanding", "green": "good", "amber": "requires_improvement", "red": "inadequate"}
    for grade in words.scale:
        for spelling in grade.spellings:
            if spelling in drawn:
                found[spelling] = grade.key
    for name, key in drawn.items():
        if key in words.scale:
            found.setdefault(name, key)
    return found


def _named_hues(key: Key) -> dict[str, str]:
    """The hues whose names a key gives to grades: "yellow = Requires improvement"."""
    alike = {"orange": "amber", "gold": "yellow"}
    return {alike[name]: grade for name, grade in key.marks.items() if name in alike} | {
        name: grade for name, grade in key.marks.items() if name in {"yellow", "green", "amber", "red"}
    }


class TabGrader:
    """Grades the boxes of one tab. `key` is the tab's own key, `everywhere` the workbook's."""

    def __init__(self, sheet: str, force: str, words: GradeWords, key: Key, everywhere: Key, answers: Answers) -> None:
        self.sheet = sheet
        self.force = force or sheet
        self.words = words.with_key(everywhere.marks | key.marks)
        self._keys = (key, everywhere)
        self._answers = answers
        self._hues = scale_hues(words) | _named_hues(everywhere) | _named_hues(key)
        self._both: dict[str, Counter[str]] = defaultdict(Counter)
        self._asked: dict[str, list[Cell]] = defaultdict(list)
        self._numbers: list[Cell] = []
        self._unread: list[tuple[Cell, str]] = []
        self._unsettled: list[Cell] = []
        self._contradicted: list[Problem] = []
        self._bands: set[str] = set()
        self._others: dict[tuple[str, str], tuple[str | None, str]] = {}
        self._spelt_out = False
        self._prose_boxes = False

    def grade(self, boxes: Sequence[Box], bands: Sequence[str] = ()) -> TabGrades:
        """The grades of these boxes. `bands` are fills that colour whole lines, labels included: no grades."""
        self._bands = set(bands)
        self._spelt_out = _spelt_out(boxes, self.words)
        self._prose_boxes = _hold_prose(boxes, self.words)
        words, colours = list(map(self._word, boxes)), [self._colour(box.grade) for box in boxes]
        for word, colour in zip(words, colours, strict=True):
            if word and word.grade and colour:
                self._both[colour][word.grade] += 1
        result = TabGrades()
        for box, word, colour in zip(boxes, words, colours, strict=True):
            result.grades.append(self._one(box, word, colour, result))
        self._report(result)
        return result

    def _word(self, box: Box) -> GradeWord | None:
        """What the box's text says. In a box that holds the feedback only a bare word counts, or one set before it."""
        if box.grade is None or not box.grade.text:
            return None
        word = self.words.read(box.grade.text)
        if word is not None and (not word.rest or not box.in_box):
            return word
        return self.words.leading(box.grade.text) if self._spelt_out else None

    def _colour(self, cell: Cell | None) -> str | None:
        """Its fill, where it may mean a grade: no stripe, and neither white nor black unless the key has them."""
        if cell is None or not cell.colour:
            return None
        plain_fill = cell.colour in self._bands or cell.colour in ("FFFFFF", "000000")
        return None if plain_fill and self._in_key(cell.colour) is None else cell.colour

    def _in_key(self, colour: str) -> str | None:
        return next((key.colours[colour] for key in self._keys if colour in key.colours), None)

    def meaning(self, colour: str) -> tuple[str | None, str]:
        """(grade, evidence) of a colour on this tab; (None, why) where it does not say."""
        answer = self._answers.get(self._question_key(colour))
        if answer:
            return (None if answer == NOT_GRADED else answer), "answer"
        seen = self._both.get(colour)
        if seen:
            grade, count = seen.most_common(1)[0]
            agrees = count >= AGREEMENT * seen.total()
            if agrees and (count >= ENOUGH or self._weaker(colour)[0] in (None, grade)):
                return grade, "words"
        return self._weaker(colour)

    def _weaker(self, colour: str) -> tuple[str | None, str]:
        keyed = self._in_key(colour)
        if keyed is not None:
            return keyed, "key"
        hue = hues.hue(colour)
        if hue in self._hues:
            return self._hues[hue], "hue"
        return None, hue

    def _one(self, box: Box, word: GradeWord | None, colour: str | None, result: TabGrades) -> Graded:
        cell = box.grade
        if cell is None:
            result.blanks.append(box)
            return Graded(None)
        if word is not None and word.doubtful:
            self._unread.append((cell, word.doubtful))
            return Graded(None)
        if word is not None and word.grade is not None:
            self._compare(cell, word.grade, colour)
            return Graded(word.grade, "word", self._rest(box, word))
        if colour is not None:
            return self._by_colour(box, cell, colour, result)
        return self._without_colour(box, cell, word, result)

    def _rest(self, box: Box, word: GradeWord) -> str:
        """What a box says besides its grade's word; "Good." among boxes of feedback is some itself."""
        if not box.in_box:
            return "" if word.rest and POINTER.match(word.rest) else word.rest
        praise = (
            self._prose_boxes
            and not self._spelt_out
            and box.grade is not None
            and word.grade != NOT_APPLICABLE
            and not word.rest
        )
        return box.grade.text if praise and box.grade is not None else word.rest

    def _without_colour(self, box: Box, cell: Cell, word: GradeWord | None, result: TabGrades) -> Graded:
        if cell.unsettled:
            self._unsettled.append(cell)
        elif cell.formula_without_value:
            self._unread.append((cell, "its formula has no stored result: open the workbook in Excel and save it"))
        elif cell.text and word is None and not box.in_box and len(cell.text) <= PROSE:
            if re.fullmatch(r"\s*\d+(?:\.\d+)?\s*", cell.text):
                self._numbers.append(cell)
            else:
                self._unread.append((cell, f"“{cell.text.strip()}” is no grade"))
        else:
            result.blanks.append(box)
        return Graded(None, "", _prose(box, cell))

    def _by_colour(self, box: Box, cell: Cell, colour: str, result: TabGrades) -> Graded:
        grade, by = self.meaning(colour)
        if grade is None and by == hues.NEUTRAL:
            result.greys.append(cell)
        elif grade is None and by != "answer":
            self._asked[colour].append(cell)
        return Graded(grade, by, _prose(box, cell))

    def _compare(self, cell: Cell, word: str, colour: str | None) -> None:
        if colour is None or (hues.hue(colour) == hues.NEUTRAL and self._in_key(colour) is None):
            return
        if (colour, word) not in self._others:
            self._others[colour, word] = self._said_by_others(colour, word)
        says, by = self._others[colour, word]
        if says is None or says == word:
            return
        because = {"words": "boxes of that colour on this tab", "key": "the workbook's key"}.get(by, "its hue")
        self._contradicted.append(
            Problem(
                Severity.WARNING,
                "contradiction",
                self.sheet,
                cell.address,
                f"The box says “{cell.text.strip()}” but its colour #{colour} means {self._name(says)} by {because}. "
                "The word was taken; correct the word or the colour.",
            )
        )

    def _said_by_others(self, colour: str, word: str) -> tuple[str | None, str]:
        """What a colour means by the other boxes of that colour, one box with this word left out."""
        seen = self._both[colour] - Counter([word])
        others, count = (seen.most_common(1) or [("", 0)])[0]
        return (others, "words") if count >= ENOUGH and count >= 0.6 * seen.total() else self._weaker(colour)

    def _report(self, result: TabGrades) -> None:
        result.problems += self._contradicted
        for colour, cells in self._asked.items():
            result.problems.append(self._ambiguous(colour, cells))
            result.questions.append(self._question(colour, cells))
        for cell, why in self._unread:
            result.problems.append(self._warn("unreadable_grade", [cell], f"The grade could not be read: {why}."))
        if self._unsettled:
            result.problems.append(
                self._warn(
                    "unsettled_colour", self._unsettled,
                    f"The fill of {_boxes(self._unsettled)} could not be told ({self._unsettled[0].unsettled}). "
                    "Write the grade's word into them, or fill them with a plain colour.",
                )
            )  # fmt: skip
        if self._numbers:
            result.problems.append(
                self._warn(
                    "numbers_no_key", self._numbers,
                    f"{_boxes(self._numbers).capitalize()} hold numbers and no key says which grade each number is. "
                    "Add a key such as “1 = Outstanding” and load again.",
                )
            )  # fmt: skip

    def _ambiguous(self, colour: str, cells: list[Cell]) -> Problem:
        between = "lies between two grades" if hues.hue(colour) == hues.ASK else "is no grade's colour"
        return self._warn(
            "ambiguous_colour", cells,
            f"The colour #{colour} of {_boxes(cells)} {between}, and nothing else tells which grade. Not graded: "
            "answer which grade it means, or write the word in.",
        )  # fmt: skip

    def _question(self, colour: str, cells: list[Cell]) -> OpenQuestion:
        return OpenQuestion(
            key=self._question_key(colour),
            kind="colour",
            sheet=self.sheet,
            cell=places(cells),
            text=f"Which grade does #{colour} mean on tab {self.sheet.strip()} ({_boxes(cells)})?",
            choices=(*(grade.key for grade in reversed(self.words.scale.grades)), NOT_APPLICABLE, NOT_GRADED),
            suggestion=self._suggestion(colour),
            colour=colour,
            boxes=len(cells),
        )

    def _suggestion(self, colour: str) -> str:
        """The grade whose colour on this tab is missing among its neighbours in hue; otherwise the nearer one."""
        hue = hues.oklch(colour).hue
        if hues.hue(colour) != hues.ASK:
            return ""
        pairs = {(33, 45): ("red", "amber"), (45, 103): ("amber", "yellow"), (103, 125): ("yellow", "green")}
        low, high = next((names for (a, b), names in pairs.items() if a <= hue < b), ("amber", "yellow"))
        present = {hues.hue(seen) for seen in self._settled}
        if (low in present) != (high in present):
            return self._hues.get(high if low in present else low, "")
        return ""

    @property
    def _settled(self) -> set[str]:
        return set(self._both) | {colour for key in self._keys for colour in key.colours}

    def _question_key(self, colour: str) -> str:
        return f"colour/{self.force}/{colour}"

    def _name(self, grade: str) -> str:
        return "not applicable" if grade == NOT_APPLICABLE else self.words.scale[grade].name.lower()

    def _warn(self, code: str, cells: Sequence[Cell], message: str) -> Problem:
        return Problem(Severity.WARNING, code, self.sheet, places(cells), message)


def _prose(box: Box, cell: Cell) -> str:
    """The feedback that stands in the grade's own cell: "OK." is some, a tick or a number is none."""
    text = cell.value if isinstance(cell.value, str) else cell.text
    return text if box.in_box or len(cell.text) > PROSE or _WORD.search(cell.text) else ""


def places(cells: Sequence[Cell]) -> str:
    """Their addresses: `C18, G33`."""
    return ", ".join(cell.address for cell in cells)


def _boxes(cells: Sequence[Cell]) -> str:
    return "1 box" if len(cells) == 1 else f"{len(cells)} boxes"


def _spelt_out(boxes: Sequence[Box], words: GradeWords) -> bool:
    """Whether boxes that hold the feedback begin with the grade's word, nearly all of them: "Good: clear rationale"."""
    texts = [box.grade.text for box in boxes if not box.feedback and box.grade is not None and box.grade.text]
    return bool(texts) and sum(words.leading(text) is not None for text in texts) >= AGREEMENT * len(texts)


def _hold_prose(boxes: Sequence[Box], words: GradeWords) -> bool:
    """Whether boxes that hold the feedback tell their grade by colour alone, nearly all of them."""
    texts = [box.grade.text for box in boxes if box.in_box and box.grade is not None and box.grade.text]
    graded = [
        word for text in texts if (word := words.read(text)) is not None and word.grade not in (None, NOT_APPLICABLE)
    ]
    return len(graded) <= SELDOM * len(texts)
