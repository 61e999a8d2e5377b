"""Whether a conditional format's rule holds for a cell, and what it then paints."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from arms_analytics.workbook.cells import Place
from arms_analytics.workbook.files.conditional.asking import Asking, Sheets
from arms_analytics.workbook.files.conditional.formulas import UndecidedError
from arms_analytics.workbook.files.conditional.operands import (
    COMPARE,
    ERRORS,
    ErrorValue,
    Operand,
    as_text,
    as_truth,
    compared,
)
from arms_analytics.workbook.files.conditional.rules import Rule, Stop
from arms_analytics.workbook.files.conditional.sheet_values import SheetValues
from arms_analytics.workbook.files.fills import Fill


@dataclass(frozen=True, slots=True)
class Test:
    """Whether a rule holds for a cell; `by_value` where it says the same of any two cells of the same value."""

    holds: Callable[[Place], bool]
    by_value: bool = True


OPERATORS = {
    "equal": "=", "notEqual": "<>", "lessThan": "<", "lessThanOrEqual": "<=", "greaterThan": ">",
    "greaterThanOrEqual": ">=",
}  # fmt: skip
TEXT_TESTS: dict[str, Callable[[str, str], bool]] = {
    "containsText": lambda text, wanted: wanted in text,
    "notContainsText": lambda text, wanted: wanted not in text,
    "beginsWith": lambda text, wanted: text.startswith(wanted),
    "endsWith": lambda text, wanted: text.endswith(wanted),
}
NO, OFF = "0", {"0", "false", "off"}


NEVER = Test(lambda place: False)


def test_of(rule: Rule, sheet: SheetValues, sheets: Sheets) -> Test:
    """The rule's test for cells of this sheet. It raises UndecidedError, now or when asked, for what is beyond us."""
    match rule.kind:
        case "cellIs":
            return _cell_is(rule, sheet, sheets)
        case "expression":
            return _expression(rule, sheet, sheets)
        case "containsText" | "notContainsText" | "beginsWith" | "endsWith":
            return _expression(rule, sheet, sheets) if rule.formulas else _text(rule, sheet)
        case "containsBlanks" | "notContainsBlanks":
            return Test(partial(_is_blank, sheet, rule.kind == "containsBlanks"))
        case "containsErrors" | "notContainsErrors":
            return Test(partial(_is_error, sheet, rule.kind == "containsErrors"))
        case "duplicateValues" | "uniqueValues":
            return _repeated(rule, sheet)
        case "top10":
            return _top(rule, sheet)
        case "aboveAverage":
            return _average(rule, sheet)
        case "colorScale" | "dataBar":
            return Test(lambda place: _number(sheet.value(place)) is not None)
        case "iconSet":
            return NEVER
        case _:
            raise UndecidedError("a conditional format of a kind beyond this reader")


def _number(value: Operand) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _expression(rule: Rule, sheet: SheetValues, sheets: Sheets) -> Test:
    if not rule.formulas:
        raise UndecidedError("a conditional format without its formula")
    asking = Asking(rule.formulas[0], rule, sheet, sheets)

    def holds(place: Place) -> bool:
        try:
            return as_truth(asking.value(place))
        except ErrorValue:
            return False

    return Test(holds, asking.by_value)


def _cell_is(rule: Rule, sheet: SheetValues, sheets: Sheets) -> Test:
    operator = rule.options.get("operator", "")
    between = operator in ("between", "notBetween")
    if len(rule.formulas) < 1 + between or not (between or operator in OPERATORS):
        raise UndecidedError("a conditional format that lacks what it compares with")
    askings = [Asking(formula, rule, sheet, sheets) for formula in rule.formulas[: 1 + between]]

    def holds(place: Place) -> bool:
        value = sheet.value(place)
        if isinstance(value, str) and value in ERRORS:
            return False
        try:
            orders = [compared(value, asking.value(place)) for asking in askings]
        except ErrorValue:
            return False
        if between:
            inside = orders[0] >= 0 >= orders[1] or orders[0] <= 0 <= orders[1]
            return inside == (operator == "between")
        return COMPARE[OPERATORS[operator]](orders[0])

    return Test(holds, all(asking.by_value for asking in askings))


def _text(rule: Rule, sheet: SheetValues) -> Test:
    wanted, holds = rule.options.get("text", "").casefold(), TEXT_TESTS[rule.kind]
    if not wanted:
        raise UndecidedError("a conditional format that lacks the text it looks for")
    return Test(lambda place: holds(as_text(sheet.value(place)).casefold(), wanted))


def _is_blank(sheet: SheetValues, wanted: bool, place: Place) -> bool:
    value = sheet.value(place)
    return (value is None or (isinstance(value, str) and not value.strip(" "))) == wanted


def _is_error(sheet: SheetValues, wanted: bool, place: Place) -> bool:
    value = sheet.value(place)
    return (isinstance(value, str) and value in ERRORS) == wanted


def _values(rule: Rule, sheet: SheetValues) -> list[Operand]:
    return [value for area in rule.areas for value in sheet.values(area)]


def _numbers(rule: Rule, sheet: SheetValues) -> list[float]:
    """All numbers under the rule, least first."""
    return sorted(number for value in _values(rule, sheet) if (number := _number(value)) is not None)


def _repeated(rule: Rule, sheet: SheetValues) -> Test:
    def key(value: Operand) -> object:
        return value.casefold() if isinstance(value, str) else (isinstance(value, bool), value)

    counts = Counter(map(key, _values(rule, sheet)))
    wanted = rule.kind == "duplicateValues"

    def holds(place: Place) -> bool:
        value = sheet.value(place)
        return value is not None and value != "" and (counts[key(value)] > 1) == wanted

    return Test(holds)


def _top(rule: Rule, sheet: SheetValues) -> Test:
    numbers, options = _numbers(rule, sheet), rule.options
    rank = options.get("rank", "10")
    if not rank.isdecimal() or len(rank) > 6:
        raise UndecidedError("a conditional format of a rank that is no number")
    count = len(numbers) * int(rank) // 100 if options.get("percent", NO) not in OFF else int(rank)
    count = min(max(count, 1), len(numbers))
    if not numbers:
        return NEVER
    if options.get("bottom", NO) not in OFF:
        return Test(lambda place: (number := _number(sheet.value(place))) is not None and number <= numbers[count - 1])
    return Test(lambda place: (number := _number(sheet.value(place))) is not None and number >= numbers[-count])


def _average(rule: Rule, sheet: SheetValues) -> Test:
    numbers, options = _numbers(rule, sheet), rule.options
    if options.get("stdDev", NO) not in OFF:
        raise UndecidedError("a conditional format by standard deviations")
    if not numbers:
        return NEVER
    average = math.fsum(numbers) / len(numbers)
    above, equal = options.get("aboveAverage", "1") not in OFF, options.get("equalAverage", NO) not in OFF

    def holds(place: Place) -> bool:
        number = _number(sheet.value(place))
        if number is None:
            return False
        return (number == average and equal) or (number > average if above else number < average)

    return Test(holds)


def paint_of(rule: Rule, sheet: SheetValues, sheets: Sheets) -> Callable[[Place], Fill | None]:
    """What the rule paints where it holds; None where it leaves the fill alone."""
    if rule.kind == "dataBar":
        return lambda place: Fill(unsettled="a data bar over the fill")
    if rule.kind == "colorScale":
        return _scale(rule, sheet, sheets)
    return lambda place: rule.fill


def _scale(rule: Rule, sheet: SheetValues, sheets: Sheets) -> Callable[[Place], Fill | None]:
    """Colours between the stops of a scale, mixed by share in RGB."""
    numbers = _numbers(rule, sheet)
    asked = Fill(unsettled="a colour scale that cannot be worked out")
    try:
        points = [(_stop_value(stop, numbers, rule, sheet, sheets), stop.colour) for stop in rule.scale]
    except (UndecidedError, ErrorValue):
        return lambda place: asked
    values = [value for value, _ in points]
    if len(points) < 2 or values != sorted(values) or any(not fill.colour for _, fill in points):
        return lambda place: asked

    def paint(place: Place) -> Fill:
        number = _number(sheet.value(place)) or 0.0
        at = bisect_left(values, number)
        if at == 0 or at == len(points):
            return points[min(at, len(points) - 1)][1]
        (low, below), (high, above) = points[at - 1], points[at]
        return Fill(_mixed(below.colour or "", above.colour or "", (number - low) / (high - low)))

    return paint


def _mixed(low: str, high: str, share: float) -> str:
    ends = [(int(low[at : at + 2], 16), int(high[at : at + 2], 16)) for at in (0, 2, 4)]
    return "".join(f"{round(start + (end - start) * share):02X}" for start, end in ends)


def _stop_value(stop: Stop, numbers: list[float], rule: Rule, sheet: SheetValues, sheets: Sheets) -> float:
    if not numbers:
        raise UndecidedError("a colour scale over no numbers")
    if stop.kind in ("min", "max"):
        return numbers[0] if stop.kind == "min" else numbers[-1]
    value = _number(Asking(stop.value, rule, sheet, sheets).value((rule.areas[0].top, rule.areas[0].left)))
    if value is None:
        raise UndecidedError("a colour scale whose points are no numbers")
    if stop.kind == "percent":
        return numbers[0] + (numbers[-1] - numbers[0]) * value / 100
    if stop.kind == "percentile":
        at = (len(numbers) - 1) * min(max(value, 0), 100) / 100
        low = numbers[int(at)]
        return low + (numbers[min(int(at) + 1, len(numbers) - 1)] - low) * (at - int(at))
    return value
