"""What a tab's boxes leave open, collected box by box and said once for each kind: problems, and what is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from arms_analytics.vocabulary import NOT_APPLICABLE, OpenQuestion, Problem, Severity
from arms_analytics.workbook.cells import Cell, addresses
from arms_analytics.workbook.grading.colour_meanings import NOT_GRADED, ColourMeanings
from arms_analytics.workbook.texts import hues
from arms_analytics.workbook.texts.grade_words import GradeWords

_BECAUSE = {"words": "boxes of that colour on this tab", "key": "the workbook's key"}


@dataclass(slots=True)
class Undecided:
    """The boxes of one tab that contradict themselves (their word stands) or could not be graded, by kind.

    `contradictions` holds for each word and what speaks against it its boxes; `colours` for each colour that nothing
    explains its boxes; `shades` for each that was read by its hue, though another shade of it may be another grade's,
    that grade and its boxes; `unread` a box and why its text is no grade.
    """

    sheet: str
    words: GradeWords
    meanings: ColourMeanings
    contradictions: dict[tuple[str, str], list[Cell]] = field(default_factory=lambda: defaultdict(list))
    colours: dict[str, list[Cell]] = field(default_factory=lambda: defaultdict(list))
    shades: dict[str, tuple[str, list[Cell]]] = field(default_factory=dict)
    unread: list[tuple[Cell, str]] = field(default_factory=list)
    unsettled: list[Cell] = field(default_factory=list)
    numbers: list[Cell] = field(default_factory=list)

    def contradicted(self, cell: Cell, colour: str, means: str, by: str) -> None:
        """The box's word says one grade, its colour by this evidence another."""
        name = "not applicable" if means == NOT_APPLICABLE else self.words.scale[means].name.lower()
        why = f"the colour #{colour} means {name} by {_BECAUSE.get(by, 'its hue')}"
        self.contradictions[cell.text.strip(), why].append(cell)

    def problems(self) -> list[Problem]:
        """What must be said, each kind with all its cells."""
        said = [self._contradiction(word, why, cells) for (word, why), cells in self.contradictions.items()]
        said += [self._ambiguous(colour, cells) for colour, cells in self.colours.items()]
        said += [self._shade(colour, grade, cells) for colour, (grade, cells) in self.shades.items()]
        for reason in dict.fromkeys(why for _, why in self.unread):
            cells = {
                cell.address: cell for cell, why in self.unread if why == reason
            }  # one may stand for several boxes
            said.append(self._warn("unreadable_grade", list(cells.values()), f"The grade could not be read: {reason}."))
        if self.unsettled:
            said.append(
                self._warn(
                    "unsettled_colour", self.unsettled,
                    f"The fill of {_boxes(self.unsettled)} could not be told ({self.unsettled[0].unsettled}). "
                    "Write the grade's word into them, or fill them with a plain colour.",
                )
            )  # fmt: skip
        if self.numbers:
            said.append(
                self._warn(
                    "numbers_no_key", self.numbers,
                    f"{_boxes(self.numbers).capitalize()} hold numbers and no key says which grade each number is. "
                    "Add a key such as “1 = Outstanding” and load again.",
                )
            )  # fmt: skip
        return said

    def open_questions(self) -> list[OpenQuestion]:
        """What a person is asked: once for each colour which grade it means."""
        grades = (grade.key for grade in reversed(self.words.scale.grades))
        choices = (*grades, NOT_APPLICABLE, NOT_GRADED)
        return [
            OpenQuestion(
                key=self.meanings.question_key(colour),
                kind="colour",
                sheet=self.sheet,
                cell=addresses(cells),
                text=f"Which grade does #{colour} mean on tab {self.sheet.strip()} ({_boxes(cells)})?",
                choices=choices,
                suggestion=self.meanings.suggestion(colour),
                colour=colour,
                boxes=len(cells),
            )
            for colour, cells in (self.colours | {colour: cells for colour, (_, cells) in self.shades.items()}).items()
        ]

    def _contradiction(self, word: str, why: str, cells: list[Cell]) -> Problem:
        """Once for all boxes of that word and colour: a whole tab may be painted so."""
        boxes = "The box says" if len(cells) == 1 else f"{_boxes(cells).capitalize()} say"
        return self._warn(
            "contradiction", cells,
            f"{boxes} “{word}” but {why}. The word was taken; correct the word or the colour.",
        )  # fmt: skip

    def _ambiguous(self, colour: str, cells: list[Cell]) -> Problem:
        between = "lies between two grades" if hues.hue(colour) == hues.ASK else "is no grade's colour"
        return self._warn(
            "ambiguous_colour", cells,
            f"The colour #{colour} of {_boxes(cells)} {between}, and nothing else tells which grade. Not graded: "
            "answer which grade it means, or write the word in.",
        )  # fmt: skip

    def _shade(self, colour: str, grade: str, cells: list[Cell]) -> Problem:
        return self._warn(
            "two_shades", cells,
            f"The colour #{colour} of {_boxes(cells)} was read as {self.words.scale[grade].name.lower()} by its hue, "
            "but another shade of it stands in the same review and a neighbouring grade has no colour on this tab. If "
            "the two are two grades, answer which grade it means, or write the words in.",
        )  # fmt: skip

    def _warn(self, code: str, cells: Sequence[Cell], message: str) -> Problem:
        return Problem(Severity.WARNING, code, self.sheet, addresses(cells), message)


def _boxes(cells: Sequence[Cell]) -> str:
    return "1 box" if len(cells) == 1 else f"{len(cells)} boxes"
