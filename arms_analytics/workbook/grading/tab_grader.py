"""From box to grade, tab by tab: by its word, by what its colour means there, or left open until somebody answers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from arms_analytics.vocabulary import NOT_APPLICABLE, OpenQuestion, Problem
from arms_analytics.workbook.cells import Cell
from arms_analytics.workbook.grading.colour_meanings import ColourMeanings
from arms_analytics.workbook.grading.undecided import Undecided
from arms_analytics.workbook.key.key import Key
from arms_analytics.workbook.reader_answers import ReaderAnswers
from arms_analytics.workbook.tables.table import Box
from arms_analytics.workbook.texts import hues
from arms_analytics.workbook.texts.grade_words import GradeWord, GradeWords
from arms_analytics.workbook.texts.shapes import POINTER, PROSE

_WORD = re.compile(r"[^\W\d_]{2}")
_NUMBER = re.compile(r"\s*\d+(?:\.\d+)?\s*")
NEARLY_ALL = 0.95
SELDOM = 0.2


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
    open_questions: list[OpenQuestion] = field(default_factory=list)
    greys: list[Cell] = field(default_factory=list)
    blanks: list[Box] = field(default_factory=list)


class TabGrader:
    """Grades the boxes of one tab. `key` is the tab's own key, `everywhere` the workbook's."""

    def __init__(
        self, sheet: str, force: str, words: GradeWords, key: Key, everywhere: Key, answers: ReaderAnswers
    ) -> None:
        self.words = words.with_key(everywhere.marks | key.marks)
        self._meanings = ColourMeanings(force or sheet, words, key, everywhere, answers)
        self._open = Undecided(sheet, self.words, self._meanings)
        self._bands: set[str] = set()
        self._spelt_out = False
        self._prose_boxes = False

    def grade(self, reviews: Sequence[Sequence[Box]], bands: Sequence[str] = ()) -> TabGrades:
        """The grades of the boxes of these reviews, one after another.

        `bands` are fills that colour whole lines, labels included: no grades.
        """
        boxes = [box for review in reviews for box in review]
        self._bands = set(bands)
        self._spelt_out = _spelt_out(boxes, self.words)
        self._prose_boxes = _hold_prose(boxes, self.words)
        words, colours = list(map(self._word, boxes)), [self._colour(box.grade) for box in boxes]
        for word, colour in zip(words, colours, strict=True):
            if word and word.grade and colour:
                self._meanings.learn(colour, word.grade)
        result = TabGrades()
        for box, word, colour in zip(boxes, words, colours, strict=True):
            result.grades.append(self._one(box, word, colour, result))
        self._doubt_shades(reviews, result)
        result.problems, result.open_questions = self._open.problems(), self._open.open_questions()
        return result

    def _doubt_shades(self, reviews: Sequence[Sequence[Box]], result: TabGrades) -> None:
        """Note the boxes whose colour alone told the grade and may be a shade of another grade's."""
        cells: dict[str, list[Cell]] = defaultdict(list)
        painted: list[set[str]] = []
        start = 0
        for review in reviews:
            told = result.grades[start : start + len(review)]
            start += len(review)
            by_hue = [
                (c, c.colour) for c, g in zip((b.grade for b in review), told, strict=True) if c and g.by == "hue"
            ]
            painted.append({colour for _, colour in by_hue if colour})
            for cell, colour in by_hue:
                cells[colour or ""].append(cell)
        for colour, grade in self._meanings.shades(painted).items():
            self._open.shades[colour] = (grade, cells[colour])

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
        plain_fill = cell.colour in self._bands or cell.colour in hues.PLAIN
        return None if plain_fill and self._meanings.in_key(cell.colour) is None else cell.colour

    def _one(self, box: Box, word: GradeWord | None, colour: str | None, result: TabGrades) -> Graded:
        cell = box.grade
        if cell is None:
            result.blanks.append(box)
            return Graded(None)
        if word is not None and word.doubtful:
            self._open.unread.append((cell, word.doubtful))
            return Graded(None)
        if word is not None and word.grade is not None:
            self._compare(cell, word.grade, colour)
            return Graded(word.grade, "word", self._rest(box, cell, word))
        if _NUMBER.fullmatch(cell.text) and self.words.numbered:
            self._open.unread.append((cell, f"“{cell.text.strip()}” is none of the key's numbers"))
            return Graded(None)
        if colour is not None:
            return self._by_colour(box, cell, colour, result)
        return self._without_colour(box, cell, word, result)

    def _rest(self, box: Box, cell: Cell, word: GradeWord) -> str:
        """What a box says besides its grade's word; "Good." among boxes of feedback is some itself."""
        if not box.in_box:
            return "" if POINTER.match(word.rest) else word.rest
        praise = self._prose_boxes and not self._spelt_out and word.grade != NOT_APPLICABLE
        return word.rest or (cell.text if praise else "")

    def _without_colour(self, box: Box, cell: Cell, word: GradeWord | None, result: TabGrades) -> Graded:
        if cell.unsettled:
            self._open.unsettled.append(cell)
        elif cell.formula_without_value:
            self._open.unread.append((cell, "its formula has no stored result: open the workbook in Excel and save it"))
        elif cell.text and word is None and not box.in_box and len(cell.text) <= PROSE:
            if _NUMBER.fullmatch(cell.text):
                self._open.numbers.append(cell)
            else:
                self._open.unread.append((cell, f"“{cell.text.strip()}” is no grade"))
        else:
            result.blanks.append(box)
        return Graded(None, "", _prose(box, cell))

    def _by_colour(self, box: Box, cell: Cell, colour: str, result: TabGrades) -> Graded:
        grade, by = self._meanings.of(colour)
        if grade is None and by == hues.NEUTRAL:
            result.greys.append(cell)
        elif grade is None and by != "answer":
            self._open.colours[colour].append(cell)
        return Graded(grade, by, _prose(box, cell))

    def _compare(self, cell: Cell, grade: str, colour: str | None) -> None:
        """Hold the box's word against what its colour means; a grey that no key explains says nothing."""
        if colour is None or (hues.hue(colour) == hues.NEUTRAL and self._meanings.in_key(colour) is None):
            return
        means, by = self._meanings.by_others(colour, grade)
        if means is not None and means != grade:
            self._open.contradicted(cell, colour, means, by)


def _prose(box: Box, cell: Cell) -> str:
    """The feedback that stands in the grade's own cell: "OK." is some, a tick or a number is none."""
    text = cell.value if isinstance(cell.value, str) else cell.text
    return text if box.in_box or len(cell.text) > PROSE or _WORD.search(cell.text) else ""


def _spelt_out(boxes: Sequence[Box], words: GradeWords) -> bool:
    """Whether boxes that hold the feedback begin with the grade's word, nearly all of them: "Good: clear rationale"."""
    texts = [box.grade.text for box in boxes if not box.feedback and box.grade is not None and box.grade.text]
    return bool(texts) and sum(words.leading(text) is not None for text in texts) >= NEARLY_ALL * len(texts)


def _hold_prose(boxes: Sequence[Box], words: GradeWords) -> bool:
    """Whether boxes that hold the feedback tell their grade by colour alone, nearly all of them."""
    texts = [box.grade.text for box in boxes if box.in_box and box.grade is not None and box.grade.text]
    graded = [
        word for text in texts if (word := words.read(text)) is not None and word.grade not in (None, NOT_APPLICABLE)
    ]
    return len(graded) <= SELDOM * len(texts)
