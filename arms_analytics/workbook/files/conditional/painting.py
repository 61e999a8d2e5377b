"""Conditional formats over the sheets: the effective fill of each cell, or that it cannot be told, and why.

By priority, the first rule that holds and has a fill paints; stopIfTrue keeps the rules after it away. A rule that
cannot be worked out leaves the cell unsettled wherever it could have made a difference: the fill beneath is not
what a person sees.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from arms_analytics.workbook.cells import Area, Cell, Place, Sheet
from arms_analytics.workbook.files.budgets import PairBudget
from arms_analytics.workbook.files.conditional.asking import Sheets
from arms_analytics.workbook.files.conditional.formulas import UndecidedError
from arms_analytics.workbook.files.conditional.judging import Test, paint_of, test_of
from arms_analytics.workbook.files.conditional.rules import Rule
from arms_analytics.workbook.files.conditional.sheet_values import SheetValues
from arms_analytics.workbook.files.fills import Fill
from arms_analytics.workbook.files.merging import covered


@dataclass(frozen=True, slots=True)
class Judge:
    """One rule ready to be asked."""

    test: Test
    paint: Callable[[Place], Fill | None]
    stops_here: bool
    priority: int


BLANK = Cell(0, 0)
Bench = tuple[Judge, ...]
"""The rules over a cell in order of priority."""


def paint(sheets: Sequence[tuple[Sheet, list[Rule]]]) -> None:
    """Gives the cells of all sheets their effective fill, in place."""
    if not any(rules for _, rules in sheets):
        return
    book, pairs = Sheets(sheet for sheet, _ in sheets), PairBudget()
    ruled = [(sheet, rules) for sheet, rules in sheets if rules]
    fills = [_fills(sheet, _benches(rules, book.values_of(sheet.name), book, pairs)) for sheet, rules in ruled]
    for (sheet, _), found in zip(ruled, fills, strict=True):
        _apply(sheet, found)


def _benches(rules: list[Rule], sheet: SheetValues, book: Sheets, pairs: PairBudget) -> dict[Place, Bench]:
    """Which rules lie over which cells. Rules over the same areas sit on one bench."""
    together: dict[tuple[Area, ...], list[Judge]] = {}
    for rule in sorted(rules, key=lambda rule: rule.priority):
        if _matters(rule):
            together.setdefault(rule.areas, []).append(_judge(rule, sheet, book))
    by_place: dict[Place, Bench] = {}
    joined: dict[tuple[int, int], Bench] = {}
    for areas, judges in together.items():
        bench = tuple(judges)
        for area in areas:
            pairs.spend(len(bench) * sheet.places.count_crossings(area))
        for place in {place for area in areas for place in sheet.places.crossings(area)}:
            before = by_place.get(place)
            if before is not None:
                both = (id(before), id(bench))
                if both not in joined:
                    joined[both] = tuple(sorted((*before, *bench), key=lambda judge: judge.priority))
                by_place[place] = joined[both]
            else:
                by_place[place] = bench
    return by_place


def _matters(rule: Rule) -> bool:
    """Whether the rule can change a fill, its own or that of a rule after it."""
    return bool(rule.areas) and (rule.fill is not None or rule.stops_here or rule.kind in ("colorScale", "dataBar"))


def _judge(rule: Rule, sheet: SheetValues, book: Sheets) -> Judge:
    try:
        return Judge(test_of(rule, sheet, book), paint_of(rule, sheet, book), rule.stops_here, rule.priority)
    except UndecidedError as error:
        return Judge(_undecided(error), lambda place: rule.fill, rule.stops_here, rule.priority)


def _undecided(error: UndecidedError) -> Test:
    def holds(place: Place) -> bool:
        raise error

    return Test(holds, by_value=True)


def _fills(sheet: Sheet, benches: dict[Place, Bench]) -> dict[Place, Fill]:
    """The fill of every cell that a rule changes. Cells that look alike to rules by value are worked out once."""
    fills: dict[Place, Fill] = {}
    known: dict[object, Fill | None] = {}
    different = {id(bench): bench for bench in benches.values()}
    by_value = {key: all(judge.test.by_value for judge in bench) for key, bench in different.items()}
    for place, bench in benches.items():
        cell = sheet.cells.get(place) or BLANK
        key = (id(bench), cell.value.__class__, cell.value, cell.colour, cell.unsettled, cell.formula_without_value)
        if not by_value[id(bench)] or key not in known:
            beneath = Fill(cell.colour, cell.unsettled)
            fill = effective(bench, place, beneath)
            known[key] = None if fill == beneath else fill
        found = known[key]
        if found is not None:
            fills[place] = found
    return fills


def effective(judges: Sequence[Judge], place: Place, beneath: Fill) -> Fill:
    """What a person sees in a cell under rules in order of priority, over the fill beneath."""
    possible: list[Fill] = []
    reason = ""
    seen = beneath
    for judge in judges:
        try:
            holds = judge.test.holds(place)
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
            cell.colour, cell.unsettled = fill.colour, fill.unsettled
        elif fill.paints:
            cells[place] = Cell(*place, colour=fill.colour, unsettled=fill.unsettled)
    if absent:
        sheet.cells = dict(sorted(cells.items()))
