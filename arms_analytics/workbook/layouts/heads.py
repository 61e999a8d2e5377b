"""What stands above a block's columns: risk levels, references, officers, and which column is grade, which feedback."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from arms_analytics.vocabulary import RiskLevel
from arms_analytics.workbook.cells import address
from arms_analytics.workbook.labels import LONGEST_LABEL, Said, label, said
from arms_analytics.workbook.layouts.blocks import ROLES, Block
from arms_analytics.workbook.layouts.grid import Grid
from arms_analytics.workbook.layouts.natures import is_code, is_count, is_overall

_OFFICER = re.compile(r"(?:PC|PS|DC|DS|DI|OM|SOM|PPO|CSO|TDC|T/DC|A/PS)[ \-]?\d{2,6}\b|collar", re.I)
ATTRIBUTES = {"risk", "ref", "officer", "reviewing", "force", "team", "quarter", "date", "review"}


@dataclass(frozen=True, slots=True)
class Head:
    """One value above the columns `first` to `last`: {kind: (text, cell address)}."""

    first: int
    last: int
    said: dict[str, tuple[str, str]]


@dataclass(slots=True)
class HeadLine:
    """One line of heads."""

    line: int
    kind: str
    heads: list[Head] = field(default_factory=list)


@dataclass(slots=True)
class Heads:
    """The heads of a block: lines of values, and the role of each column that a label gives."""

    lines: list[HeadLine]
    roles: dict[int, str]


def read(block: Block) -> Heads:
    """The heads over a block's columns."""
    lines, roles = [], {}
    for line in block.head_lines:
        found = _line(block, line)
        if found:
            lines.append(found)
        for column in block.columns:
            cell = block.grid.at(line, column)
            kind = label(cell.text) if cell and cell.text else _role_within(cell.text if cell else "")
            if kind in ROLES:
                area = block.grid.area(line, column)
                if area.right == area.left or column not in roles:
                    roles[column] = kind
    return Heads(lines, roles)


def _role_within(text: str) -> str:
    return next((part.label for part in said(text).parts if part.label in ROLES), "")


def _line(block: Block, line: int) -> HeadLine | None:
    grid = block.grid
    here = [c for c in block.columns if grid.anchored(line, c) and grid.text(line, c)]
    values = [c for c in here if not (said(grid.text(line, c)).label and not said(grid.text(line, c)).value)
              or said(grid.text(line, c)).label == "review"]  # fmt: skip
    values = [c for c in values if not _is_footer(block, grid.text(line, c))]
    if not values:
        return None
    kind = _kind(block, line, values)
    if not kind:
        return None
    heads = []
    for column in values:
        area = grid.area(line, column)
        facts = facts_of(grid, line, column, kind)
        if facts:
            heads.append(Head(area.left, area.right, facts))
    return HeadLine(line, kind, heads) if heads else None


def _is_footer(block: Block, text: str) -> bool:
    """Whether it labels a count or a grade below (turned: beside) the table."""
    return is_count(text) or is_overall(text) or block.natures.words.named(text) is not None


def _may_be_label(text: str) -> bool:
    return bool(text) and len(text) <= LONGEST_LABEL and not any(map(str.isdigit, text))


def _kind(block: Block, line: int, values: list[int]) -> str:
    """What the values of a line are: by what they say, by the label before them, by the look of them."""
    grid = block.grid
    spoken = [grid.said(line, column) for column in values]
    if any(s.risk or any(part.risk for part in s.parts) for s in spoken):
        return "risk"
    telling = [s for s in spoken if s.label in ATTRIBUTES or s.parts]
    if 2 * len(telling) >= len(spoken) and telling:
        return telling[0].label or "review"
    here = block.axis.column
    near = [c for c in range(max(block.left, here - 1), values[0]) if c != block.axis.numbers]
    before = [
        grid.said(line, c).label
        for c in near
        if label(grid.text(line, c)) or (c == here and _may_be_label(grid.text(line, c)))
    ]
    before = [kind for kind in before if kind not in ("question", "number", "section")]
    for kind in reversed(before):
        if kind in ATTRIBUTES:
            return kind
    if before or len(values) < 2:
        return ""
    texts = [grid.text(line, column) for column in values]
    if all(_OFFICER.match(text) for text in texts):
        return "officer"
    if all(map(block.natures.is_name, texts)):
        return "reviewing"
    return "ref" if all(map(is_code, texts)) else ""


def facts_of(grid: Grid, line: int, column: int, kind: str) -> dict[str, tuple[str, str]]:
    """What the cell there says, as {kind: (text, address)}; `kind` is what a bare value on this line means."""
    text = grid.text(line, column)
    area = grid.area(line, column)
    where = address(*grid.back(area.top, area.left))
    return facts(said(text), text, kind, where)


def facts(found: Said, text: str, kind: str, where: str) -> dict[str, tuple[str, str]]:
    """The facts in one text, whose bare value means `kind`."""
    if found.parts:
        gathered: dict[str, tuple[str, str]] = {}
        for part in found.parts:
            inner = facts(part, part.value, "", where) if part.label or part.risk else _by_look(part.value, where)
            gathered |= {k: v for k, v in inner.items() if k not in gathered}
        return gathered
    if found.risk:
        return {"risk": (found.risk.value, where)}
    if found.label == "review":
        return {"review": (found.value or text, where)}
    if found.label and found.value:
        return {found.label: (found.value, where)}
    if found.label or not text:
        return {}
    return {kind: (text, where)} if kind and kind != "risk" else {}


def _by_look(text: str, where: str) -> dict[str, tuple[str, str]]:
    if not text:
        return {}
    if _OFFICER.match(text):
        return {"officer": (text, where)}
    return {"ref": (text, where)} if is_code(text) else {}


def risk_of(facts_: dict[str, tuple[str, str]]) -> RiskLevel | None:
    """The risk level among facts."""
    return RiskLevel(facts_["risk"][0]) if "risk" in facts_ else None
