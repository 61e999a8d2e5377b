"""Formulas of conditional formats, parsed to a tree; what the tree means is in `evaluation`.

A small part of Excel's language, the part that rules on cells are written in: literals, references, operators and
calls. What is not understood raises UndecidedError, and the cell is asked about instead of guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from arms_analytics.workbook.cells import Area
from arms_analytics.workbook.files.references import area_of
from arms_analytics.workbook.files.refusals import UnreadableWorkbookError

LONGEST, DEEPEST = 8_192, 64
"""Excel's own limits."""
TOKEN = re.compile(
    r"""\s*(?:
      (?P<text>"(?:[^"]|"")*")
    | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?(?![\w:$]))
    | (?P<reference>(?:(?P<tab>'(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?
        (?P<cells>\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?
          | \$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3} | \$?\d{1,7}:\$?\d{1,7})(?![\w(!.]))
    | (?P<error>\#(?:N/A|[A-Z0-9/]+[!?]))
    | (?P<name>[A-Za-z_][\w.]*)
    | (?P<operator><>|<=|>=|[-+*/^&=<>%(),])
    )""",
    re.VERBOSE,
)


class UndecidedError(Exception):
    """What a conditional format does to a cell cannot be told; its message says why."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Cells that a formula names: on `tab` (its own when empty), ends that move with the cell marked as such."""

    tab: str
    area: Area
    single: bool
    moves: tuple[bool, bool, bool, bool]
    """Whether top, left, bottom, right are relative."""

    def shifted(self, rows: int, columns: int) -> Area:
        """Where it points for a cell that many rows and columns from the formula's own.

        UndecidedError where that is beyond the sheet.
        """
        top, left, bottom, right = (
            end + (by if moves else 0)
            for end, by, moves in zip(
                (self.area.top, self.area.left, self.area.bottom, self.area.right),
                (rows, columns, rows, columns),
                self.moves,
                strict=True,
            )
        )
        if min(top, left) < 1:
            raise UndecidedError("a conditional format that points beyond the sheet")
        return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


@dataclass(frozen=True, slots=True)
class Node:
    """`kind` is text, number, boolean, error, reference (its place in `Formula.references`), call or operator."""

    kind: str
    value: str | float | bool | int
    parts: tuple[Node, ...] = ()
    depth: int = 0


def _joined(kind: str, value: str, *parts: Node) -> Node:
    """A node over others; UndecidedError where it grows too deep to be worked out."""
    depth = 1 + max((part.depth for part in parts), default=0)
    if depth > DEEPEST:
        raise UndecidedError("a conditional format with a deeply nested formula")
    return Node(kind, value, parts, depth)


@dataclass(slots=True)
class Formula:
    """A parsed formula and the references in it. `calls` are the names of the functions it uses."""

    root: Node
    references: list[Reference] = field(default_factory=list)
    calls: set[str] = field(default_factory=set)


def parse(text: str) -> Formula:
    """The tree of a formula as it stands in the file (without `=`, or with); UndecidedError where it is beyond us."""
    if len(text) > LONGEST:
        raise UndecidedError("a conditional format with a very long formula")
    return _Parser(text.strip().removeprefix("=")).formula()


LEVELS = (("=", "<>", "<", ">", "<=", ">="), ("&",), ("+", "-"), ("*", "/"), ("^",))
"""Binary operators, the loosest first."""


class _Parser:
    def __init__(self, text: str) -> None:
        self.tokens = self._tokens(text)
        self.at = 0
        self.result = Formula(Node("boolean", False))

    def _tokens(self, text: str) -> list[re.Match[str]]:
        tokens, at = [], 0
        text = text.rstrip()
        while at < len(text):
            match = TOKEN.match(text, at)
            if not match:
                raise UndecidedError("a conditional format with a formula beyond this reader")
            tokens.append(match)
            at = match.end()
        return tokens

    def formula(self) -> Formula:
        self.result.root = self._level(0, 0)
        if self.at < len(self.tokens):
            raise UndecidedError("a conditional format with a formula beyond this reader")
        return self.result

    def _peek(self) -> str:
        return (self.tokens[self.at]["operator"] or "") if self.at < len(self.tokens) else ""

    def _expect(self, operator: str) -> None:
        if self._peek() != operator:
            raise UndecidedError("a conditional format with a formula beyond this reader")
        self.at += 1

    def _level(self, level: int, depth: int) -> Node:
        if depth > DEEPEST:
            raise UndecidedError("a conditional format with a deeply nested formula")
        if level == len(LEVELS):
            return self._signed(depth)
        node = self._level(level + 1, depth)
        while (operator := self._peek()) in LEVELS[level]:
            self.at += 1
            node = _joined("operator", operator, node, self._level(level + 1, depth))
        return node

    def _signed(self, depth: int) -> Node:
        if (sign := self._peek()) in ("-", "+"):
            self.at += 1
            if depth >= DEEPEST:
                raise UndecidedError("a conditional format with a deeply nested formula")
            return _joined("operator", f"{sign}1", self._signed(depth + 1))
        node = self._single(depth)
        while self._peek() == "%":
            self.at += 1
            node = _joined("operator", "%", node)
        return node

    def _single(self, depth: int) -> Node:
        if self._peek() == "(":
            self.at += 1
            node = self._level(0, depth + 1)
            self._expect(")")
            return node
        if self.at >= len(self.tokens) or self._peek():
            raise UndecidedError("a conditional format with a formula beyond this reader")
        token = self.tokens[self.at]
        self.at += 1
        if token["text"] is not None:
            return Node("text", token["text"][1:-1].replace('""', '"'))
        if token["number"] is not None:
            return Node("number", float(token["number"]))
        if token["error"] is not None:
            return Node("error", token["error"])
        if token["reference"] is not None:
            return self._reference(token)
        return self._named(token["name"].upper(), depth)

    def _named(self, name: str, depth: int) -> Node:
        if self._peek() != "(":
            if name in ("TRUE", "FALSE"):
                return Node("boolean", name == "TRUE")
            raise UndecidedError("a conditional format that uses a defined name")
        self.at += 1
        arguments: list[Node] = []
        while self._peek() != ")":
            if arguments:
                self._expect(",")
            arguments.append(self._level(0, depth + 1))
        self._expect(")")
        name = name.removeprefix("_XLFN.")
        self.result.calls.add(name)
        return _joined("call", name, *arguments)

    def _reference(self, token: re.Match[str]) -> Node:
        cells = token["cells"]
        tab = (token["tab"] or "").strip("'").replace("''", "'")
        try:
            area = area_of(cells)
        except UnreadableWorkbookError:
            raise UndecidedError("a conditional format that points beyond the sheet") from None
        first, _, last = cells.partition(":")
        moves = (*_moving(first), *_moving(last or first))
        self.result.references.append(Reference(tab, area, not last, moves))
        return Node("reference", len(self.result.references) - 1)


def _moving(end: str) -> tuple[bool, bool]:
    """Whether the row and the column of one end of a reference move: those without `$` that are there at all."""
    column = re.match(r"(\$?)[A-Za-z]", end)
    row = re.search(r"(\$?)\d", end)
    return bool(row and not row[1]), bool(column and not column[1])
