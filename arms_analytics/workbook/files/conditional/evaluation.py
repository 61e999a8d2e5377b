"""What a formula says of one cell: its tree, worked out. Its functions are in `functions`."""

from __future__ import annotations

from collections.abc import Sequence

from arms_analytics.workbook.cells import Place
from arms_analytics.workbook.files.conditional.formulas import Node, UndecidedError
from arms_analytics.workbook.files.conditional.functions import FUNCTIONS
from arms_analytics.workbook.files.conditional.operands import (
    COMPARE,
    LONGEST_TEXT,
    ErrorValue,
    Operand,
    Values,
    as_number,
    as_text,
    checked,
    compared,
)


class Evaluation:
    """One formula for one cell: `operands` are the values of its references, `place` is the cell's own."""

    def __init__(self, operands: Sequence[Operand | Values], place: Place) -> None:
        self.operands = operands
        self.place = place

    def value(self, node: Node) -> Operand:
        """The node's single value. Raises ErrorValue, or UndecidedError for what is beyond this reader."""
        match node.kind:
            case "call":
                function = FUNCTIONS.get(str(node.value))
                if function is None:
                    raise UndecidedError(f"a conditional format that uses {str(node.value)[:40]}")
                return function(self, node.parts)
            case "operator":
                return self._operated(str(node.value), node.parts)
            case "reference":
                found = self.operands[int(node.value)]
                if isinstance(found, (str, float, int)) or found is None:
                    return checked(found)
                raise UndecidedError("a conditional format that compares a whole range")
            case "error":
                raise ErrorValue(node.value)
            case _:
                return node.value

    def values(self, nodes: Sequence[Node]) -> list[Operand]:
        """The values of arguments, ranges opened."""
        values: list[Operand] = []
        for node in nodes:
            found = self.operands[int(node.value)] if node.kind == "reference" else None
            if isinstance(found, (list, tuple)):
                values += map(checked, found)
            else:
                values.append(self.value(node))
        return values

    def _operated(self, operator: str, parts: tuple[Node, ...]) -> Operand:
        values = [self.value(part) for part in parts]
        if operator in COMPARE:
            return COMPARE[operator](compared(values[0], values[1]))
        if operator == "&":
            return (as_text(values[0]) + as_text(values[1]))[:LONGEST_TEXT]
        try:
            return _reckoned(operator, [as_number(value) for value in values])
        except (ZeroDivisionError, OverflowError, ValueError):
            raise ErrorValue("#NUM!") from None


def _reckoned(operator: str, numbers: list[float]) -> float:
    match operator:
        case "%":
            return numbers[0] / 100
        case "-1" | "+1":
            return -numbers[0] if operator == "-1" else numbers[0]
        case "+":
            return numbers[0] + numbers[1]
        case "-":
            return numbers[0] - numbers[1]
        case "*":
            return numbers[0] * numbers[1]
        case "/":
            return numbers[0] / numbers[1]
        case _:
            power = numbers[0] ** numbers[1]
            return as_number(power) if isinstance(power, float) else as_number("")
