"""The questions of a table and what stands in line with them, once it is known which columns are whose."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from arms_analytics.workbook import hues
from arms_analytics.workbook.cells import Cell
from arms_analytics.workbook.labels import label
from arms_analytics.workbook.layouts.grid import Grid
from arms_analytics.workbook.layouts.natures import PROSE, Natures, is_count, is_number, is_overall, split_number
from arms_analytics.workbook.words import plain

ROLES = {"grade", "feedback", "grade and feedback"}
LONGEST = 4
"""No question takes more lines than this, unless it is merged over more."""
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a grid, ends included, and the places in it that belong to a key."""

    top: int
    left: int
    bottom: int
    right: int
    without: frozenset[Place] = frozenset()

    def __contains__(self, place: Place) -> bool:
        return self.top <= place[0] <= self.bottom and self.left <= place[1] <= self.right and place not in self.without


@dataclass(frozen=True, slots=True)
class Entry:
    """One question: its lines (first and last), number and wording, and the column in which it is worded."""

    line: int
    last: int
    number: str
    text: str
    column: int


@dataclass(slots=True)
class Body:
    """The lines below the heads of a table. `groups` are the columns of each review; `first` is the first body line.

    `labelled` says that "Grade" or "Feedback" stand right above it, so that nothing in it can be a head. `echoes` are the lines on which the questions stand a second time, for their feedback, in the order of `entries`.
    """

    grid: Grid
    natures: Natures
    region: Region
    groups: list[list[int]]
    first: int
    question: int = 0
    numbers: int = 0
    entries: list[Entry] = field(default_factory=list)
    echoes: list[int] = field(default_factory=list)
    labelled: bool = False

    @property
    def columns(self) -> list[int]:
        """All columns of reviews."""
        return [column for group in self.groups for column in group]

    def cell(self, line: int, column: int) -> Cell | None:
        """The cell at a place, unless it is the covered part of a merged area or belongs to a key."""
        if (line, column) not in self.region or not self.grid.anchored(line, column):
            return None
        return self.grid.cells.get((line, column))

    def is_box(self, line: int, column: int) -> bool:
        """Whether a grade shows there."""
        cell = self.cell(line, column)
        return cell is not None and self.natures.is_box(cell)


def fill_in(body: Body) -> bool:
    """Find the questions of a body. False when there are none."""
    lines = [line for line in range(body.first, body.region.bottom + 1) if _has_box(body, line)]
    lines = _without_counts(body, [line for line in lines if not _is_head_again(body, line)])
    if not lines:
        return False
    body.question, body.numbers = _question_columns(body, lines)
    if not body.question:
        return False
    body.entries = _entries(body, lines)
    return bool(body.entries)


def _has_box(body: Body, line: int) -> bool:
    return any(body.is_box(line, column) for column in body.columns) and not _is_bar(body, line)


def _is_bar(body: Body, line: int) -> bool:
    """A section's heading with its fill drawn over the whole line: no boxes."""
    cells = _cells(body, line)
    if any(cell.text for cell in cells) or len(cells) < 2 or len({cell.colour for cell in cells}) > 1:
        return False
    labels = (body.grid.at(line, column) for column in range(body.region.left, min(body.columns)))
    return any(cell is not None and cell.text and cell.colour == cells[0].colour for cell in labels)


def _is_head_again(body: Body, line: int) -> bool:
    """Heads that stand again in the middle: after a page break, over a section."""
    told = [label(body.grid.text(line, column)) for column in body.columns]
    return sum(kind in ROLES for kind in told) >= 2 and not any(body.natures.is_word(c) for c in _cells(body, line))


def _without_counts(body: Body, lines: list[int]) -> list[int]:
    """The lines without those at the end that count: numbers in them may look like grades."""
    lines = [line for line in lines if not _is_sum(body, line)]
    while lines and _is_counted(body, lines[-1]):
        lines.pop()
    return lines


def _is_sum(body: Body, line: int) -> bool:
    """A line under a table that sums up: "Inadequate | 2 | 0", "Overall grade"."""
    return any(body.natures.words.named(text) or is_overall(text) for text in _beside(body, line))


def _is_counted(body: Body, line: int) -> bool:
    """A line that counts: "No. below good | 3 | 4 | 3"."""
    beside = _beside(body, line)
    return bool(beside) and is_count(beside[0]) and _counts(body, line)


def _beside(body: Body, line: int) -> list[str]:
    """The texts on a line before the reviews' columns."""
    columns = (c for c in range(body.region.left, min(body.columns)) if (line, c) not in body.region.without)
    return [text for column in columns if (text := body.grid.text(line, column))]


def _cells(body: Body, line: int) -> list[Cell]:
    return [cell for column in body.columns if (cell := body.cell(line, column)) is not None]


def _question_columns(body: Body, lines: list[int]) -> tuple[int, int]:
    """The columns in which questions are worded and numbered: left of the reviews, with most different texts."""
    grid, left = body.grid, min(body.columns)
    worded: dict[int, set[str]] = {}
    numbered: dict[int, set[str]] = {}
    for column in range(body.region.left, left):
        texts = {grid.text(line, column) for line in _with_text_above(body, column, lines)} - {""}
        numbers = {text for text in texts if is_number(text)}
        if len(numbers) >= 0.7 * len(texts) and numbers:
            numbered[column] = numbers
        elif texts and not _spans_questions(body, column, lines):
            worded[column] = {text for text in texts if label(text) not in ROLES}
    most = max(map(len, worded.values()), default=0)
    likely = [c for c, texts in worded.items() if len(texts) >= 0.8 * most and (len(texts) > 1 or most == 1)]
    if likely and (most > 1 or len(lines) < 3):
        question = max(likely, key=lambda c: (_is_headed(body, c), sum(len(text) for text in worded[c])))
        beside = [c for c in numbered if len(numbered[c]) >= 0.7 * len(worded[question])]
        return question, (max((c for c in beside if c < question), default=0) or max(beside, default=0))
    if numbered:
        return max(numbered, key=lambda c: (len(numbered[c]), -c)), 0
    return 0, 0


def _spans_questions(body: Body, column: int, lines: list[int]) -> bool:
    """Whether a merged text in this column stands beside several questions: a section, no wording."""
    areas = [body.grid.area(line, column) for line in lines]
    return any(area.bottom - area.top >= 2 and sum(a == area for a in areas) > 1 for area in areas)


def _with_text_above(body: Body, column: int, lines: list[int]) -> list[int]:
    """For each line, the nearest line at or above it with a text: a question's box may stand a line lower."""
    found = []
    for line in lines:
        for above in range(line, max(body.first, line - 2) - 1, -1):
            if body.grid.text(above, column):
                found.append(above)
                break
    return found


def _is_headed(body: Body, column: int) -> bool:
    return any(label(body.grid.text(line, column)) == "question" for line in range(body.region.top, body.first))


def _entries(body: Body, lines: list[int]) -> list[Entry]:
    found: list[Entry] = []
    starts = _starts(body)
    last_box = max(lines)
    body.echoes = _echoes(body, starts, lines)
    if body.echoes:
        starts = [line for line in starts if line < body.echoes[0]]
    for place, line in enumerate(starts):
        after = starts[place + 1] if place + 1 < len(starts) else body.region.bottom + 1
        entry = _entry(body, line, after)
        if _is_question(body, entry, last_box):
            found.append(entry)
    return _without_strangers(body, found)


def _echoes(body: Body, starts: list[int], lines: list[int]) -> list[int]:
    """All feedback after all grades: as many questions again, worded alike or called by their numbers, no boxes."""
    worded = [line for line in starts if not _is_sum(body, line)]
    for count in range(len(worded) // 2, 2, -1):
        first, again = worded[:count], worded[count : 2 * count]
        graded = sum(line in lines for line in first), sum(line in lines for line in again)
        told = sum(any(is_prose(cell) for cell in _cells(body, line)) for line in again)
        if graded[0] >= 0.6 * count and graded[1] <= 0.2 * count and told >= 0.5 * count:
            pairs = zip(first, again, strict=True)
            if all(_same_question(_wording(body, one), _wording(body, other)) for one, other in pairs):
                return again
    return []


def _same_question(one: str, other: str) -> bool:
    return one == other or _number_of(one) == _number_of(other) != ""


def _wording(body: Body, line: int) -> str:
    number = body.grid.text(line, body.numbers) if body.numbers else ""
    return plain(f"{number} {body.grid.text(line, body.question)}")


def _number_of(text: str) -> str:
    match = re.search(r"[a-h]?\d+(?:\.\d+)*", text[:16])
    return match[0] if match else ""


def _starts(body: Body) -> list[int]:
    """The lines on which a text begins in the question's column (or a number beside it)."""
    found: list[int] = []
    before = ""
    for line in range(body.first, body.region.bottom + 1):
        if not body.grid.anchored(line, body.question) or (line, body.question) in body.region.without:
            continue
        text = body.grid.text(line, body.question)
        numbered = body.numbers and body.grid.anchored(line, body.numbers)
        number = body.grid.text(line, body.numbers) if numbered else ""
        if (text or number) and not (text == before and found and line == found[-1] + 1 and not number):
            found.append(line)
        before = text
    return found


def _entry(body: Body, line: int, after: int) -> Entry:
    grid = body.grid
    merged = grid.area(line, body.question)
    last = merged.bottom
    while last + 1 < after and last + 1 - line < LONGEST and _continues(body, last + 1):
        last += 1
    text = grid.text(line, body.question)
    number, wording = split_number(text)
    if is_number(text) and not wording:
        number = text
    if is_number(text):
        number, wording = text, ""
    if body.numbers and is_number(grid.text(line, body.numbers)):
        number = grid.text(line, body.numbers)
    return Entry(line, min(last, after - 1), number, wording, body.question)


def _continues(body: Body, line: int) -> bool:
    """A line without a question of its own that holds something in line with the reviews."""
    beside = [c for c in range(body.region.left, body.question + 1) if (line, c) in body.grid.cells]
    if any((line, c) in body.region.without for c in beside):
        return False
    if any(body.grid.text(line, c) and label(body.grid.text(line, c)) not in ROLES for c in beside):
        return False  # the line has a label of its own: a count, a note
    told = any(label(body.grid.text(line, c)) in ROLES for c in beside)
    return not _is_head_again(body, line) and any(
        (told and cell.text) or body.natures.is_box(cell) or _speaks(cell) for cell in _cells(body, line)
    )


def _is_question(body: Body, entry: Entry, last_box: int) -> bool:
    beside = {body.grid.text(entry.line, column) for column in range(body.region.left, body.question + 1)} - {""}
    if _is_head_again(body, entry.line) or not (entry.text or entry.number):
        return False
    if any(label(text) == "question" for text in beside) or _is_sum(body, entry.line):
        return False
    if entry.line > last_box and _is_counted(body, entry.line):
        return False
    boxed = any(_has_box(body, line) for line in range(entry.line, entry.last + 1))
    if boxed:
        return entry.line <= last_box
    cells = [cell for line in range(entry.line, entry.last + 1) for cell in _cells(body, line)]
    if entry.line <= last_box:
        return any(cell.text for cell in cells)
    return entry.line - last_box <= LONGEST and any(_speaks(cell) for cell in cells)


def _speaks(cell: Cell) -> bool:
    """Whether a cell holds words, or the grey of what does not apply; no count, share or date."""
    if not cell.text:
        return bool(cell.colour) and hues.is_grey(cell.colour or "")
    return isinstance(cell.value, str) and re.fullmatch(r"[\d.,/%\s]+", cell.text) is None


def _counts(body: Body, line: int) -> bool:
    values = [cell.value for cell in _cells(body, line) if cell.text]
    return bool(values) and all(isinstance(value, int | float) for value in values)


def _without_strangers(body: Body, entries: list[Entry]) -> list[Entry]:
    """Drop what stands before the first graded question: heads with labels that nobody knows."""
    boxed = [any(_has_box(body, line) for line in range(e.line, e.last + 1)) for e in entries]
    first = boxed.index(True) if True in boxed and not body.labelled else 0
    numbered = Counter(bool(entry.number) for entry in entries[first:])
    likely = numbered[True] > numbered[False]
    kept = [e for e in entries[:first] if (e.number and likely) or any(map(is_prose, _cells(body, e.line)))]
    worded = sum(bool(entry.text) for entry in entries) > 0.5 * len(entries)
    return [entry for entry in kept + entries[first:] if entry.text or not worded]


def wordings(body: Body) -> Counter[str]:
    """How often each wording stands in a body."""
    return Counter(plain(entry.text or entry.number) for entry in body.entries)


def is_prose(cell: Cell) -> bool:
    """Whether a cell's text is somebody's sentence."""
    return len(cell.text) > PROSE
