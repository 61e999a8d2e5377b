""".ods: from the parts of the container to sheets."""

from __future__ import annotations

from arms_analytics.workbook import markup
from arms_analytics.workbook.cells import Area, Sheet, UnreadableWorkbookError
from arms_analytics.workbook.conditional.painting import paint
from arms_analytics.workbook.conditional.rules import MOST_RULES, Rule
from arms_analytics.workbook.container import Container, too_large
from arms_analytics.workbook.drafts import TAIL, CellBudget, finished
from arms_analytics.workbook.markup import Tags
from arms_analytics.workbook.ods_cells import Tab, TabReader
from arms_analytics.workbook.ods_conditions import ConditionReader
from arms_analytics.workbook.ods_rules import base_of, rule_of
from arms_analytics.workbook.ods_styles import OdsStyles, StyleReader, read_styles
from arms_analytics.workbook.shared_strings import TextBudget
from arms_analytics.workbook.signature import encrypted
from arms_analytics.workbook.styles import NO_FILL, Fill

MANIFEST = "META-INF/manifest.xml"
RUN = 1_000
"""A run of one format over more cells than this is a painted row, column or sheet, not boxes."""


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
    contents = tab.draft.contents
    last_row = max((row for row, _ in contents), default=0) + TAIL
    last_column = max((column for _, column in contents), default=0) + TAIL
    for area, style in tab.styled:
        if style not in numbers:
            numbers[style] = len(fills)
            fills.append(styles.fill(style) or NO_FILL)
        if fills[numbers[style]].paints:
            _paint(tab, area, numbers[style], Area(1, 1, last_row, last_column))
        if len(tab.draft.formats) > budget.left:
            budget.spend(len(tab.draft.formats))
    return finished(tab.draft, [*fills, NO_FILL], budget)


def _paint(tab: Tab, area: Area, form: int, extent: Area) -> None:
    """Lays a format over the cells of a range: all of a short run, only those that say something of a long one."""
    draft = tab.draft
    if (area.bottom - area.top + 1) * (area.right - area.left + 1) <= RUN:
        for row in range(area.top, min(area.bottom, extent.bottom) + 1):
            for column in range(area.left, min(area.right, extent.right) + 1):
                draft.formats[row, column] = form
    else:
        draft.formats |= dict.fromkeys((place for place in draft.contents if place in area), form)


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
