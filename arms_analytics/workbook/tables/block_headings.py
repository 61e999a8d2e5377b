"""The headings of blocks: the cells around each risk level that say things of the same review."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from arms_analytics.workbook.cells import Place
from arms_analytics.workbook.tables import facts
from arms_analytics.workbook.tables.anchors import heads_a_review, names_risk
from arms_analytics.workbook.tables.body import ROLES, Bounds
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.table import Facts
from arms_analytics.workbook.texts.labels import Said, label, said
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.shapes import is_number

MOST_BLOCKS = 1000
"""Four plans of each of six forces in each of forty quarters; a tab with more is no tab of blocks."""
MOST_OTHERS = 3
"""So many lines of a heading in a row may say nothing of a review that anybody asks."""
LONGEST_PAIR = 30
_DASH = re.compile(r"\s*[-–—=]\s*")


def find(grid: Grid, natures: Natures) -> list[Bounds]:
    """The cells around each risk level that say things of the same review: pairs of label and value, or one bar."""
    found: list[Bounds] = []
    above: list[int] = []
    places = _heading_places(grid, natures)
    for line, column in places if len(places) <= MOST_BLOCKS else ():
        if any((line, column) in bounds for bounds in found):
            continue
        left = _first_cell(grid, line, column - 1 if _is_labelled(grid, line, column) else column)
        top, bottom = line, grid.area(line, column).bottom
        while before := _begins_before(grid, top, left):
            top = before
        while after := _goes_on(grid, bottom, left):
            bottom = after
        found.append(Bounds(top, left, bottom, max(column, grid.area(line, column).right)))
        above.append(line - top)
    # what stands above the first heading may be said of the whole tab: all headings begin as far above their level
    return [replace(h, top=h.top + lines - min(above)) for h, lines in zip(found, above, strict=True)]


def _first_cell(grid: Grid, line: int, column: int) -> int:
    """Where a heading begins: cells before its level may say more of the review, "Review 1 | CHE-01 | Low".

    Where another level stands before them they are that level's: "Low | CHE-01 | High | CHE-02", blocks side by side.
    """
    if label(grid.text(line, column)) == "risk":
        return _first_pair(grid, line, column)
    first = column
    while _says_more(grid, line, first - 1):
        first -= 1
    before = grid.text(line, first - 1)
    return column if names_risk(said(before)) else first


def _first_pair(grid: Grid, line: int, column: int) -> int:
    """Where the pairs of label and value on a line begin, up to the level's: "Ref | CHE-01 | Risk | Low"."""
    first = column
    while first > 2 and grid.text(line, first - 1) and label(grid.text(line, first - 2)) not in ("", "risk"):
        first -= 2
    return first


def _says_more(grid: Grid, line: int, column: int) -> bool:
    """Whether a cell of a heading says more of its review than the level: "Review 1", a reference, an officer.

    Or its quarter; but no date or quarter that stands behind "Reporting period" over the whole tab.
    """
    text = grid.text(line, column)
    told = facts.in_text(said(text), text, "", "") if text and not is_number(text) else {}
    if "review" not in told and said(grid.text(line - 1, column)).label in ("quarter", "date"):
        return False
    return bool(told) and told.keys() <= {"review", "ref", "officer", "quarter"}


def _heading_places(grid: Grid, natures: Natures) -> list[Place]:
    """Where headings stand: behind labels for the risk level, in texts that say more, or bare; one form on a tab.

    Of the first two forms the one that stands oftener: the question "Priority level" may be answered "Low" once.
    """
    spoken = grid.spoken
    risks = [place for place, words in spoken.items() if names_risk(words)]
    labelled = _alike_labelled(grid, risks)
    telling = _alike_telling(grid, risks)
    for form in (
        max(labelled, telling, key=len),
        _apart_from_grades(grid, natures, risks),
        [place for place, words in spoken.items() if heads_a_review(words)],
    ):
        if form:
            return sorted(form)
    return []


def _alike_labelled(grid: Grid, risks: list[Place]) -> list[Place]:
    """The levels behind the label that most of them have: the question "Priority level" is none."""
    labels = {place: plain(grid.text(place[0], place[1] - 1)) for place in risks if _is_labelled(grid, *place)}
    usual = Counter(labels.values()).most_common(1)
    return [place for place, text in labels.items() if text == usual[0][0]]


def _is_labelled(grid: Grid, line: int, column: int) -> bool:
    before = said(grid.text(line, column - 1))
    return before.label == "risk" and before.risk is None


def _apart_from_grades(grid: Grid, natures: Natures, risks: list[Place]) -> list[Place]:
    """The levels on lines that hold no grade's word."""
    lines = {line for line, _ in risks}
    graded = {line for line in lines if any(natures.is_word(grid.cells[line, column]) for column in grid.lines[line])}
    return [place for place in risks if place[0] not in graded]


def _alike_telling(grid: Grid, risks: list[Place]) -> list[Place]:
    """The texts that say more than a level; where half of these have labels, "Low risk - see the log" is feedback."""
    telling = [p for p in risks if grid.spoken[p].parts or _is_behind_its_label(grid.text(*p))]
    labelled = [p for p in telling if grid.spoken[p].risk or any(part.label for part in grid.spoken[p].parts)]
    return labelled if len(labelled) >= 0.5 * len(telling) else telling


def _is_behind_its_label(text: str) -> bool:
    """ "Risk level: High", "Risk level - High"."""
    return ":" in text or label(_DASH.split(text, maxsplit=1)[0]) == "risk"


def _goes_on(grid: Grid, line: int, column: int) -> int:
    """The next line of a heading, perhaps behind a blank one; 0 where it ends."""
    if _speaks(grid, line + 1, column):
        return 0 if _asks_for_the_level(grid, line + 1, column) else line + 1
    after = _beyond_others(grid, line, column, 1)
    return after if said(grid.text(after, column)).label not in ("risk", "review") else 0


def _begins_before(grid: Grid, line: int, column: int) -> int:
    """The line before of a heading; 0 where it begins."""
    return line - 1 if _speaks(grid, line - 1, column) else _beyond_others(grid, line, column, -1)


def _beyond_others(grid: Grid, line: int, column: int, step: int) -> int:
    """The next line of a heading, up or down, beyond lines that say nothing of a review; 0 where there is none."""
    lines = (line + far * step for far in range(2, _others(grid, line, column, step) + 2))
    told = (at for at in lines if said(grid.text(at, column)).label in facts.ATTRIBUTES and _speaks(grid, at, column))
    return next(told, 0)


def _others(grid: Grid, line: int, column: int, step: int) -> int:
    """How many lines in a row say nothing of a review: "Initials: AB", or below a blank one."""
    if step > 0 and line + 1 not in grid.lines:
        return 1
    return next((far for far in range(MOST_OTHERS) if not _is_pair(grid, line + (far + 1) * step, column)), MOST_OTHERS)


def _is_pair(grid: Grid, line: int, column: int) -> bool:
    """Whether a short label and its value are all that stands on a line: in one cell, or side by side."""
    texts = [grid.text(line, at) for at in grid.lines.get(line, ())]
    if not 0 < len(texts) <= 2 or grid.text(line, column) != texts[0] or max(map(len, texts)) > LONGEST_PAIR:
        return False
    return all(texts) and (len(texts) == 2 or ":" in texts[0]) and not any(map(grid.words.read, texts))


def _asks_for_the_level(grid: Grid, line: int, column: int) -> bool:
    """Whether a label for the level stands there without one: below a heading, the question "Priority level"."""
    spoken = said(grid.text(line, column))
    return spoken.label == "risk" and spoken.risk is None


def _speaks(grid: Grid, line: int, column: int) -> bool:
    """Whether the cell there continues a heading. Labels of columns ("Section", "No.", "Question") do not."""
    spoken = said(grid.text(line, column))
    if any(label(grid.text(line, c)) in {"question", *ROLES} for c in grid.lines.get(line, ()) if c > column):
        return False  # "Ref no | Question | Grade": the labels of columns
    told = spoken.label in facts.ATTRIBUTES or names_risk(spoken) or bool(spoken.parts)
    graded = (line, column + 1) in grid.cells and not _says_more(grid, line, column + 1)  # behind a question's code
    return line > 0 and (told or (not graded and _says_more(grid, line, column)))


def facts_of(grid: Grid, heading: Bounds, right: int) -> Facts:
    """What a heading says, as far right as its block goes: each cell by itself, or labels with values right of them."""
    gathered: Facts = {}
    named: set[str] = set()
    for line in range(heading.top, heading.bottom + 1):
        last = heading.right
        while last < right and _says_more(grid, line, last + 1):
            last += 1
        within = [(column, _label_before(grid, line, column, heading)) for column in range(heading.left, last + 1)]
        for at, kind in [*within, *_told_beside(grid, line, range(last + 1, right + 1))]:
            cell = grid.at(line, at)
            if cell is not None and cell.text:
                text = cell.text.strip()
                spoken = said(text)
                of_offender = any(map(facts.is_of_the_offender, (text, grid.text(line, at - 1))))
                labels = () if of_offender else (kind, spoken.label)
                facts.take(gathered, facts.in_text(spoken, text, kind, cell.address), named, labels)
    return gathered


def _label_before(grid: Grid, line: int, column: int, heading: Bounds) -> str:
    """The kind that the cell before gives this one, if it is a label of the same heading without a value of its own."""
    before = grid.text(line, column - 1) if column > heading.left else ""
    numbered = label(before) == "review" and any(map(str.isdigit, before))  # "Review 1"
    return "" if numbered or _has_value(said(before)) else facts.kind_of_label(before)


def _told_beside(grid: Grid, line: int, columns: range) -> list[tuple[int, str]]:
    """What stands further right on a heading's line, each with its label: "Ref | CHE 1 | Officer | 4417"."""
    found: list[tuple[int, str]] = []
    spoken = {c: said(grid.text(line, c)) for c in columns if grid.anchored(line, c) and grid.text(line, c)}
    for (column, one), (after, other) in pairwise([*spoken.items(), (0, Said())]):
        if one.label not in facts.ATTRIBUTES:
            continue
        if _has_value(one):
            found.append((column, ""))
        elif one.label == "ref" and is_number(grid.text(line, after)):
            break  # "Ref no" heads the questions' numbers
        elif after and (not other.label or other.risk):
            found.append((after, one.label))
    return found


def _has_value(spoken: Said) -> bool:
    return bool(spoken.value or spoken.risk or spoken.parts)
