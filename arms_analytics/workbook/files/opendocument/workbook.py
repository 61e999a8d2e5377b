""".ods: from the parts of the container to sheets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from arms_analytics.workbook.cells import Area, Sheet, UnreadableWorkbookError
from arms_analytics.workbook.files import markup
from arms_analytics.workbook.files.budgets import CellBudget, Tags, TextBudget
from arms_analytics.workbook.files.conditional.painting import paint
from arms_analytics.workbook.files.conditional.rules import MOST_RULES, Rule
from arms_analytics.workbook.files.container import Container, too_large
from arms_analytics.workbook.files.drafts import TAIL, finished
from arms_analytics.workbook.files.fills import NO_FILL, Fill
from arms_analytics.workbook.files.opendocument.cells import Tab, TabReader
from arms_analytics.workbook.files.opendocument.conditions import ConditionReader
from arms_analytics.workbook.files.opendocument.rules import base_of, rule_of
from arms_analytics.workbook.files.opendocument.styles import OdsStyles, StyleReader, read_styles
from arms_analytics.workbook.files.places import Place, Places
from arms_analytics.workbook.files.signature import encrypted

MANIFEST = "META-INF/manifest.xml"
RUN = 1_000
"""A run of one format over more cells than this is a painted row, column or sheet: only cells with words have it."""


def sheets(container: Container) -> list[Sheet]:
    """All tabs in order."""
    if MANIFEST in container and any(b"encryption-data" in chunk for chunk in container.chunks(MANIFEST)):
        raise encrypted()
    tags, styles, pieces = Tags(), OdsStyles(), list[str]()
    if "styles.xml" in container:
        read_styles(container.chunks("styles.xml"), tags, styles)
    tabs = TabReader(styles, TextBudget(), pieces)
    conditions = ConditionReader(styles, tabs)
    starts, ends = tabs.handlers()
    style_starts, style_ends = StyleReader(styles).handlers()
    starts |= style_starts | conditions.starts()
    markup.read(container.chunks("content.xml"), tags, starts, ends | style_ends, pieces, "content.xml")
    if not tabs.tabs:
        raise UnreadableWorkbookError(
            "no_sheets", "The workbook has no tabs; check that it is the collated reviews, and load those."
        )
    budget = CellBudget()
    read = [
        (_sheet(tab, styles, budget), conditions.rules.get(number) or _style_rules(tab, styles))
        for number, tab in enumerate(tabs.tabs)
    ]
    paint(read)
    return [sheet for sheet, _ in read]


def _sheet(tab: Tab, styles: OdsStyles, budget: CellBudget) -> Sheet:
    fills: list[Fill] = []
    numbers: dict[str, int] = {}
    written = Places(tab.draft.contents)
    last_row, last_column = max(written.rows, default=0) + TAIL, max(written.columns, default=0) + TAIL
    formats = tab.draft.formats
    for area, style in tab.styled:
        if style not in numbers:
            numbers[style] = len(fills)
            fills.append(styles.fill(style) or NO_FILL)
        if fills[numbers[style]].paints:
            seen = Area(area.top, area.left, min(area.bottom, last_row), min(area.right, last_column))
            formats |= dict.fromkeys(_all(seen) if _size(area) <= RUN else written.within(seen), numbers[style])
        if len(formats) > budget.left:
            budget.spend(len(formats))
    return finished(tab.draft, [*fills, NO_FILL], budget)


def _size(area: Area) -> int:
    return (area.bottom - area.top + 1) * (area.right - area.left + 1)


def _all(area: Area) -> Iterator[Place]:
    return product(range(area.top, area.bottom + 1), range(area.left, area.right + 1))


def _style_rules(tab: Tab, styles: OdsStyles) -> list[Rule]:
    """The conditions that the tab's styles hold, over the ranges they are laid on."""
    areas: dict[str, list[Area]] = {}
    for area, style in tab.styled:
        if styles.maps(style):
            areas.setdefault(style, []).append(area)
    rules: list[Rule] = []
    for style, where in areas.items():
        for condition, applied, base in styles.maps(style):
            rule = rule_of(condition, styles.fill(applied), tuple(where), len(rules))
            rule.base = base_of(base)
            rules.append(rule)
        if len(rules) > MOST_RULES:
            raise too_large(f"tab {tab.draft.name!r} has tens of thousands of conditional formats")
    return rules
