"""LibreOffice's own table of conditions at the end of each tab, as rules; it wins over conditions kept in styles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from arms_analytics.workbook.cells import Area
from arms_analytics.workbook.files import markup
from arms_analytics.workbook.files.conditional.rules import MOST_RULES, Rule, Stop
from arms_analytics.workbook.files.markup import Attributes, Starts
from arms_analytics.workbook.files.opendocument.conditions import base_of, rule_of
from arms_analytics.workbook.files.opendocument.namespaces import CALC
from arms_analytics.workbook.files.opendocument.styles import OdsStyles, fill_of
from arms_analytics.workbook.files.references import area_of
from arms_analytics.workbook.files.refusals import too_many_rules

if TYPE_CHECKING:
    from arms_analytics.workbook.files.opendocument.cells import TabReader

TAB = r"\$?(?:'(?:[^']|'')*'|[^\s.':]+)"
CELL = r"\$?[A-Z]+\$?\d+"
TARGET = re.compile(rf"(?:{TAB})?\.({CELL})(?::(?:{TAB})?\.({CELL}))?")
STOPS = {"minimum": "min", "maximum": "max", "number": "num", "auto-minimum": "min", "auto-maximum": "max"}


class RuleReader:
    """Handlers that gather rules by the tab being read; `rules` by the place of the tab among `TabReader.tabs`."""

    def __init__(self, styles: OdsStyles, tabs: TabReader) -> None:
        self.rules: dict[int, list[Rule]] = {}
        self._styles, self._tabs = styles, tabs
        self._areas: tuple[Area, ...] = ()

    def starts(self) -> Starts:
        """By full element name, for `markup.read`."""
        return markup.named(
            {
                "conditional-format": self._format, "condition": self._condition, "date-is": self._undecided,
                "data-bar": self._bar, "color-scale": self._scale, "color-scale-entry": self._stop,
            },
            CALC,
        )  # fmt: skip

    def _format(self, attributes: Attributes) -> None:
        targets = TARGET.finditer(attributes.get(f"{CALC} target-range-address", ""))
        self._areas = tuple(area_of(f"{match[1]}:{match[2] or match[1]}") for match in targets)

    def _add(self, rule: Rule) -> None:
        rules = self.rules.setdefault(len(self._tabs.tabs) - 1, [])
        rules.append(rule)
        if len(rules) > MOST_RULES:
            raise too_many_rules()

    def _priority(self) -> int:
        return len(self.rules.get(len(self._tabs.tabs) - 1, ()))

    def _condition(self, attributes: Attributes) -> None:
        fill = self._styles.fill(attributes.get(f"{CALC} apply-style-name", ""))
        rule = rule_of(attributes.get(f"{CALC} value", ""), fill, self._areas, self._priority())
        rule.base = base_of(attributes.get(f"{CALC} base-cell-address", ""))
        self._add(rule)

    def _undecided(self, attributes: Attributes) -> None:
        fill = self._styles.fill(attributes.get(f"{CALC} style", ""))
        self._add(Rule("unknown", self._priority(), self._areas, fill))

    def _bar(self, _: Attributes) -> None:
        self._add(Rule("dataBar", self._priority(), self._areas))

    def _scale(self, _: Attributes) -> None:
        self._add(Rule("colorScale", self._priority(), self._areas))

    def _stop(self, attributes: Attributes) -> None:
        rules = self.rules.get(len(self._tabs.tabs) - 1)
        if rules and rules[-1].kind == "colorScale":
            kind, value = attributes.get(f"{CALC} type", ""), attributes.get(f"{CALC} value", "")
            rules[-1].scale.append(Stop(STOPS.get(kind, kind), value, fill_of(attributes.get(f"{CALC} color", ""))))
