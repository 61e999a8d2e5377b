"""A formula asked of cell after cell: where its references point for each, and what was already worked out."""

from __future__ import annotations

from collections.abc import Iterable

from arms_analytics.workbook.cells import Place, Sheet
from arms_analytics.workbook.files.conditional.evaluation import Evaluation
from arms_analytics.workbook.files.conditional.formulas import Node, Reference, UndecidedError, parse
from arms_analytics.workbook.files.conditional.operands import ErrorValue, Operand, Values
from arms_analytics.workbook.files.conditional.rules import Rule
from arms_analytics.workbook.files.conditional.sheet_values import SheetValues

MOST_STEPS = 1_000_000
"""Parts of formulas worked out and cells looked at in one workbook; a collation needs some ten thousand."""


class Sheets:
    """The workbook's tabs for formulas that look across them, and how much may still be worked out."""

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        self._sheets = {sheet.name.casefold(): sheet for sheet in sheets}
        self._values: dict[str, SheetValues] = {}
        self.steps = MOST_STEPS

    def values_of(self, tab: str) -> SheetValues:
        """The cells of a tab by its name; UndecidedError when there is none of that name."""
        name = tab.casefold()
        if name not in self._values:
            if name not in self._sheets:
                raise UndecidedError("a conditional format that points to another workbook")
            self._values[name] = SheetValues(self._sheets[name])
        return self._values[name]

    def spend(self, steps: int) -> None:
        """Raises UndecidedError when the workbook asks for more than any collation needs."""
        self.steps -= steps
        if self.steps < 0:
            raise UndecidedError("more conditional formats than can be worked out")


class Asking:
    """One formula of a rule. Its relative references count from the upper left corner of the rule's areas.

    Which corner that is, where the areas are several, is told in two ways by two programs (that of all areas, or of
    the first); where the two give different values the value is undecided.
    """

    def __init__(self, text: str, rule: Rule, sheet: SheetValues, sheets: Sheets) -> None:
        formula, areas = parse(text), rule.areas
        self._formula, self._sheet, self._sheets = formula, sheet, sheets
        corners = [(min(area.top for area in areas), min(area.left for area in areas)), (areas[0].top, areas[0].left)]
        if rule.base:
            corners = [rule.base]
        moving = any(any(reference.moves) for reference in formula.references)
        self._corners = list(dict.fromkeys(corners)) if moving else corners[:1]
        self._by_place = bool(formula.calls & {"ROW", "COLUMN"})
        self.by_value = not self._by_place and all(self._is_own(reference) for reference in formula.references)
        """Whether it says the same of any two cells of the same value."""
        self._known: dict[object, Operand | ErrorValue] = {}
        self._constant: Operand | ErrorValue = None
        self._size = _size(formula.root)

    def _is_own(self, reference: Reference) -> bool:
        """Whether a reference always points to the cell that is asked about."""
        here = self._corners == [(reference.area.top, reference.area.left)]
        return here and reference.single and not reference.tab and all(reference.moves)

    def value(self, place: Place) -> Operand:
        """The formula's value for a cell. Raises ErrorValue or UndecidedError."""
        value = self._from(self._corners[0], place) if self._constant is None else self._constant
        for corner in self._corners[1:]:
            if repr(self._from(corner, place)) != repr(value):
                raise UndecidedError("a conditional format over several areas that two programs read differently")
        if isinstance(value, ErrorValue):
            raise value
        return value

    def _from(self, corner: Place, place: Place) -> Operand | ErrorValue:
        rows, columns = place[0] - corner[0], place[1] - corner[1]
        operands: list[Operand | Values] = []
        key: list[object] = [place] if self._by_place else []
        for reference in self._formula.references:
            operand, mark = self._operand(reference, rows, columns)
            operands.append(operand)
            key.append(mark)
        known = self._known.get(tuple(key))
        if known is None:
            known = self._known[tuple(key)] = self._worked_out(operands, place)
            self._constant = None if key else known  # most ask whether a cell is "Good": that refers to nothing
        return known

    def _operand(self, reference: Reference, rows: int, columns: int) -> tuple[Operand | Values, object]:
        """What a reference holds for this cell, and a mark that tells it from what it holds for others."""
        sheet = self._sheets.values_of(reference.tab) if reference.tab else self._sheet
        area = reference.shifted(rows, columns)
        if reference.single:
            value = sheet.value((area.top, area.left))
            return value, (value.__class__, value)
        values = sheet.values(area)
        return values, area

    def _worked_out(self, operands: list[Operand | Values], place: Place) -> Operand | ErrorValue:
        texts = sum(len(operand) for operand in operands if isinstance(operand, str))
        ranged = sum(len(operand) for operand in operands if isinstance(operand, list))
        self._sheets.spend(self._size * (1 + texts // 500) + ranged)
        try:
            return Evaluation(operands, place).value(self._formula.root)
        except ErrorValue as error:
            return error


def _size(node: Node) -> int:
    return 1 + sum(map(_size, node.parts))
