"""styles.xml and the theme: which fill and which number format each cell format paints with.

The rules that measured right on thousands of public workbooks: the format's fillId wins and applyFill is ignored;
pattern `none` or absent is no fill whatever its colours; solid without fgColor is black; in a differential format
(conditional formatting) a solid fill's colour is bgColor.
"""

from __future__ import annotations

from collections.abc import Iterable, Sized
from dataclasses import dataclass, field
from typing import Any

from arms_analytics.workbook.files import markup
from arms_analytics.workbook.files.budgets import TagBudget
from arms_analytics.workbook.files.colours import INDEXED, OFFICE, Palette, UnknownColourError, from_hex
from arms_analytics.workbook.files.fills import MOST_FORMATS, NO_FILL, Fill, colour_fill
from arms_analytics.workbook.files.markup import Attributes
from arms_analytics.workbook.files.refusals import too_large
from arms_analytics.workbook.files.spreadsheetml.namespaces import DRAWING, MAIN

THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")


@dataclass(slots=True)
class Styles:
    """By cell format (a cell's `s`): fill and number format; by differential format: fill, None where it sets none."""

    fills: list[Fill] = field(default_factory=lambda: [NO_FILL])
    number_formats: list[str] = field(default_factory=lambda: ["General"])
    differential: list[Fill | None] = field(default_factory=list)
    palette: Palette = field(default_factory=Palette)


def theme_colours(chunks: Iterable[bytes], tags: TagBudget) -> list[str | None]:
    """The theme's twelve colours in the order in which formats number them; None for one given in another way."""
    found: dict[str, str | None] = {}
    scheme: list[str] = []

    def entry(name: str) -> Any:
        return lambda _: scheme.__setitem__(slice(None), [name])

    def colour(attribute: str) -> Any:
        def start(attributes: Attributes) -> None:
            if scheme and scheme[0] not in found:
                found[scheme[0]] = _hex_or_none(attributes.get(attribute, ""))

        return start

    starts = {name: entry(name) for name in THEME_ORDER}
    starts |= {"srgbClr": colour("val"), "sysClr": colour("lastClr")}
    ends = {"clrScheme": scheme.clear} | dict.fromkeys(THEME_ORDER, scheme.clear)
    markup.read(chunks, tags, markup.named(starts, *DRAWING), markup.named(ends, *DRAWING), part="theme")
    return [found.get(name) for name in THEME_ORDER] if found else list(OFFICE)


def _hex_or_none(text: str) -> str | None:
    try:
        return from_hex(text)
    except UnknownColourError:
        return None


def read_styles(chunks: Iterable[bytes], tags: TagBudget, theme: list[str | None]) -> Styles:
    """The workbook's cell formats and differential formats, their fills resolved to colours."""
    return _StylesReader(theme).read(chunks, tags)


@dataclass(slots=True)
class Pattern:
    """One `<fill>` as written."""

    kind: str = "none"
    typed: bool = False
    gradient: bool = False
    front: Attributes | None = None
    back: Attributes | None = None


class _StylesReader:
    def __init__(self, theme: list[str | None]) -> None:
        self.theme = theme
        self.indexed: list[str] = []
        self.patterns: list[Pattern] = []
        self.codes: dict[int, str] = {}
        self.named: list[tuple[int, int]] = []
        self.formats: list[Attributes] = []
        self.differential: list[Pattern | None] = []
        self.section = ""
        self.pattern = Pattern()

    def read(self, chunks: Iterable[bytes], tags: TagBudget) -> Styles:
        sections = ("fills", "cellStyleXfs", "cellXfs", "dxfs")
        starts = {name: self._enter(name) for name in sections} | {
            "fill": self._fill, "patternFill": self._pattern_fill, "gradientFill": self._gradient,
            "fgColor": self._front, "bgColor": self._back, "numFmt": self._number_format, "xf": self._format,
            "dxf": self._dxf, "rgbColor": self._rgb,
        }  # fmt: skip
        ends = dict.fromkeys(sections, self._leave)
        markup.read(chunks, tags, markup.named(starts, *MAIN), markup.named(ends, *MAIN), part="styles.xml")
        return self._resolved()

    def _enter(self, section: str) -> Any:
        def start(_: Attributes) -> None:
            self.section = section

        return start

    def _leave(self) -> None:
        self.section = ""

    def _count(self, held: Sized) -> None:
        if len(held) >= MOST_FORMATS:
            raise too_large(f"it has more than {MOST_FORMATS:,} cell formats")

    def _fill(self, _: Attributes) -> None:
        self.pattern = Pattern()
        if self.section == "fills":
            self._count(self.patterns)
            self.patterns.append(self.pattern)
        elif self.section == "dxfs" and self.differential:
            self.differential[-1] = self.pattern

    def _pattern_fill(self, attributes: Attributes) -> None:
        self.pattern.kind = attributes.get("patternType", "none")
        self.pattern.typed = "patternType" in attributes

    def _gradient(self, _: Attributes) -> None:
        self.pattern.gradient = True

    def _front(self, attributes: Attributes) -> None:
        self.pattern.front = attributes

    def _back(self, attributes: Attributes) -> None:
        self.pattern.back = attributes

    def _number_format(self, attributes: Attributes) -> None:
        if self.section != "dxfs":
            self._count(self.codes)
            self.codes[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "General")

    def _format(self, attributes: Attributes) -> None:
        if self.section == "cellXfs":
            self._count(self.formats)
            self.formats.append(attributes)
        elif self.section == "cellStyleXfs":
            self._count(self.named)
            self.named.append((_whole(attributes.get("fillId")), _whole(attributes.get("numFmtId"))))

    def _dxf(self, _: Attributes) -> None:
        self._count(self.differential)
        self.differential.append(None)

    def _rgb(self, attributes: Attributes) -> None:
        self._count(self.indexed)
        self.indexed.append(_hex_or_none(attributes.get("rgb", "")) or "000000")

    def _resolved(self) -> Styles:
        palette = Palette(self.theme, [*self.indexed, *INDEXED[len(self.indexed) :]])
        fills = [_painted(pattern, palette) for pattern in self.patterns]
        styles = Styles([], [], [differential_fill(pattern, palette) for pattern in self.differential], palette)
        for attributes in self.formats:
            style = _whole(attributes.get("xfId"))
            fill, code = self.named[style] if 0 <= style < len(self.named) else (0, 0)
            if "fillId" in attributes:
                fill = _whole(attributes["fillId"])
            if "numFmtId" in attributes:
                code = _whole(attributes["numFmtId"])
            styles.fills.append(fills[fill] if 0 <= fill < len(fills) else NO_FILL)
            styles.number_formats.append(self.codes.get(code) or BUILT_IN.get(code, "General"))
        return styles if styles.fills else Styles(differential=styles.differential, palette=palette)


def _painted(pattern: Pattern, palette: Palette) -> Fill:
    if pattern.gradient:
        return Fill(unsettled="a gradient of colours")
    if pattern.kind == "none":
        return NO_FILL
    if pattern.kind != "solid":
        return Fill(unsettled="a pattern of two colours")
    return colour_fill(pattern.front or {}, palette)


def differential_fill(pattern: Pattern | None, palette: Palette) -> Fill | None:
    """A conditional format's fill; None where it leaves the fill alone."""
    if pattern is None:
        return None
    if pattern.gradient:
        return Fill(unsettled="a gradient of colours")
    if pattern.typed and pattern.kind != "solid":
        return NO_FILL if pattern.kind == "none" else Fill(unsettled="a pattern of two colours")
    if pattern.back is not None:
        return colour_fill(pattern.back, palette)
    if pattern.front is not None:
        return Fill(unsettled="a conditional format without a background colour")
    return None


def _whole(text: str | None) -> int:
    """A number as written, -1 for what is none, 0 where absent."""
    if not text:
        return 0
    return int(text) if text.isdecimal() and len(text) < 10 else -1


BUILT_IN = {
    9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
}  # fmt: skip
"""Number formats that are known by number alone and that change what a reader sees; 14 and 22 as in Britain."""
