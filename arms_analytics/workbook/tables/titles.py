"""Tables one under another, each with its quarter, its force or who reviewed above it: told to the reviews below."""

from __future__ import annotations

import re
from bisect import bisect

from arms_analytics.workbook.cells import Cell, Sheet
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.table import Fact, Table, TabledReview
from arms_analytics.workbook.texts.earlier import begins_with_the_quarter_before, is_quarter_before
from arms_analytics.workbook.texts.labels import Said, said
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.quarters import is_about_another, named
from arms_analytics.workbook.texts.shapes import is_number

LONGEST_TITLE = 140
LONGEST_NAMING = 80
"""A line that names a force among other words, and is longer, is somebody's remark."""

REVIEWED_BY = Said("reviewing")
Told = list[tuple[Cell | None, TabledReview]]
"""Each review with the title that it stands below, if it stands below one."""


def hand_down(sheet: Sheet, table: Table, natures: Natures) -> None:
    """Titles that tell tables apart by quarter or by force are said of every review down to the next of them."""
    answered = {row for row, _ in table.used} | {box.place[0] for review in table.reviews for box in review.boxes}
    others = {row: cells for row, cells in sheet.rows.items() if row not in answered}
    lines = {row: texts for row, cells in others.items() if (texts := [cell for cell in cells if cell.text])}
    quarters = {row: cell for row, cells in lines.items() for cell in cells[::-1] if names_a_quarter(cell.text)}
    quarters |= {row: cells[0] for row, cells in lines.items() if len(cells) == 1 and is_quarter_before(cells[0].text)}
    forces = {row: cells[0] for row, cells in lines.items() if _is_titled_by_force(cells, natures)}
    _say(table, "quarter", _told(table, quarters))
    told = _told(table, forces)
    if all(title for title, _ in told) or len({plain(title.text) for title, _ in told if title}) > 1:
        _say(table, "force", told)
    _name(table, "force", {row: (c, force) for row, (c, force, _) in _sentences(lines, natures).items() if force})
    _name(table, "reviewing", {row: (c, by) for row, (c, _, by) in _sentences(lines, natures).items() if by})


def _sentences(lines: dict[int, list[Cell]], natures: Natures) -> dict[int, tuple[Cell, str | None, str | None]]:
    """Lines of one short text that name a force among other words, whose plans they are or who reviewed, by row.

    So does a label with who reviewed beside it.
    """
    found: dict[int, tuple[Cell, str | None, str | None]] = {}
    for row, cells in lines.items():
        first, last = cells[0], cells[-1]
        short = len(first.text) <= LONGEST_NAMING and not first.text.rstrip().endswith(".")
        if len(cells) == 1 and short:
            found[row] = (first, *_titled(first.text, natures))
        elif len(cells) == 2 and said(first.text) == REVIEWED_BY:
            found[row] = (last, None, natures.titled(last.text)[0])
    return found


def _titled(text: str, natures: Natures) -> tuple[str | None, str | None]:
    """(force, reviewing force) of a title, or of a review's heading: "Cheshire - Low risk", "... | Reviewer: GMP"."""
    spoken = said(text)
    if not spoken.label and not spoken.parts:
        return natures.titled(text)
    told = {part.label: part.value for part in spoken.flat() if part.label in ("force", "reviewing")}
    bare = (part.value for part in spoken.parts if not part.label and natures.is_name(part.value))
    force = told.get("force") or next(bare, "")
    return natures.titled(force)[0], natures.titled(told.get("reviewing", ""))[0]


def _name(table: Table, kind: str, titles: dict[int, tuple[Cell, str]]) -> None:
    """Tell the reviews of each table what its title names, where every table has its own; not all the same force."""
    told = [
        (title, review) for title, review in _told(table, {row: cell for row, (cell, _) in titles.items()}) if title
    ]
    names = {cell.address: name for cell, name in titles.values()}
    used = {title.address for title, _ in told}
    same = len({names[address] for address in used}) < 2
    if len(told) < len(table.reviews) or len(used) < 2 or (same and kind == "force"):
        return
    if not any(kind in review.facts for review in table.reviews):
        for title, review in told:
            review.facts[kind] = Fact(names[title.address], title.address)
        table.handed_down |= used


def _told(table: Table, titles: dict[int, Cell]) -> Told:
    """No review where one of them goes on below a title."""
    lines = sorted(titles)
    told: Told = []
    for review in table.reviews:
        rows = [box.place[0] for box in review.boxes]
        place = bisect(lines, min(rows))
        if bisect(lines, max(rows)) != place:
            return []
        told.append((titles[lines[place - 1]] if place else None, review))
    return told


def _say(table: Table, kind: str, told: Told) -> None:
    """A title above all reviews is said of the tab, as what a review's own head says is of the review."""
    if len({plain(title.text) if title else "" for title, _ in told}) < 2 or any(kind in r.facts for _, r in told):
        return
    for title, review in told:
        if title:
            review.facts[kind] = Fact(said(title.text).value or title.text.strip(), title.address)
            table.handed_down.add(title.address)


def names_a_quarter(text: str) -> bool:
    """Whether it names one quarter, with a year or in the word "quarter": "Q2" may be a question."""
    if len(text) > LONGEST_TITLE or (is_about_another(text) and not begins_with_the_quarter_before(text)):
        return False
    told = named(text)
    numbers = len(told.numbers) if re.search(r"qtr|quarter", plain(text)) else 0
    return len(told.quarters) + len(told.bare) + numbers == 1


def _is_titled_by_force(cells: list[Cell], natures: Natures) -> bool:
    """Whether a line begins with a force's name, or "Force: Cheshire", and names no other: a key may begin beside it.

    With numbers behind it the line counts something of that force.
    """
    first, *others = cells
    return _names_a_force(first, natures) and not any(
        is_number(cell.text) or natures.is_name(cell.text) or natures.is_word(cell) for cell in others
    )


def _names_a_force(cell: Cell, natures: Natures) -> bool:
    spoken = said(cell.text)
    return natures.is_name(spoken.value if spoken.label == "force" else cell.text)
