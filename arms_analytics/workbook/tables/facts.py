"""What the heads of a table say of each review: risk level, references, officers, forces, by label or by look."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from arms_analytics.workbook.cells import address
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.table import Fact, Facts
from arms_analytics.workbook.texts.labels import Said, label, said
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.quarters import is_quarter, named
from arms_analytics.workbook.texts.shapes import is_code, is_number

ATTRIBUTES = {"risk", "ref", "officer", "reviewing", "force", "team", "quarter", "date", "review"}
NO_FORCES = {"quarter", "date", "ref"}
"""What a force's name never is."""
LONGEST_NUMBER = 3
_DATE = re.compile(
    r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{2,4}\b|.*(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I
)
_QUARTER_FIRST = re.compile(r"\W*(?:\d|q|fy|f/y|year|1st|2nd|3rd|4th)", re.I)
"""So a quarter in figures begins; a plan's reference may hold one further on: "LAN-25Q1-43"."""
_OF_THE_OFFENDER = re.compile(r"\W*(?:visor|crn|pnc|noms)\b", re.I)
_OFFICER = re.compile(r"(?:PC|PS|DC|DS|DI|OM|SOM|PPO|CSO|TDC|T/DC|A/PS)[ \-]?\d{2,6}\b|collar", re.I)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line of heads: the kind of its values by the label before them, and by labels among them ({column: kind}).

    `offender` says that the label is of a number that the offender has: the plan's reference for want of another.
    """

    line: int
    before: str
    within: dict[int, str]
    offender: bool


def labelled(grid: Grid, lines: Iterable[int], left: int, start: int) -> list[Labelled]:
    """These head lines of a table that begins at `left`, its reviews at `start`."""
    columns = range(start, grid.last_column + 1)
    before = {line: text_before(grid, line, left, start) for line in lines}
    return [
        Labelled(line, kind_of_label(text), labels_within(grid, line, columns), is_of_the_offender(text))
        for line, text in before.items()
    ]


def is_of_the_offender(label: str) -> bool:
    """Whether a label is of a number that the offender has: "ViSOR no"."""
    return bool(_OF_THE_OFFENDER.match(label))


def of_group(grid: Grid, natures: Natures, heads: Sequence[Labelled], columns: list[int]) -> Facts:
    """What the heads say over these columns.

    `name` is a force's name that no label explains: the reviewing force's on a force's tab.
    """
    gathered: Facts = {}
    named: set[str] = set()
    for head in heads:
        for column in columns:
            line, kind = head.line, head.within.get(column - 1, head.before)
            text = grid.text(line, column)
            if not text:
                continue
            area = grid.area(line, column)
            if area.left < columns[0] and area.right > columns[-1] + len(columns) * 2:
                break  # over the whole table: said of the tab
            where = address(*grid.back(area.top, area.left))
            if kind in NO_FORCES and natures.is_name(text) and not is_code(text):
                kind = ""  # it stands in line with "Quarter", which has its value beside it
            spoken = said(text)
            bare = [text, *(part.value for part in spoken.parts if not part.label)] if not kind else []
            for name in bare:
                if natures.is_name(name) and not is_code(name):
                    gathered.setdefault("name", Fact(name, where))
            told = in_text(spoken, text, kind, where)
            take(gathered, told, named, () if head.offender else (kind, spoken.label))
            for found, fact in told.items():
                if _says_better(found, fact.text, gathered[found].text, natures):
                    gathered[found] = fact
    return gathered


def take(gathered: Facts, told: Facts, named: set[str], labels: tuple[str, ...]) -> None:
    """Add what a cell tells: the first of a kind stands, but for one by its look where these `labels` tell another.

    `named` are the kinds that labels have told so far.
    """
    for kind, fact in told.items():
        labelled = kind in labels and kind not in named
        if kind not in gathered or labelled:
            gathered[kind] = fact
        if labelled:
            named.add(kind)


def _says_better(kind: str, text: str, before: str, natures: Natures) -> bool:
    """Whether a second text under such a label is what the first is not.

    Lines of a list are numbered under "ID" too; "Reviewer name" stands beside "Reviewing force".
    """
    if kind == "ref":
        return is_number(before) and not is_number(text)
    return kind == "reviewing" and natures.is_name(text) and not natures.is_name(before)


def labels_within(grid: Grid, line: int, columns: Iterable[int]) -> dict[int, str]:
    """{column: kind} of labels that each review has, with their values beside them: "Ref | CHE 1 | Ref | CHE 2".

    "Owner | Next steps" time and again are columns' heads: two plans have two officers, two references.
    """
    texts = {column: grid.text(line, column) for column in columns if grid.anchored(line, column)}
    kinds = {
        c: kind for c, text in texts.items() if not said(text).value and (kind := kind_of_label(text)) in ATTRIBUTES
    }
    first, last = min(kinds, default=0), max(kinds, default=0)
    between = {column: text for column, text in texts.items() if text and first <= column <= last}
    if any(not label(text) and column - 1 not in kinds for column, text in between.items()):
        return {}  # a label for several values
    alike: dict[str, list[int]] = defaultdict(list)
    for column in kinds:
        alike[plain(texts[column])].append(column)
    told = [columns for columns in alike.values() if _is_of_each(grid, line, columns, kinds[columns[0]])]
    return {column: kinds[column] for column in sorted(column for columns in told for column in columns)}


def _is_of_each(grid: Grid, line: int, columns: list[int], kind: str) -> bool:
    """Whether the same label in these columns has a value of each review right of it."""
    values = [v for c in columns if not (told := said(v := grid.text(line, c + 1))) or (told.risk and kind == "risk")]
    same = kind in ("ref", "officer", "date") and len(set(values)) == 1
    return kind != "review" and len(columns) > 1 and any(values) and not same


def text_before(grid: Grid, line: int, left: int, start: int) -> str:
    """The text nearest to the left of the reviews' columns on a line: its label, if it is one."""
    return next((text for column in range(start - 1, left - 1, -1) if (text := grid.text(line, column))), "")


def kind_of_label(text: str) -> str:
    """The kind that a label gives a line of values; a dash for a label that says nothing of a review."""
    kind = label(text)
    if kind in ("question", "number", "section"):
        return ""  # that label is of the column below it
    if kind:
        return kind if kind in {*ATTRIBUTES, "elsewhere"} else "-"
    spoken = said(text)
    return spoken.label if spoken.label in ATTRIBUTES and not spoken.value else ""


def in_text(found: Said, text: str, kind: str, where: str) -> Facts:
    """The facts in one text, whose bare value means `kind` (empty: tell by its look)."""
    if found.parts:
        gathered: Facts = {}
        for part in found.parts:
            bare = "" if _is_score(part.value) else part.value
            inner = in_text(part, part.value, "", where) if part.label or part.risk else _by_look(bare, where)
            gathered |= {k: v for k, v in inner.items() if k not in gathered}
        return gathered
    if found.risk:
        return {"risk": Fact(found.risk.value, where)} if kind != "elsewhere" else {}
    if found.label == "review":
        return {"review": Fact(found.value or text, where)}
    if (found.label or kind) == "reviewing" and is_officer(found.value or text):
        return {}  # the officer who reviewed, not the plan's
    if found.label and found.value:
        return {found.label: Fact(found.value, where)}
    if found.label or not text or kind in ("risk", "elsewhere", "-"):
        return {}
    return {kind: Fact(text, where)} if kind and _fits(kind, text) else _by_look(text, where)


def is_officer(text: str) -> bool:
    """Whether it looks like an officer's reference: "PC 1101"."""
    return bool(_OFFICER.match(text))


def _is_score(text: str) -> bool:
    """ "Very high (5)", and no reference: "Very high (C5)"."""
    return is_number(text) and (text[0].isdigit() or text[0] in "Qq(")


def _fits(kind: str, text: str) -> bool:
    """Whether a text may be what a label announces: a plan's reference is neither a force nor a quarter.

    Such a label is of something else, and merely stands in line with the references.
    """
    if kind in ("reviewing", "force"):
        return not is_code(text)
    if kind == "quarter" and is_code(text):
        return is_number(text) or bool(_DATE.match(text)) or bool(named(text) and _QUARTER_FIRST.match(text))
    return True


def looks_like_a_fact(text: str, natures: Natures) -> bool:
    """Whether a text without a label is an officer, a reference or a force, and no mere number."""
    return (len(text) > LONGEST_NUMBER and bool(_by_look(text, ""))) or natures.is_name(text)


def _by_look(text: str, where: str) -> Facts:
    if not text:
        return {}
    if is_officer(text):
        return {"officer": Fact(text, where)}
    if is_quarter(text):
        return {"quarter": Fact(text, where)}
    return {"ref": Fact(text, where)} if is_code(text) and ":" not in text else {}  # "MAPPA: 1"
