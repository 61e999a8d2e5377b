"""Conditional formats over the sheets: the effective fill of each cell, or that it cannot be told, and why.

By priority, the first rule that holds and has a fill paints; stopIfTrue keeps the rules after it away. A rule that
cannot be worked out leaves the cell unsettled wherever it could have made a difference: the fill beneath is not
what a person sees.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from arms_analytics.workbook.cells import Cell, Sheet
from arms_analytics.workbook.files.conditional.asking import Sheets
from arms_analytics.workbook.files.conditional.formulas import UndecidedError
from arms_analytics.workbook.files.conditional.grid import Grid
from arms_analytics.workbook.files.conditional.judging import Test, paint_of, test_of
from arms_analytics.workbook.files.conditional.rules import Rule
from arms_analytics.workbook.files.container import too_large
from arms_analytics.workbook.files.fills import Fill
from arms_analytics.workbook.files.merging import covered
from arms_analytics.workbook.files.places import Place

MOST_PAIRS = 1_000_000
"""Of a rule and a cell under it, in one workbook."""


@dataclass(frozen=True, slots=True)
class Judge:
    """One rule ready to be asked. `undecided` says why it cannot be asked at all."""

    holds: Test
    paint: Callable[[Place], Fill | None]
    stops_here: bool


def paint(sheets: Sequence[tuple[Sheet, list[Rule]]]) -> None:
    """Gives the cells of all sheets their effective fill, in place."""
    if not any(rules for _, rules in sheets):
        return
    book, pairs = Sheets(sheet for sheet, _ in sheets), MOST_PAIRS
    painted = []
    for sheet, rules in sheets:
        grid = book.grid(sheet.name)
        by_place: dict[Place, list[Judge]] = {}
        for rule in sorted(rules, key=lambda rule: rule.priority):
            if not _matters(rule):
                continue
            judge = _judge(rule, grid, book)
            for place in {place for area in rule.areas for place in grid.places.crossings(area)}:
                by_place.setdefault(place, []).append(judge)
                pairs -= 1
                if pairs < 0:
                    raise too_large(
                        "its conditional formats cover more cells than can be worked out",
                        "clear those of whole rows and columns in Excel (Home, Conditional Formatting, Manage Rules)",
                    )
        painted.append((sheet, _fills(by_place, sheet)))
    for sheet, fills in painted:
        _apply(sheet, fills)


def _matters(rule: Rule) -> bool:
    """Whether the rule can change a fill, its own or that of a rule after it."""
    return bool(rule.areas) and (rule.fill is not None or rule.stops_here or rule.kind in ("colorScale", "dataBar"))


def _judge(rule: Rule, grid: Grid, book: Sheets) -> Judge:
    try:
        return Judge(test_of(rule, grid, book), paint_of(rule, grid, book), rule.stops_here)
    except UndecidedError as error:
        return Judge(_undecided(error), lambda place: rule.fill, rule.stops_here)


def _undecided(error: UndecidedError) -> Test:
    def test(place: Place) -> bool:
        raise error

    return test


def _fills(by_place: dict[Place, list[Judge]], sheet: Sheet) -> dict[Place, Fill]:
    """The fill of every cell that a rule changes."""
    fills = {}
    for place, judges in by_place.items():
        cell = sheet.cells.get(place)
        beneath = Fill(cell.colour, cell.unsettled) if cell else Fill()
        fill = effective(judges, place, beneath)
        if fill is not beneath:
            fills[place] = fill
    return fills


def effective(judges: Sequence[Judge], place: Place, beneath: Fill) -> Fill:
    """What a person sees in a cell under rules in order of priority, over the fill beneath."""
    possible: list[Fill] = []
    reason = ""
    seen = beneath
    for judge in judges:
        try:
            holds = judge.holds(place)
        except UndecidedError as error:
            fill = judge.paint(place)
            if fill is not None or judge.stops_here:
                possible.append(beneath if fill is None else fill)
                reason = reason or str(error)
            continue
        if holds:
            fill = judge.paint(place)
            if fill is not None:
                seen = fill
                break
            if judge.stops_here:
                break
    return seen if all(fill == seen for fill in possible) else Fill(unsettled=reason)


def _apply(sheet: Sheet, fills: dict[Place, Fill]) -> None:
    cells = sheet.cells
    absent = sorted(place for place in fills if place not in cells)
    for place, _ in list(covered(absent, sheet.merged)):
        del fills[place]
    for place, fill in fills.items():
        cell = cells.get(place)
        if cell is not None:
            cells[place] = Cell(
                *place, cell.value, cell.text, fill.colour, fill.unsettled, cell.note, cell.formula_without_value
            )
        elif fill.paints:
            cells[place] = Cell(*place, colour=fill.colour, unsettled=fill.unsettled)
    if absent:
        sheet.cells = dict(sorted(cells.items()))
