"""The workbook's own key: which colour, number or letter stands for which grade, on the tab or on a tab of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from arms_analytics.workbook.cells import Place, Sheet
from arms_analytics.workbook.key.entries import KeyEntry, names_a_colour, not_applicable, runs, sentences
from arms_analytics.workbook.key.extent import apart, is_headed, is_whole
from arms_analytics.workbook.key.questions_beside import Elsewhere
from arms_analytics.workbook.texts.grade_words import GradeWords
from arms_analytics.workbook.texts.plain import plain

SMALL = 60
"""A tab of its own for the key holds no more cells."""


@dataclass(slots=True)
class Key:
    """Colours and marks with their grades. What two entries say differently is in `disputed` and in neither map."""

    colours: dict[str, str] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    disputed: set[str] = field(default_factory=set)
    places: set[Place] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.colours or self.marks)

    def add(self, entries: Iterable[KeyEntry]) -> None:
        """Take these entries in."""
        for entry in entries:
            self.places |= set(entry.places)
            for colour in entry.colours:
                _agree(self.colours, colour, entry.grade, self.disputed)
            for mark in entry.marks:
                _agree(self.marks, plain(mark), entry.grade, self.disputed)


def _agree(known: dict[str, str], what: str, grade: str, disputed: set[str]) -> None:
    if what in disputed or known.get(what, grade) != grade:
        known.pop(what, None)
        disputed.add(what)
    else:
        known[what] = grade


@dataclass(frozen=True, slots=True)
class Likely:
    """A run of entries on a tab: its places if it is apart, whether it is plainly a key, or lists the whole scale."""

    sheet: str
    run: list[KeyEntry]
    headed: bool
    small: bool
    whole: bool
    alone: set[Place]


def likely(sheets: list[Sheet], words: GradeWords) -> list[Likely]:
    """Whatever looks like a key, on all tabs."""
    elsewhere = Elsewhere(sheets, words)
    told = [
        Likely(sheet.name, run, True, len(sheet.cells) <= SMALL, True, {run[0].place})
        for sheet in sheets
        for run in sentences(sheet, words)
    ]
    return told + [_likely(sheet, run, words, elsewhere) for sheet in sheets for run in runs(sheet, words)]


def _likely(sheet: Sheet, run: list[KeyEntry], words: GradeWords, elsewhere: Elsewhere) -> Likely:
    alone = apart(sheet, run, words, elsewhere)
    known = {place for entry in run for place in entry.places}
    rest = [not_applicable(sheet.cells[place], words) for place in sorted(alone - known)]
    whole = [*run, *(entry for entry in rest if entry is not None)]
    small = len(sheet.cells) <= SMALL
    headed = is_headed(sheet, run) or all(map(names_a_colour, run))
    return Likely(sheet.name, whole, headed, small, is_whole(run, words), alone)


def of_workbook(found: list[Likely], without_tables: Collection[str] = ()) -> tuple[Key, dict[str, Key]]:
    """The key that tabs of their own give to all, and each tab's own key, by tab name.

    `without_tables` are tabs known to hold no reviews: what lists the whole scale there is a key.
    """
    everywhere, own = Key(), defaultdict[str, Key](Key)
    for one in found:
        if (one.sheet in without_tables and (one.whole or one.headed)) or (one.small and one.headed):
            everywhere.add(one.run)
        if one.alone or one.headed:
            own[one.sheet].add(one.run)
            own[one.sheet].places |= one.alone
    return everywhere, own
