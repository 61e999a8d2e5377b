"""Conditional formats of a worksheet part, of 2007 and of the 2010 extension, as rules."""

from __future__ import annotations

from dataclasses import replace

from arms_analytics.workbook.files import markup
from arms_analytics.workbook.files.colours import Palette
from arms_analytics.workbook.files.conditional.rules import MOST_RULES, Rule, Stop
from arms_analytics.workbook.files.fills import Fill, colour_fill
from arms_analytics.workbook.files.markup import Attributes, Ends, Starts
from arms_analytics.workbook.files.references import area_of
from arms_analytics.workbook.files.refusals import CLEAR_RULES, too_many_rules
from arms_analytics.workbook.files.spreadsheetml.cells import TRUE
from arms_analytics.workbook.files.spreadsheetml.namespaces import EXTENSION, FORMULAS, MAIN
from arms_analytics.workbook.files.spreadsheetml.styles import Pattern, differential_fill

MOST_AREAS = 50_000
"""Of all rules of a tab together."""


class RuleReader:
    """Handlers that gather the rules of one tab; `rules` is whole when the part has been read."""

    def __init__(self, tab: str, differential: list[Fill | None], palette: Palette, pieces: list[str]) -> None:
        self.rules: list[Rule] = []
        self._tab, self._differential, self._palette, self._pieces = tab, differential, palette, pieces
        self._first, self._areas = 0, 0
        self._sqref = ""
        self._pattern: Pattern | None = None
        self._in_stop = False

    def handlers(self) -> tuple[Starts, Ends]:
        """By full element name, for `markup.read`."""
        both = {
            "conditionalFormatting": self._format, "cfRule": self._rule, "cfvo": self._stop,
            "color": self._colour,
        }  # fmt: skip
        starts = markup.named(both, *MAIN, EXTENSION) | markup.named({"formula": self._clear}, *MAIN)
        starts |= markup.named({"dxf": self._dxf}, EXTENSION)
        starts |= markup.named(
            {"patternFill": self._pattern_fill, "fgColor": self._front, "bgColor": self._back}, *MAIN
        )
        starts |= markup.named({"f": self._clear, "sqref": self._clear}, FORMULAS)
        ends = markup.named({"cfvo": self._stop_end, "conditionalFormatting": self._format_end}, *MAIN, EXTENSION)
        ends |= markup.named({"formula": self._formula}, *MAIN)
        ends |= markup.named({"f": self._formula, "sqref": self._sqref_end}, FORMULAS)
        ends |= markup.named({"dxf": self._dxf_end}, EXTENSION)
        return starts, ends

    def _clear(self, _: Attributes) -> None:
        self._pieces.clear()

    def _format(self, attributes: Attributes) -> None:
        self._first, self._sqref = len(self.rules), attributes.get("sqref", "")

    def _sqref_end(self) -> None:
        self._sqref = "".join(self._pieces)

    def _format_end(self) -> None:
        references = self._sqref.split()
        self._areas += len(references)
        if self._areas > MOST_AREAS:
            raise too_many_rules(self._tab, CLEAR_RULES)
        areas = tuple(map(area_of, references))
        for rule in self.rules[self._first :]:
            rule.areas = areas

    def _rule(self, attributes: Attributes) -> None:
        if len(self.rules) >= MOST_RULES:
            raise too_many_rules(self._tab, CLEAR_RULES)
        priority, dxf = attributes.get("priority", ""), attributes.get("dxfId", "")
        rule = Rule(
            attributes.get("type", ""),
            int(priority) if priority.isdecimal() and len(priority) < 10 else len(self.rules),
            stops_here=attributes.get("stopIfTrue") in TRUE,
            options=attributes,
        )
        if dxf.isdecimal() and len(dxf) < 10 and int(dxf) < len(self._differential):
            rule.fill = self._differential[int(dxf)]
        self.rules.append(rule)

    def _formula(self) -> None:
        text = "".join(self._pieces)
        if not self.rules:
            return
        rule = self.rules[-1]
        if self._in_stop and rule.scale:
            rule.scale[-1].value = text
        else:
            rule.formulas.append(text)

    def _stop(self, attributes: Attributes) -> None:
        self._in_stop = True
        if self.rules:
            self.rules[-1].scale.append(Stop(attributes.get("type", ""), attributes.get("val", "")))

    def _stop_end(self) -> None:
        self._in_stop = False

    def _colour(self, attributes: Attributes) -> None:
        bare = [stop for stop in self.rules[-1].scale if stop.colour == Fill()] if self.rules else []
        if bare:
            bare[0].colour = colour_fill(attributes, self._palette)

    def _dxf(self, _: Attributes) -> None:
        self._pattern = None

    def _pattern_fill(self, attributes: Attributes) -> None:
        self._pattern = Pattern(attributes.get("patternType", "none"), "patternType" in attributes)

    def _front(self, attributes: Attributes) -> None:
        self._pattern = replace(self._pattern or Pattern(), front=attributes)

    def _back(self, attributes: Attributes) -> None:
        self._pattern = replace(self._pattern or Pattern(), back=attributes)

    def _dxf_end(self) -> None:
        if self.rules:
            self.rules[-1].fill = differential_fill(self._pattern, self._palette)
