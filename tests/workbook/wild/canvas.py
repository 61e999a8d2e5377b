"""A tab as a person paints it, before any file format: values, fills, notes, merges, rules. Rows and columns from 1."""

from __future__ import annotations

from dataclasses import dataclass, field

from arms_analytics.workbook.cells import address


@dataclass(frozen=True)
class Fill:
    """A fill as seen (`rgb`), and how the file says it: directly, by theme and tint, by index, by a named style."""

    rgb: str
    theme: int | None = None
    tint: float = 0.0
    index: int | None = None
    style: str = ""


@dataclass
class Ink:
    """What stands in one cell."""

    value: object = None
    fill: Fill | None = None
    note: str = ""
    link: str = ""
    date_format: str = ""
    formula: str = ""


@dataclass(frozen=True)
class Rule:
    """A conditional format over an area: `kind` is `is`, `contains`, `begins` or `formula`."""

    area: tuple[int, int, int, int]
    kind: str
    what: str
    fill: Fill


@dataclass
class Canvas:
    """One tab."""

    name: str
    hidden: bool = False
    ink: dict[tuple[int, int], Ink] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    lists: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    table: tuple[int, int, int, int] | None = None
    filter: tuple[int, int, int, int] | None = None

    def put(self, row: int, column: int, value: object = None, fill: Fill | None = None, **more: str) -> str:
        """Write a cell and say its address; an earlier fill stays where no new one is given."""
        ink = self.ink.setdefault((row, column), Ink())
        if value is not None:
            ink.value = value
        if fill is not None:
            ink.fill = fill
        for key, said in more.items():
            setattr(ink, key, said)
        return address(row, column)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        if (top, left) != (bottom, right):
            self.merged.append((top, left, bottom, right))

    @property
    def last_row(self) -> int:
        return max((row for row, _ in self.ink), default=0)

    @property
    def last_column(self) -> int:
        return max((column for _, column in self.ink), default=0)
