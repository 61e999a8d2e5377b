"""Who reviewed whom, where a cover sheet lists it: "Force reviewed" beside "Reviewed by", or in a sentence."""

from __future__ import annotations

from arms_analytics.workbook.cells import Place
from arms_analytics.workbook.collated import Collated, Tab
from arms_analytics.workbook.texts.labels import label


def reviewing_forces(book: Collated) -> dict[str, str]:
    """{force: reviewing force} from the tabs that hold no reviews; contradicting lines are left out."""
    found: dict[str, set[str]] = {}
    for tab in book.tabs:
        if tab.table is None and not tab.name.old:
            for force, by in [*_listed(book, tab), *_spoken(book, tab)]:
                found.setdefault(force, set()).add(by)
    return {force: next(iter(by)) for force, by in found.items() if len(by) == 1}


def _listed(book: Collated, tab: Tab) -> list[tuple[str, str]]:
    """Columns headed "Force reviewed" and "Reviewed by", line by line; or the same as two rows."""
    cells = tab.sheet.cells
    heads = {place: label(cell.text) for place, cell in cells.items() if cell.text}
    pairs: list[tuple[str, str]] = []
    for (line, column), kind in heads.items():
        if kind != "reviewing":
            continue
        for other in range(max(1, column - 4), column + 5):
            if heads.get((line, other)) == "force":
                pairs += _read(book, tab, [((at, other), (at, column)) for at in range(line + 1, line + 60)])
        for other in range(max(1, line - 4), line + 5):
            if heads.get((other, column)) == "force":
                pairs += _read(book, tab, [((other, at), (line, at)) for at in range(column + 1, column + 60)])
    return pairs


def _read(book: Collated, tab: Tab, places: list[tuple[Place, Place]]) -> list[tuple[str, str]]:
    found = []
    for here, there in places:
        force, by = (tab.sheet.cells.get(place) for place in (here, there))
        if force is None or by is None:
            continue
        named, reviewing = book.forces.only_one_within(force.text), book.forces.only_one_within(by.text)
        if named and reviewing:
            found.append((named, reviewing))
    return found


def _spoken(book: Collated, tab: Tab) -> list[tuple[str, str]]:
    pairs = (book.forces.reviewed_by(cell.text) for cell in tab.sheet.cells.values() if cell.text)
    return [(force, by) for force, by in pairs if force and by]
