""".ods: from the parts of the container to sheets."""

from __future__ import annotations

from arms_analytics.workbook.cells import Area, Sheet, UnreadableWorkbookError
from arms_analytics.workbook.files import markup
from arms_analytics.workbook.files.budgets import CellBudget, Tags, TextBudget
from arms_analytics.workbook.files.conditional.painting import paint
from arms_analytics.workbook.files.conditional.rules import MOST_RULES, Rule
from arms_analytics.workbook.files.container import Container, too_large
from arms_analytics.workbook.files.drafts import finished
from arms_analytics.workbook.files.opendocument.cells import TabInFile, TabReader
from arms_analytics.workbook.files.opendocument.conditions import ConditionReader
from arms_analytics.workbook.files.opendocument.rules import base_of, rule_of
from arms_analytics.workbook.files.opendocument.styles import OdsStyles, StyleReader, read_styles
from arms_analytics.workbook.files.signature import encrypted

MANIFEST = "META-INF/manifest.xml"


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
        (finished(tab.draft, budget), conditions.rules.get(number) or _style_rules(tab, styles))
        for number, tab in enumerate(tabs.tabs)
    ]
    paint(read)
    return [sheet for sheet, _ in read]


def _style_rules(tab: TabInFile, styles: OdsStyles) -> list[Rule]:
    """The conditions that the tab's styles hold, over the ranges they are laid on."""
    areas: dict[str, list[Area]] = {}
    for area, style in tab.mapped:
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
