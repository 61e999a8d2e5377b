""".ods: from the parts of the container to sheets."""

from __future__ import annotations

from arms_analytics.workbook.cells import Area, Sheet
from arms_analytics.workbook.files import markup
from arms_analytics.workbook.files.budgets import CellBudget, TagBudget, TextBudget
from arms_analytics.workbook.files.conditional.painting import paint
from arms_analytics.workbook.files.conditional.rules import MOST_RULES, Rule
from arms_analytics.workbook.files.container import Container
from arms_analytics.workbook.files.opendocument.cells import TabInFile, TabReader
from arms_analytics.workbook.files.opendocument.conditions import base_of, rule_of
from arms_analytics.workbook.files.opendocument.rules import RuleReader
from arms_analytics.workbook.files.opendocument.styles import OdsStyles, StyleReader, read_styles
from arms_analytics.workbook.files.raw_sheet import finished
from arms_analytics.workbook.files.refusals import (
    encrypted,
    no_sheets,
    too_many_rules,
)

MANIFEST = "META-INF/manifest.xml"


def sheets(container: Container) -> list[Sheet]:
    """All tabs in order.

    Raises UnreadableWorkbookError (`encrypted`, `no_sheets`, `too_large`, `corrupt`).
    """
    if MANIFEST in container and any(b"encryption-data" in chunk for chunk in container.chunks(MANIFEST)):
        raise encrypted()
    tags, styles, pieces = TagBudget(), OdsStyles(), list[str]()
    if "styles.xml" in container:
        read_styles(container.chunks("styles.xml"), tags, styles)
    tabs = TabReader(styles, TextBudget(), pieces)
    rules = RuleReader(styles, tabs)
    starts, ends = tabs.handlers()
    style_starts, style_ends = StyleReader(styles).handlers()
    starts |= style_starts | rules.starts()
    markup.read(container.chunks("content.xml"), tags, starts, ends | style_ends, pieces, "content.xml")
    if not tabs.tabs:
        raise no_sheets("tabs")
    budget = CellBudget()
    read = [
        (finished(tab.raw, budget), rules.rules.get(number) or _style_rules(tab, styles))
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
            raise too_many_rules(tab.raw.name)
    return rules
