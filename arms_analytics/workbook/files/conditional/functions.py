"""The functions that rules on cells use, each by Excel's name. One that is not here makes its rule undecided."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Protocol

from arms_analytics.workbook.cells import Place
from arms_analytics.workbook.files.conditional.formulas import Node, UndecidedError
from arms_analytics.workbook.files.conditional.operands import (
    COMPARE,
    LONGEST_TEXT,
    ErrorValue,
    Operand,
    Values,
    as_number,
    as_text,
    as_truth,
    compared,
)
from arms_analytics.workbook.files.conditional.wildcards import found_at, matches

Nodes = Sequence[Node]


class Arguments(Protocol):
    """A function's arguments, worked out for one cell when they are asked for: `evaluation.Evaluation` does it."""

    operands: Sequence[Operand | Values]
    place: Place

    def value(self, node: Node) -> Operand:
        """The node's single value."""
        ...

    def values(self, nodes: Nodes) -> list[Operand]:
        """The values of arguments, ranges opened."""
        ...


Function = Callable[[Arguments, Nodes], Operand]


def _argument(at: Arguments, nodes: Nodes, number: int) -> Operand:
    if number >= len(nodes):
        raise UndecidedError("a conditional format with a formula that lacks an argument")
    return at.value(nodes[number])


def _text(at: Arguments, nodes: Nodes, number: int = 0) -> str:
    return as_text(_argument(at, nodes, number))


def _count(at: Arguments, nodes: Nodes, number: int, default: int | None = None) -> int:
    """A whole argument that counts characters."""
    if number >= len(nodes) and default is not None:
        return default
    count = as_number(_argument(at, nodes, number))
    if not 0 <= count <= LONGEST_TEXT * 2:
        raise ErrorValue("#VALUE!")
    return int(count)


def _all(at: Arguments, nodes: Nodes) -> list[bool]:
    """The truths of AND, OR, XOR: text and blanks in ranges do not count."""
    values = [value for value in at.values(nodes) if value is not None and not isinstance(value, str)]
    return [as_truth(value) for value in values] or [False]


def _if(at: Arguments, nodes: Nodes) -> Operand:
    if as_truth(_argument(at, nodes, 0)):
        return _argument(at, nodes, 1)
    return at.value(nodes[2]) if len(nodes) > 2 else False


def _if_error(at: Arguments, nodes: Nodes) -> Operand:
    try:
        return _argument(at, nodes, 0)
    except ErrorValue:
        return _argument(at, nodes, 1)


def _is(kind: Callable[[Operand], bool], of_error: bool = False) -> Function:
    """An IS function: what it says of a value, and of an error."""

    def function(at: Arguments, nodes: Nodes) -> Operand:
        try:
            return kind(_argument(at, nodes, 0))
        except ErrorValue:
            return of_error

    return function


def _is_na(at: Arguments, nodes: Nodes) -> Operand:
    try:
        _argument(at, nodes, 0)
    except ErrorValue as error:
        return str(error) == "#N/A"
    return False


def _search(at: Arguments, nodes: Nodes) -> Operand:
    found = found_at(_text(at, nodes), _text(at, nodes, 1), max(_count(at, nodes, 2, 1) - 1, 0))
    if found is None:
        raise ErrorValue("#VALUE!")
    return float(found + 1)


def _find(at: Arguments, nodes: Nodes) -> Operand:
    found = _text(at, nodes, 1).find(_text(at, nodes), max(_count(at, nodes, 2, 1) - 1, 0))
    if found < 0:
        raise ErrorValue("#VALUE!")
    return float(found + 1)


def _right(at: Arguments, nodes: Nodes) -> Operand:
    text = _text(at, nodes)
    return text[max(len(text) - _count(at, nodes, 1, 1), 0) :]


def _middle(at: Arguments, nodes: Nodes) -> Operand:
    start = _count(at, nodes, 1)
    if start < 1:
        raise ErrorValue("#VALUE!")
    return _text(at, nodes)[start - 1 : start - 1 + _count(at, nodes, 2)]


def _mod(at: Arguments, nodes: Nodes) -> Operand:
    number, divisor = as_number(_argument(at, nodes, 0)), as_number(_argument(at, nodes, 1))
    if divisor == 0:
        raise ErrorValue("#DIV/0!")
    return number - divisor * math.floor(number / divisor)


def _round(at: Arguments, nodes: Nodes) -> Operand:
    number, places = as_number(_argument(at, nodes, 0)), as_number(_argument(at, nodes, 1))
    if abs(places) > 15:
        raise UndecidedError("a conditional format that rounds to very many places")
    scale = 10.0 ** int(places)
    return math.copysign(math.floor(abs(number) * scale + 0.5) / scale, number)


def _numbers(at: Arguments, nodes: Nodes) -> list[float]:
    values = [value for value in at.values(nodes) if not isinstance(value, bool)]
    return [float(value) for value in values if isinstance(value, (int, float))]


def _average(at: Arguments, nodes: Nodes) -> Operand:
    numbers = _numbers(at, nodes)
    if not numbers:
        raise ErrorValue("#DIV/0!")
    return math.fsum(numbers) / len(numbers)


def _count_if(at: Arguments, nodes: Nodes) -> Operand:
    if len(nodes) != 2 or nodes[0].kind != "reference":
        raise UndecidedError("a conditional format that counts in a way beyond this reader")
    found = at.operands[int(nodes[0].value)]
    values = found if isinstance(found, (list, tuple)) else [found]
    wanted = matching(at.value(nodes[1]))
    return float(sum(map(wanted, values)))


def matching(wanted: Operand) -> Callable[[Operand], bool]:
    """COUNTIF's criterion: a value, or text with an operator or wildcards before or in it."""
    if not isinstance(wanted, str):
        return lambda value: value is not None and compared(_numeric(value), wanted) == 0
    operator = next((sign for sign in ("<=", ">=", "<>", "<", ">", "=") if wanted.startswith(sign)), "=")
    rest = wanted.removeprefix(operator)
    number = _numeric(rest)
    if not isinstance(number, str):
        return lambda value: (
            (isinstance(like := _numeric(value), float) and COMPARE[operator](compared(like, number)))
            or (operator == "<>" and not isinstance(_numeric(value), float))
        )
    if operator in ("=", "<>"):
        return lambda value: (isinstance(value, str) and matches(rest, value)) == (operator == "=")
    return lambda value: isinstance(value, str) and COMPARE[operator](compared(value, rest))


def _numeric(value: Operand) -> Operand:
    """Text that is a number, as that number."""
    try:
        return as_number(value) if isinstance(value, str) and value.strip() else value
    except ErrorValue:
        return value


def _substitute(at: Arguments, nodes: Nodes) -> Operand:
    if len(nodes) != 3 or not _text(at, nodes, 1):
        raise UndecidedError("a conditional format that substitutes in a way beyond this reader")
    return _text(at, nodes).replace(_text(at, nodes, 1), _text(at, nodes, 2))[:LONGEST_TEXT]


def _row(at: Arguments, nodes: Nodes) -> Operand:
    if nodes:
        raise UndecidedError("a conditional format that asks for the row of another cell")
    return float(at.place[0])


def _column(at: Arguments, nodes: Nodes) -> Operand:
    if nodes:
        raise UndecidedError("a conditional format that asks for the column of another cell")
    return float(at.place[1])


FUNCTIONS: dict[str, Function] = {
    "AND": lambda at, nodes: all(_all(at, nodes)),
    "OR": lambda at, nodes: any(_all(at, nodes)),
    "XOR": lambda at, nodes: sum(_all(at, nodes)) % 2 == 1,
    "NOT": lambda at, nodes: not as_truth(_argument(at, nodes, 0)),
    "TRUE": lambda at, nodes: True,
    "FALSE": lambda at, nodes: False,
    "IF": _if,
    "IFERROR": _if_error,
    "ISERROR": _is(lambda value: False, of_error=True),
    "ISNA": _is_na,
    "ISBLANK": _is(lambda value: value is None),
    "ISTEXT": _is(lambda value: isinstance(value, str)),
    "ISNONTEXT": _is(lambda value: not isinstance(value, str), of_error=True),
    "ISNUMBER": _is(lambda value: isinstance(value, (int, float)) and not isinstance(value, bool)),
    "ISLOGICAL": _is(lambda value: isinstance(value, bool)),
    "ISEVEN": lambda at, nodes: int(as_number(_argument(at, nodes, 0))) % 2 == 0,
    "ISODD": lambda at, nodes: int(as_number(_argument(at, nodes, 0))) % 2 == 1,
    "SEARCH": _search,
    "FIND": _find,
    "LEFT": lambda at, nodes: _text(at, nodes)[: _count(at, nodes, 1, 1)],
    "RIGHT": _right,
    "MID": _middle,
    "LEN": lambda at, nodes: float(len(_text(at, nodes))),
    "TRIM": lambda at, nodes: " ".join(filter(None, _text(at, nodes).split(" "))),
    "UPPER": lambda at, nodes: _text(at, nodes).upper(),
    "LOWER": lambda at, nodes: _text(at, nodes).lower(),
    "EXACT": lambda at, nodes: _text(at, nodes) == _text(at, nodes, 1),
    "SUBSTITUTE": _substitute,
    "CONCATENATE": lambda at, nodes: "".join(map(as_text, at.values(nodes)))[:LONGEST_TEXT],
    "VALUE": lambda at, nodes: as_number(_argument(at, nodes, 0) or 0.0),
    "N": lambda at, nodes: 0.0 if isinstance(value := _argument(at, nodes, 0), str) else as_number(value),
    "T": lambda at, nodes: value if isinstance(value := _argument(at, nodes, 0), str) else "",
    "INT": lambda at, nodes: float(math.floor(as_number(_argument(at, nodes, 0)))),
    "ABS": lambda at, nodes: abs(as_number(_argument(at, nodes, 0))),
    "ROUND": _round,
    "MOD": _mod,
    "ROW": _row,
    "COLUMN": _column,
    "SUM": lambda at, nodes: math.fsum(_numbers(at, nodes)),
    "MAX": lambda at, nodes: max(_numbers(at, nodes), default=0.0),
    "MIN": lambda at, nodes: min(_numbers(at, nodes), default=0.0),
    "COUNT": lambda at, nodes: float(len(_numbers(at, nodes))),
    "COUNTA": lambda at, nodes: float(sum(value is not None for value in at.values(nodes))),
    "AVERAGE": _average,
    "COUNTIF": _count_if,
}
