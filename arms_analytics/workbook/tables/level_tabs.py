"""A tab for each risk level, the forces across or down: read as if the level in its name stood over each force."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from arms_analytics.vocabulary import RiskLevel
from arms_analytics.workbook.cells import Cell, Place, Sheet, address
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.recognise import recognise
from arms_analytics.workbook.tables.table import Fact, Table


def read(sheet: Sheet, natures: Natures, key: frozenset[Place], risk: RiskLevel) -> Table | None:
    """The reviews of that level; None where no two forces head any."""
    for along in (0, 1):
        forces = _heads(sheet, natures, along)
        cells = {place: cell for place, cell in sheet.cells.items() if place not in key}
        over = _above(sheet, forces, along)
        cells |= {place: Cell(*place, risk.label, risk.label) for place in over}
        table = recognise(replace(sheet, cells=cells), natures, key) if forces else None
        if table is not None and _headed(table) == len(forces):
            for review in table.reviews:
                review.facts["risk"] = Fact(risk.value, address(*review.place))  # it stands at no address of the tab
            return table
    return None


def _headed(table: Table) -> int:
    """How many reviews are headed, with those that nobody has written yet."""
    return len(table.reviews) + len(table.unanswered) + len(table.absent)


def _above(sheet: Sheet, forces: list[Place], along: int) -> list[Place]:
    """The places over the forces on the nearest line where nothing stands: heads are not far from their boxes."""
    taken = {place[along] for place in sheet.cells}
    taken |= {n for a in sheet.merged for n in (range(a.left, a.right + 1) if along else range(a.top, a.bottom + 1))}
    line = max(set(range(forces[0][along])) - taken, default=0) if forces else 0
    return [(line, column) if along == 0 else (row, line) for row, column in forces]


def _heads(sheet: Sheet, natures: Natures, along: int) -> list[Place]:
    """The first row (along 0) or column (along 1) that names two forces or more, each once."""
    lines: dict[int, list[Place]] = defaultdict(list)
    for place, cell in sorted(sheet.cells.items()):
        if cell.text and natures.is_name(cell.text):
            lines[place[along]].append(place)
    told = [lines[line] for line in sorted(lines) if len(lines[line]) > 1]
    return next((found for found in told if len({sheet.cells[place].text for place in found}) == len(found)), [])
