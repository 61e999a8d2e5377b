"""The lines of a workbook's key: grades' names in neighbouring cells, with the marks and colours beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from arms_analytics.remembered import remembered
from arms_analytics.vocabulary import NOT_APPLICABLE
from arms_analytics.workbook.cells import Cell, Place, Sheet
from arms_analytics.workbook.texts import hues
from arms_analytics.workbook.texts.grade_words import GradeWords
from arms_analytics.workbook.texts.risk_levels import risk_level

COLOUR_NAMES = "yellow|gold|green|amber|orange|red|blue|purple|pink|gr[ae]y"
_COLOUR = rf"(?i:(?:light |dark )?(?:{COLOUR_NAMES}))(?![A-Za-z])"
_MARK = rf"[A-Za-z]{{1,3}}\d?|\d{{1,2}}|{_COLOUR}"
_WHOLE_MARK = re.compile(rf"\s*(?:{_MARK})\s*\Z")
_SHORT = re.compile(rf"\s*\(?(\d{{1,2}}|{_COLOUR})\)?\s*(?:=|:|-|–|—|->|→)\s*([A-Za-z]{{1,2}})\s*$")
_MARK_FIRST = re.compile(rf"\s*\(?({_MARK})\)?\s*(?:=|:|-|–|—|\.|\)|->|→|\bis\b|\s)\s*([A-Za-z][^=]{{2,40}}?)\s*$")
_MARK_LAST = re.compile(rf"\s*([A-Za-z][^=]{{2,40}}?)\s*(?:=|:|-|–|—|\(|->|→)\s*({_MARK})\)?\s*$")
_PIECES = re.compile(r"[,;|•\n]|\s{2,}|\s/\s")
_BEFORE_KEY = re.compile(r":\s*|\(|\s[-–—]\s+")
"""Where a key may begin in a line that says something before it: "Key: ...", "Cheshire (4 = Outstanding, ...)"."""
_SEPARATORS = (",", ";", "|", "•", "\n", "\t", "\u00a0", "  ", " / ")
"""What may part the pieces; seen sooner than they are found."""
SHORTEST_SENTENCE, LONGEST_SENTENCE = 24, 240
FEWEST_PIECES = 3
LONGEST_NAME = 60
_SHORT_LAST = re.compile(rf"\s*([A-Za-z]{{1,2}})\s*(?:=|:|-|–|—|\(|->|→)\s*({_COLOUR})\)?\s*$")
Named = dict[Place, tuple[str, str]]
"""{place: (grade, mark)} of the cells that name a grade."""
WIDEST_GAP = 2
DOWN, ALONG = (1, 0), (0, 1)
"""The steps from one entry to the next."""


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One line of a key."""

    grade: str
    place: Place
    marks: tuple[str, ...]
    colours: tuple[str, ...]
    places: tuple[Place, ...]


def runs(sheet: Sheet, words: GradeWords) -> list[list[KeyEntry]]:
    """Whatever looks like a key: three or more different grades named in neighbouring cells, each once."""
    named = {
        place: name
        for place, cell in sheet.cells.items()
        if cell.text and len(cell.text) <= LONGEST_NAME and (name := names(cell.text, words))
    }
    named = {place: name for place, name in named.items() if not _abbreviates(sheet, place, named)}
    keys: list[list[KeyEntry]] = []
    for step in (DOWN, ALONG):
        for run in _joined(sheet, named, _adjacent(named, step), step):
            grades = [named[place][0] for place in run]
            scale = {grade for grade in grades if grade != NOT_APPLICABLE}
            if len(scale) >= min(3, len(words.scale.grades)) and len(grades) == len(set(grades)):
                sides = _sides(sheet, run, step)
                keys.append(_with_plausible_marks([_entry(sheet, named[p], p, sides) for p in run], sheet))
    return keys


def _abbreviates(sheet: Sheet, place: Place, named: Named) -> bool:
    """Whether a mark's own grade is named right beside it: "RI | Requires improvement"."""
    beside = ((place[0], place[1] + right) for right in (-1, 1))
    return any(near in named and named[near][0] == named[place][0] for near in beside) and _is_mark(sheet.cells[place])


def _sides(sheet: Sheet, run: list[Place], step: Place) -> list[Place]:
    """Where, from a name, its mark and its swatch may stand.

    Along a row with one of them between the names, on the side on which the row begins or ends with one.
    """
    if step == DOWN:
        return [(0, -1), (0, 1), (0, -2)]
    (row, first), (_, second), (_, last) = run[0], run[1], run[-1]
    if second - first == 1 or not _explains(sheet.cells.get((row, first + 1))):
        return [(-1, 0), (1, 0), (0, -1)]
    behind = not _explains(sheet.cells.get((row, first - 1))) and _explains(sheet.cells.get((row, last + 1)))
    return [(0, 1 if behind else -1)]


def names_a_colour(entry: KeyEntry) -> bool:
    """Whether it gives a colour by its name, in one cell with the grade's: "Blue = Outstanding"."""
    return entry.places == (entry.place,) and any(re.fullmatch(_COLOUR, mark) for mark in entry.marks)


def sentences(sheet: Sheet, words: GradeWords) -> list[list[KeyEntry]]:
    """Keys in one cell: "Key: blue = Outstanding, green = Good, yellow = Requires improvement"."""
    keys = []
    for place, cell in sheet.cells.items():
        if not SHORTEST_SENTENCE <= len(cell.text) <= LONGEST_SENTENCE:
            continue
        if sum(map(cell.text.count, _SEPARATORS)) >= FEWEST_PIECES - 1:
            found = _pieces(cell.text, words)
            grades, marks = {grade for grade, _ in found}, {mark.lower() for _, mark in found}
            if found and len(found) == len(grades) == len(marks):
                keys.append([KeyEntry(grade, place, (mark,), (), (place,)) for grade, mark in found])
    return keys


def _pieces(text: str, words: GradeWords) -> list[tuple[str, str]]:
    """The entries that a text is made of, but for one piece of it; none when it is made of anything else."""
    pieces = [piece for piece in _PIECES.split(text) if piece.strip()]
    found: list[tuple[str, str]] = []
    for passed, piece in enumerate(pieces):
        name = names(piece, words)
        if name is None or not name[1]:
            name = None if found else _behind_a_title(piece, words)
        if name is not None:
            found.append(name)
        elif len(found) < passed:
            return []
    return found if len(found) >= FEWEST_PIECES else []


def _behind_a_title(piece: str, words: GradeWords) -> tuple[str, str] | None:
    """The first entry of a key, behind what the line says before it."""
    named = (names(piece[cut.end() :], words) for cut in _BEFORE_KEY.finditer(piece))
    return next((name for name in named if name is not None and name[1]), None)


def _adjacent(named: Named, step: Place) -> list[list[Place]]:
    """The names that stand one after another, as far as they go."""
    found: list[list[Place]] = []
    for place in sorted(named):
        if (place[0] - step[0], place[1] - step[1]) not in named:
            run = [place]
            while (after := (run[-1][0] + step[0], run[-1][1] + step[1])) in named:
                run.append(after)
            found.append(run)
    return found


def _joined(sheet: Sheet, named: Named, parts: list[list[Place]], step: Place) -> list[list[Place]]:
    """The parts, joined over a gap in which nothing stands: a key in two halves, or with blank lines between."""
    by_start = {part[0]: part for part in parts}
    found: list[list[Place]] = []
    for part in parts:
        if part[0] not in by_start:
            continue
        run = by_start.pop(part[0])
        while (more := _behind_a_gap(sheet, run[-1], by_start, step)) is not None and not _share(named, run, more):
            run = run + by_start.pop(more[0])
        found.append(run)
    return found


def _behind_a_gap(sheet: Sheet, last: Place, by_start: dict[Place, list[Place]], step: Place) -> list[Place] | None:
    """The part that begins behind one or two blank places, or along a row behind a mark or swatch.

    Beside the blank places nothing stands, but for what is above or below a row: a table may begin right there.
    """
    place = last
    if step == ALONG and (last[0], last[1] + 2) in by_start and _explains(sheet.cells.get((last[0], last[1] + 1))):
        return by_start[last[0], last[1] + 2]
    for _ in range(WIDEST_GAP + 1):
        place = place[0] + step[0], place[1] + step[1]
        if place in by_start:
            return by_start[place]
        if _is_beside(sheet, place, step):
            return None
    return None


def _is_beside(sheet: Sheet, place: Place, step: Place) -> bool:
    (row, column), cells = place, sheet.cells
    return place in cells or (step == DOWN and ((row, column - 1) in cells or (row, column + 1) in cells))


def _share(named: Named, run: list[Place], more: list[Place]) -> bool:
    return bool({named[place][0] for place in run} & {named[place][0] for place in more})


@remembered(8192)
def names(text: str, words: GradeWords) -> tuple[str, str] | None:
    """(grade, mark) of an entry's text: "Outstanding", "O = Outstanding", "Good (2)", "N/A"."""
    if len(text) > LONGEST_NAME:
        return None
    for pattern, name, mark in ((_SHORT, 2, 1), (_SHORT_LAST, 1, 2)):
        match = pattern.match(text)
        if match and (word := words.read(match[name])) and word.grade not in (None, NOT_APPLICABLE):
            return str(word.grade), match[mark]  # "3 = RI"; a colour's name may be a grade's elsewhere
    for pattern, name, mark in ((_MARK_FIRST, 2, 1), (_MARK_LAST, 1, 2)):
        match = pattern.match(text)
        if match and (grade := words.named(match[name])):
            return grade.key, match[mark]
    bare = words.named(text)
    if bare:
        return bare.key, ""
    said = words.read(text)
    if said is None or said.grade is None or said.rest:
        return None
    if said.grade == NOT_APPLICABLE:
        return NOT_APPLICABLE, ""
    return (said.grade, "") if text.strip() == words.scale[said.grade].short and len(text.strip()) > 1 else None


def not_applicable(cell: Cell, words: GradeWords) -> KeyEntry | None:
    """The line of a cell that says "N/A" in a colour of its own, out of line with the grades' names."""
    said = words.read(cell.text)
    if said is None or said.grade != NOT_APPLICABLE or said.rest or cell.colour is None or cell.colour in hues.PLAIN:
        return None
    place = (cell.row, cell.column)
    return KeyEntry(NOT_APPLICABLE, place, (), (cell.colour or "",), (place,))


def _explains(cell: Cell | None) -> bool:
    """Whether it is a mark, or a colour without a text."""
    return cell is not None and (_is_mark(cell) if cell.text else cell.colour is not None)


def _entry(sheet: Sheet, named: tuple[str, str], place: Place, sides: list[Place]) -> KeyEntry:
    marks = [named[1]] if named[1] else []
    colours, places = [], [place]
    own = sheet.cells[place]
    if own.colour and own.colour not in hues.PLAIN:
        colours.append(own.colour)
    for down, right in sides:
        cell = sheet.cells.get((place[0] + down, place[1] + right))
        if cell is None:
            continue
        if (down, right) == (0, -2) and not (marks and (place[0], place[1] - 1) in places):
            continue  # swatch, mark, name; two columns off anything else is no part of the key
        if not colours and cell.colour and cell.colour != hues.WHITE and cell.text.strip() in ("", *marks):
            colours.append(cell.colour)
            places.append((cell.row, cell.column))
        if not marks and _is_mark(cell):
            marks.append(cell.text.strip())
            places.append((cell.row, cell.column))
    return KeyEntry(named[0], place, tuple(marks), tuple(colours), tuple(places))


def _with_plausible_marks(run: list[KeyEntry], sheet: Sheet) -> list[KeyEntry]:
    """Marks beside the names count only if they make a scale (1 to 4, or letters): not the counts in a summary."""
    if all_in_one(sheet, run):
        return run
    marks = [mark for entry in run if entry.grade != NOT_APPLICABLE for mark in entry.marks[:1]]
    steps = sum(entry.grade != NOT_APPLICABLE for entry in run)
    digits = sorted(int(mark) for mark in marks if mark.isdigit())
    counts_up = len(digits) == steps and digits in (list(range(steps)), list(range(1, steps + 1)))
    letters = len(marks) == steps == len(set(marks)) and not digits and not all(map(risk_level, marks))
    return run if counts_up or letters else [_without_mark(entry, sheet) for entry in run]


def _without_mark(entry: KeyEntry, sheet: Sheet) -> KeyEntry:
    places = tuple(place for place in entry.places if sheet.cells[place].text.strip() not in entry.marks)
    return replace(entry, marks=(), places=places)


def _is_mark(cell: Cell) -> bool:
    return len(cell.text) <= LONGEST_NAME and bool(_WHOLE_MARK.match(cell.text))


def all_in_one(sheet: Sheet, run: list[KeyEntry]) -> bool:
    """Whether each mark stands in one cell with its own grade's name, and nowhere else: "1 = Outstanding"."""
    marks = [mark.upper() for entry in run for mark in entry.marks[:1]]
    return len(marks) == len(set(marks)) and all(  # "Good: Low", "Inadequate: Low" are boxes and their feedback
        sheet.often[text := sheet.cells[entry.place].text] == 1 and any(mark in text for mark in entry.marks)
        for entry in run
        if entry.marks
    )
