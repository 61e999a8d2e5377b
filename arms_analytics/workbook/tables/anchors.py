"""Where a tab heads its reviews: the lines on which several risk levels, review numbers or references stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace

from arms_analytics.vocabulary import RiskLevel
from arms_analytics.workbook.cells import Cell, Place
from arms_analytics.workbook.tables.body import ROLES
from arms_analytics.workbook.tables.facts import labels_within, text_before
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.texts.labels import Said, label, said
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.quarters import is_quarter
from arms_analytics.workbook.texts.shapes import is_reference

FURTHEST = 5
"""No more lines than this stand between a level and "Grade" below it."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A cell that heads a review: where it stands, and the risk level that it names, if it does."""

    line: int
    column: int
    risk: RiskLevel | None


def find(grid: Grid, natures: Natures, without: Collection[Place] = ()) -> dict[int, list[Anchor]]:
    """Anchors by line, on lines that head at least two reviews: those of risk levels if there are any at all.

    One alone heads a tab's only review where "Question" stands before it, or "Grade" below.
    """
    by_line: dict[int, list[Anchor]] = defaultdict(list)
    for place, spoken in grid.spoken.items():
        if place not in without and heads_a_review(spoken):
            by_line[place[0]].append(Anchor(*place, risk_in(spoken)))
    for line, found in by_line.items():
        if label(text_before(grid, line, 1, min(anchor.column for anchor in found))) == "elsewhere":
            by_line[line] = [replace(anchor, risk=None) for anchor in found]
    risky = {line: [anchor for anchor in found if anchor.risk] for line, found in by_line.items()}
    several = {line: found for line, found in risky.items() if len(found) > 1}
    known = several | _alone_below(grid, risky, several) or {
        line: found for line, found in by_line.items() if len(found) > 1 or _is_only_one(grid, by_line, found[0])
    }
    heads = {line: sorted(found, key=lambda anchor: anchor.column) for line, found in sorted(known.items())}
    heads = {line: found for line, found in heads.items() if _is_head_line(grid, natures, line, found, without)}
    heads = _best_labelled(grid, natures, _unlike_feedback(heads))
    heads = {line: _from_their_labels(grid, line, found) for line, found in heads.items()}
    return {line: _with_blanks(grid, line, found) for line, found in heads.items()}


def _best_labelled(grid: Grid, natures: Natures, heads: dict[int, list[Anchor]]) -> dict[int, list[Anchor]]:
    """Of the lines of levels over the same boxes those whose label says risk, or nothing: "Complexity | High | Low"."""
    kept: dict[int, list[Anchor]] = {}
    for line, found in heads.items():
        above = next(reversed(kept), None)
        if above is not None and not _boxed(grid, natures, range(above + 1, line)):
            before, own = (_labelled_risk(grid, at, heads[at]) for at in (above, line))
            if own < before:
                continue
            if own > before:
                del kept[above]
        kept[line] = found
    return kept


def _labelled_risk(grid: Grid, line: int, found: list[Anchor]) -> int:
    """How well its labels say that a line names risk levels: 2 where they do, 0 where they say something else."""
    before = label(told := text_before(grid, line, 1, found[0].column))
    if before == "risk" or grid.said(line, found[0].column).label == "risk":
        return 2
    return 1 if not told or before in ("question", "number", "section") else 0


def _boxed(grid: Grid, natures: Natures, lines: range) -> bool:
    cells = (grid.cells[line, column] for line in lines for column in grid.lines.get(line, ()))
    return any(map(natures.is_box, cells))


def _alone_below(
    grid: Grid, risky: dict[int, list[Anchor]], several: dict[int, list[Anchor]]
) -> dict[int, list[Anchor]]:
    """The only review of a further table: its level stands over "Grade", or the like, as one of the others' does."""
    heads = ((anchor.column, _role_below(grid, anchor)) for found in several.values() for anchor in found)
    roles = {(column, role) for column, role in heads if role is not None}
    first = min(several, default=0)
    alone = {line: found for line, found in risky.items() if len(found) == 1 and line > first}
    return {line: found for line, found in alone.items() if (found[0].column, _role_below(grid, found[0])) in roles}


def _role_below(grid: Grid, anchor: Anchor) -> tuple[int, str] | None:
    """How far below a level the first head of a column stands, and what it says; None where none is near."""
    lines = range(anchor.line + 1, anchor.line + 1 + FURTHEST)
    below = ((line - anchor.line, grid.text(line, anchor.column)) for line in lines)
    return next(((far, text) for far, text in below if label(text) in ROLES), None)


def _is_only_one(grid: Grid, by_line: dict[int, list[Anchor]], anchor: Anchor) -> bool:
    if len(by_line) > 1 or len(by_line[anchor.line]) > 1:
        return False
    before = {label(grid.text(anchor.line, column)) for column in range(1, anchor.column)}
    return bool(before & {"question", "number"}) or label(grid.text(anchor.line + 1, anchor.column)) == "grade"


def _from_their_labels(grid: Grid, line: int, found: list[Anchor]) -> list[Anchor]:
    """The same, each from its own label on: "Risk | High | Risk | Low"."""
    labels = labels_within(grid, line, range(1, found[-1].column))
    return [replace(anchor, column=anchor.column - (anchor.column - 1 in labels)) for anchor in found]


def _with_blanks(grid: Grid, line: int, found: list[Anchor]) -> list[Anchor]:
    """With the heads left blank: right of the line's label, painted and as wide as those that name a level."""
    labels = [column for column in grid.lines[line] if column < found[0].column and said(grid.text(line, column)).label]
    looks = {_look(grid, anchor.line, anchor.column) for anchor in found} - {None}
    blank = [
        Anchor(line, column, None)
        for column in (grid.lines[line] if labels and len(looks) == 1 else ())
        if column > labels[-1] and not grid.text(line, column) and _look(grid, line, column) in looks
        if not _holds_labels(grid, line, column)
    ]
    return sorted([*found, *blank], key=lambda anchor: anchor.column)


def _holds_labels(grid: Grid, line: int, column: int) -> bool:
    """Whether most of what stands below is "Grade" and "Feedback", line by line: labels of the lines, no review."""
    texts = [text for below in grid.columns[column] if below > line and (text := grid.text(below, column))]
    labels = sum(label(text) in ROLES for text in texts)
    return labels > 1 and labels > 0.5 * len(texts)


def _look(grid: Grid, line: int, column: int) -> tuple[str, int] | None:
    """A painted cell's colour and width; None for one that is not painted."""
    colour, area = grid.cells[line, column].colour, grid.area(line, column)
    return (colour, area.right - area.left) if colour and grid.anchored(line, column) else None


def _unlike_feedback(heads: dict[int, list[Anchor]]) -> dict[int, list[Anchor]]:
    """Without lines that say one level again and again where others tell levels apart: "Low", "Low" is feedback."""
    levels = {line: tuple(anchor.risk for anchor in found) for line, found in heads.items()}
    best = max(levels.values(), key=lambda told: (len(set(told)), len(told)), default=())
    if len(set(best)) < 2:
        return heads
    return {line: f for line, f in heads.items() if len(f) == 1 or len(set(levels[line])) > 1 or levels[line] == best}


def _is_head_line(grid: Grid, natures: Natures, line: int, found: list[Anchor], without: Collection[Place]) -> bool:
    """Whether a line heads reviews: no grades stand on it, and most of what it says over the reviews is of this kind.

    Where it is not so, "Low" and "High" are somebody's feedback.
    """
    cells = {column: grid.cells[line, column] for column in grid.lines[line] if (line, column) not in without}
    for column in _heads_of_counts(natures, cells, found[-1].column):
        del cells[column]
    painted = {grid.cells[line, anchor.column].colour for anchor in found}
    if any(
        natures.is_word(c) or (natures.is_box(c) and not c.text and c.colour not in painted) for c in cells.values()
    ):
        return False
    anchored = {anchor.column for anchor in found}
    between = range(found[0].column, found[-1].column + 1)
    other = [c for column, c in cells.items() if column in between and column not in anchored and c.text]
    return len(found) >= sum(not label(cell.text) for cell in other)


def _heads_of_counts(natures: Natures, cells: dict[int, Cell], last: int) -> list[int]:
    """The columns behind the reviews that are headed by every grade of the scale, each once: they count them."""
    behind = {column: cell for column, cell in cells.items() if column > last and natures.is_word(cell)}
    grades = [word.grade for cell in behind.values() if (word := natures.words.read(cell.text)) is not None]
    scale = [grade.key for grade in natures.words.scale]
    return list(behind) if grades in (scale, scale[::-1]) else []


def by_reference(grid: Grid) -> dict[int, list[Anchor]]:
    """Where no head names a level or number: the line of references, by its label or right above "Grade" in each."""
    for line, columns in sorted(grid.lines.items()):
        labels = [column for column in columns if said(grid.text(line, column)).label == "ref"]
        codes = [
            c for c in columns if labels and c > labels[0] and grid.anchored(line, c) and _is_reference(grid, line, c)
        ]
        if len(labels) == 1 and len(codes) > 1:
            return {line: [Anchor(line, column, None) for column in codes]}
    for line, columns in sorted(grid.lines.items()):
        codes = [c for c in columns if grid.anchored(line, c) and _is_reference(grid, line, c)]
        heads = {plain(grid.text(line + 1, column)) for column in codes}
        told = any(grid.said(line, c).label not in ("", "question") for c in columns)  # "Review date: | 12/08/2025"
        if not told and len(codes) > 1 and len(heads) == 1 and label(heads.pop()) in ROLES:
            return {line: [Anchor(line, column, None) for column in codes]}
    return {}


def _is_reference(grid: Grid, line: int, column: int) -> bool:
    text = grid.text(line, column)
    return is_reference(text) and not is_quarter(text)


def risk_in(spoken: Said) -> RiskLevel | None:
    """The risk level that a text names, alone or among other things."""
    return spoken.risk or next((part.risk for part in spoken.parts if part.risk is not None), None)


def names_risk(spoken: Said) -> bool:
    """Whether a text names a risk level, alone or among other things."""
    return risk_in(spoken) is not None


def heads_a_review(spoken: Said) -> bool:
    """Whether a text heads a review: a risk level, "Review 2", or several facts in one."""
    return names_risk(spoken) or spoken.label == "review" or any(part.label == "review" for part in spoken.parts)
