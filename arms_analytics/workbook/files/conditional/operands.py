"""Excel's values as formulas see them: text, numbers, logicals, blanks; how they convert and compare."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Sequence

from arms_analytics.workbook.cells import Value
from arms_analytics.workbook.files.number_formats import plainly

Operand = str | float | bool | None
"""A single value: text, number, logical, or None for a blank cell. An error is raised as ErrorValue."""
Values = Sequence[Operand]
"""The values of the cells of a range that say something."""

ERRORS = frozenset(("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"))
LONGEST_TEXT = 32_767


class ErrorValue(Exception):  # noqa: N818  what Excel calls a value that is an error
    """A formula's value is an error, such as #N/A."""


def operand(value: Value) -> Operand:
    """A cell's value as formulas see it: dates are numbers."""
    if value is None or isinstance(value, (str, float)):
        return value
    if isinstance(value, dt.datetime):
        return (value - dt.datetime(1899, 12, 30)).total_seconds() / 86_400
    if isinstance(value, dt.date):
        return float((value - dt.date(1899, 12, 30)).days)
    if isinstance(value, dt.time):
        return (value.hour * 3600 + value.minute * 60 + value.second) / 86_400
    return value


def checked(value: Operand) -> Operand:
    """The operand, or ErrorValue where the cell holds an error."""
    if isinstance(value, str) and value in ERRORS:
        raise ErrorValue(value)
    return value


def as_text(value: Operand) -> str:
    """As `&` and the text functions see it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return value if isinstance(value, str) else plainly(value)


def as_number(value: Operand) -> float:
    """As arithmetic sees it; ErrorValue for text that is no number."""
    if isinstance(value, str):
        try:
            number = float(value)
        except ValueError:
            raise ErrorValue("#VALUE!") from None
    else:
        number = float(value or 0)
    if not math.isfinite(number):
        raise ErrorValue("#NUM!")
    return number


def as_truth(value: Operand) -> bool:
    """As IF and a rule see it; ErrorValue for text."""
    if isinstance(value, str):
        raise ErrorValue("#VALUE!")
    return bool(value)


def compared(left: Operand, right: Operand) -> int:
    """Below 0, 0 or above, in Excel's order: numbers, text (without case), logicals. A blank is like its peer."""
    if isinstance(left, str) and isinstance(
        right, str
    ):  # nearly always: "Good", and the text of one cell after another
        one, other = left.casefold(), right.casefold()
        return (one > other) - (one < other)
    if left is None or right is None:
        if left is right:
            return 0
        return compared(_blank_like(right) if left is None else left, _blank_like(left) if right is None else right)
    ranks = [2 if isinstance(side, bool) else 1 if isinstance(side, str) else 0 for side in (left, right)]
    if ranks[0] != ranks[1]:
        return ranks[0] - ranks[1]
    first, second = as_number(left), as_number(right)
    return (first > second) - (first < second)


def _blank_like(other: Operand) -> Operand:
    return "" if isinstance(other, str) else False if isinstance(other, bool) else 0.0


COMPARE: dict[str, Callable[[int], bool]] = {
    "=": lambda order: order == 0, "<>": lambda order: order != 0, "<": lambda order: order < 0,
    ">": lambda order: order > 0, "<=": lambda order: order <= 0, ">=": lambda order: order >= 0,
}  # fmt: skip
