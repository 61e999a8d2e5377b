"""The workbook's own key: which colour, number or letter stands for which grade, on the tab or on a tab of its own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from arms_analytics.vocabulary import NOT_APPLICABLE
from arms_analytics.workbook.cells import Cell, Sheet
from arms_analytics.workbook.labels import label, said
from arms_analytics.workbook.words import GradeWords, plain, risk_level

_HEADING = re.compile(
    r"\b(?:key|legend|guide|guidance|colour code|colou?rs?|meaning|means|definitions?|hmicfrs gradings?)\b"
)
_TAB = re.compile(
    r"\b(?:key|legend|guide|guidance|notes|lookup|grading|grades|definitions?|instructions?|read ?me|help)\b"
)
_MARK = r"[A-Za-z]{1,3}\d?|\d{1,2}"
_MARK_FIRST = re.compile(rf"\s*\(?({_MARK})\)?\s*(?:=|:|-|–|—|\.|\)|->|→|\bis\b|\s)\s*([A-Za-z][^=]{{2,40}}?)\s*$")
_MARK_LAST = re.compile(rf"\s*([A-Za-z][^=]{{2,40}}?)\s*(?:=|:|-|–|—|\(|->|→)\s*({_MARK})\)?\s*$")
_NEXT_BUT_ONE = ((0, -2), (0, 2), (-2, 0), (2, 0))
LARGEST = 6
"""So many cells a line has a key with all that belongs to it; what touches more is part of a table."""
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a key."""

    grade: str
    place: Place
    marks: tuple[str, ...]
    colours: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(slots=True)
class Key:
    """Colours and marks with their grades. What two entries say differently is in `disputed` and in neither map."""

    colours: dict[str, str] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    disputed: set[str] = field(default_factory=set)
    places: set[Place] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.colours or self.marks)

    def add(self, entries: Iterable[Entry]) -> None:
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


def runs(sheet: Sheet, words: GradeWords) -> list[list[Entry]]:
    """Whatever looks like a key: three or more different grades named in adjacent cells, each once."""
    named = {place: name for place, cell in sheet.cells.items() if cell.text and (name := _names(cell.text, words))}
    keys: list[list[Entry]] = []
    for step in ((1, 0), (0, 1)):
        for place in sorted(named):
            if (place[0] - step[0], place[1] - step[1]) in named:
                continue
            run = [place]
            while (after := _after(named, run[-1], step)) is not None:
                run.append(after)
            grades = [named[p][0] for p in run]
            scale = {grade for grade in grades if grade != NOT_APPLICABLE}
            if len(scale) >= min(3, len(words.scale.grades)) and len(grades) == len(set(grades)):
                keys.append(_with_plausible_marks([_entry(sheet, named[p], p, step) for p in run], sheet))
    return keys


def _after(named: dict[Place, tuple[str, str]], place: Place, step: Place) -> Place | None:
    after = (place[0] + step[0], place[1] + step[1])
    return after if after in named else None


def _names(text: str, words: GradeWords) -> tuple[str, str] | None:
    """(grade, mark) of an entry's text: "Outstanding", "O = Outstanding", "Good (2)", "N/A"."""
    if len(text) > 60:
        return None
    for pattern, name, mark in ((_MARK_FIRST, 2, 1), (_MARK_LAST, 1, 2)):
        match = pattern.match(text)
        if match and (grade := words.named(match[name])):
            return grade.key, match[mark]
    bare = words.named(text)
    if bare:
        return bare.key, ""
    said = words.read(text)
    return (NOT_APPLICABLE, "") if said and said.grade == NOT_APPLICABLE and not said.rest else None


def _entry(sheet: Sheet, named: tuple[str, str], place: Place, step: Place) -> Entry:
    marks = [named[1]] if named[1] else []
    colours, places = [], [place]
    own = sheet.cells[place]
    if own.colour and own.colour not in ("FFFFFF", "000000"):
        colours.append(own.colour)
    sides = [(0, -1), (0, 1), (0, -2)] if step == (1, 0) else [(-1, 0), (1, 0), (0, -1)]
    for down, right in sides:
        cell = sheet.cells.get((place[0] + down, place[1] + right))
        if cell is None:
            continue
        if (down, right) == (0, -2) and not (marks and (place[0], place[1] - 1) in places):
            continue  # swatch, mark, name; two columns off anything else is no part of the key
        if not colours and cell.colour and cell.colour != "FFFFFF" and cell.text.strip() in ("", *marks):
            colours.append(cell.colour)
            places.append((cell.row, cell.column))
        if not marks and _is_mark(cell):
            marks.append(cell.text.strip())
            places.append((cell.row, cell.column))
    return Entry(named[0], place, tuple(marks), tuple(colours), tuple(places))


def _with_plausible_marks(run: list[Entry], sheet: Sheet) -> list[Entry]:
    """Marks beside the names count only if they make a scale (1 to 4, or letters): not the counts in a summary."""
    if _all_in_one(sheet, run):
        return run
    marks = [mark for entry in run if entry.grade != NOT_APPLICABLE for mark in entry.marks[:1]]
    steps = sum(entry.grade != NOT_APPLICABLE for entry in run)
    digits = sorted(int(mark) for mark in marks if mark.isdigit())
    counts_up = len(digits) == steps and digits in (list(range(steps)), list(range(1, steps + 1)))
    letters = len(marks) == steps == len(set(marks)) and not digits and not all(map(risk_level, marks))
    return run if counts_up or letters else [replace(entry, marks=()) for entry in run]


def _is_mark(cell: Cell) -> bool:
    return bool(re.fullmatch(_MARK, cell.text.strip()))


def is_headed(sheet: Sheet, run: list[Entry]) -> bool:
    """Whether the run is plainly a key: its tab's name, its heading, or its "1 = Outstanding" form says so."""
    if _TAB.search(plain(sheet.name)) or (sum(bool(entry.marks) for entry in run) >= 3 and _all_in_one(sheet, run)):
        return True
    if _has_boxes_beside(sheet, run):
        return False
    top, left = run[0].place
    for line in range(top, top - 4, -1):
        for column in range(left, left - 3, -1):
            cell = sheet.cells.get((line, column))
            if (
                cell
                and cell.text
                and len(cell.text) < 60
                and _HEADING.search(plain(cell.text))
                and label(cell.text) != "grade"
                and (line, column) != (top, left)
                and not label(cell.text)
            ):
                return True
    return False


def _is_headed_as_boxes(sheet: Sheet, run: list[Entry]) -> bool:
    """Whether it stands below one of several "Grade"s, or a risk level: the first three boxes that somebody filled."""
    top, column = run[0].place
    above = next((row for row in range(top - 1, 0, -1) if (row, column) in sheet.cells), 0)
    if not above:
        return False
    heads = [said(cell.text) for place, cell in sheet.cells.items() if place[0] == above and cell.text]
    graded = said(sheet.cells[above, column].text).label == "grade" and sum(head.label == "grade" for head in heads) > 1
    return graded or said(sheet.cells[above, column].text).risk is not None


def _has_boxes_beside(sheet: Sheet, run: list[Entry]) -> bool:
    """Whether other cells of the run's colours stand next to it but one: boxes of a table, with feedback between."""
    colours = {colour for entry in run for colour in entry.colours}
    mine = {place for entry in run for place in entry.places}
    around = {(row + down, column + right) for row, column in mine for down, right in _NEXT_BUT_ONE} - mine
    return sum((cell := sheet.cells.get(place)) is not None and cell.colour in colours for place in around) > 1


def _all_in_one(sheet: Sheet, run: list[Entry]) -> bool:
    texts = Counter(cell.text for cell in sheet.cells.values())
    return all(
        texts[text := sheet.cells[entry.place].text] == 1 and any(mark in text for mark in entry.marks)
        for entry in run
        if entry.marks
    )


def apart(sheet: Sheet, run: list[Entry], words: GradeWords) -> set[Place]:
    """The places of a run down a column with all that touches it, if no other grade is among it: a key, no boxes."""
    if len({entry.place[1] for entry in run}) > 1 or _is_headed_as_boxes(sheet, run):
        return set()
    own = {place for entry in run for place in entry.places}
    reached, edge = set(own), list(own)
    while edge:
        row, column = edge.pop()
        for near in ((row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1)):
            cell = sheet.cells.get(near)
            if cell is not None and near not in reached:
                word = words.read(cell.text) if cell.text else None
                if word is not None and word.grade not in (None, NOT_APPLICABLE):
                    return set()
                reached.add(near)
                edge.append(near)
    column, rows = run[0].place[1], {entry.place[0] for entry in run}
    others = [place for place, cell in sheet.cells.items() if cell.text and place not in reached]
    alone_in_rows = not any(row in rows for row, _ in others)
    alone_in_column = not any(c == column and _names(sheet.cells[row, c].text, words) for row, c in others)
    if not (alone_in_rows or alone_in_column):
        return set()
    return reached if len(reached) <= LARGEST * len(run) else own


@dataclass(frozen=True, slots=True)
class Likely:
    """A run of entries on a tab: whether it is plainly a key, whether its tab is small, its places if it is apart."""

    sheet: str
    run: list[Entry]
    headed: bool
    small: bool
    alone: set[Place]


def likely(sheets: list[Sheet], words: GradeWords) -> list[Likely]:
    """Whatever looks like a key, on all tabs."""
    return [
        Likely(sheet.name, run, is_headed(sheet, run), len(sheet.cells) <= 60, apart(sheet, run, words))
        for sheet in sheets
        for run in runs(sheet, words)
    ]


def of_workbook(found: list[Likely], without_tables: Collection[str] = ()) -> tuple[Key, dict[str, Key]]:
    """The key that tabs of their own give to all, and each tab's own key, by tab name.

    `without_tables` are tabs known to hold no reviews: whatever looks like a key there is one.
    """
    everywhere, own = Key(), defaultdict[str, Key](Key)
    for one in found:
        if one.sheet in without_tables or (one.small and one.headed):
            everywhere.add(one.run)
        if one.alone or one.headed:
            own[one.sheet].add(one.run)
            own[one.sheet].places |= one.alone
    return everywhere, own
