"""Where a tab heads its reviews: the lines on which several risk levels, review numbers or references stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from arms_analytics.workbook.labels import Said, said
from arms_analytics.workbook.layouts.grid import Grid
from arms_analytics.workbook.layouts.natures import is_code

FEWEST_BOXES = 2


@dataclass(frozen=True, slots=True)
class Anchor:
    """A cell that heads a review: where it stands, and whether it names a risk level."""

    line: int
    column: int
    risk: bool


def find(grid: Grid) -> dict[int, list[Anchor]]:
    """Anchors by line, on lines that head at least two reviews: those of risk levels if there are any at all."""
    by_line: dict[int, list[Anchor]] = defaultdict(list)
    for place, cell in grid.cells.items():
        if cell.text and grid.anchored(*place):
            spoken = said(cell.text)
            if heads_a_review(spoken):
                by_line[place[0]].append(Anchor(*place, names_risk(spoken)))
    risky = {line: [a for a in found if a.risk] for line, found in by_line.items()}
    known = {line: found for line, found in risky.items() if len(found) > 1} or {
        line: found for line, found in by_line.items() if len(found) > 1
    }
    return {line: sorted(found, key=lambda anchor: anchor.column) for line, found in sorted(known.items())}


def by_reference(grid: Grid) -> dict[int, list[Anchor]]:
    """Where no head names a level or number: the line that a label says to hold references."""
    for line, columns in sorted(grid.lines.items()):
        labels = [column for column in columns if said(grid.text(line, column)).label == "ref"]
        codes = [
            c for c in columns if labels and c > labels[0] and grid.anchored(line, c) and is_code(grid.text(line, c))
        ]
        if len(labels) == 1 and len(codes) > 1:
            return {line: [Anchor(line, column, False) for column in codes]}
    return {}


def names_risk(spoken: Said) -> bool:
    """Whether a text names a risk level, alone or among other things."""
    return spoken.risk is not None or any(part.risk is not None for part in spoken.parts)


def heads_a_review(spoken: Said) -> bool:
    """Whether a text heads a review: a risk level, "Review 2", or several facts in one."""
    return names_risk(spoken) or spoken.label == "review" or any(part.label == "review" for part in spoken.parts)
