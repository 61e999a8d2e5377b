"""The colours people give the four grades, best to worst, and how the file names them.

`clear` palettes can be read from their hue alone. `keyed` ones cannot: the workbook's own key must say what they mean.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.workbook.wild.canvas import Fill
from tests.workbook.wild.truth import GRADES

GREYS = ("D9D9D9", "BFBFBF", "EDEDED", "A6A6A6")
OFFICE_2007 = ("1F497D", "EEECE1", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6", "F79646")


@dataclass(frozen=True)
class Palette:
    """`fills` by grade. `doubtful` are the grades whose colour cannot be settled without a key."""

    name: str
    fills: dict[str, Fill]
    clear: bool = True
    doubtful: frozenset[str] = frozenset()

    def __getitem__(self, grade: str) -> Fill:
        return self.fills[grade]


def _plain(name: str, *rgb: str, clear: bool = True, doubtful: tuple[str, ...] = ()) -> Palette:
    fills = dict(zip(GRADES, map(Fill, rgb), strict=True))
    return Palette(name, fills, clear and not doubtful, frozenset(doubtful))


CLEAR = [
    _plain("office standard", "FFFF00", "00B050", "FFC000", "FF0000"),
    _plain("office light green", "FFFF00", "92D050", "FFC000", "FF0000"),
    _plain("office dark red", "FFFF00", "00B050", "FFC000", "C00000"),
    _plain("office accents", "FFFF00", "70AD47", "ED7D31", "C00000"),
    _plain("office 2023", "FFFF00", "4EA72E", "E97132", "FF0000"),
    _plain("accent tints", "FFFF66", "A9D08E", "F4B084", "FF7C80"),
    _plain("google", "FFFF00", "00FF00", "FF9900", "FF0000"),
    _plain("google light", "FFFF00", "B6D7A8", "F9CB9C", "EA9999"),
    _plain("google deep", "FFFF00", "6AA84F", "E69138", "CC0000"),
    _plain("google mid", "FFFF00", "93C47D", "F6B26B", "E06666"),
    _plain("libreoffice", "FFFF00", "00A933", "FF8000", "FF0000"),
    _plain("libreoffice light", "FFFFA6", "AFD095", "FFB66C", "FF6D6D"),
    _plain("pastel", "FFFF99", "CCFFCC", "FFCC99", "FF9999"),
    _plain("faint", "FFFFCC", "DAF2D0", "FBE2D5", "FFCCCC"),
    _plain("web names", "FFFF00", "008000", "FFA500", "FF0000"),
    _plain("dark", "E5E500", "385723", "C65911", "8B0000"),
    _plain("flat", "FFF44F", "27AE60", "E67E22", "C0392B"),
    _plain("lime", "EEE800", "32CD32", "FFB347", "FF6347"),
]

KEYED = [
    _plain("okabe ito", "56B4E9", "009E73", "E69F00", "CC79A7", clear=False),
    _plain("blue to orange", "2166AC", "92C5DE", "FDB863", "B35806", clear=False),
    _plain("viridis", "FDE725", "35B779", "31688E", "440154", clear=False),
    _plain("two greens", "00B050", "92D050", "FFC000", "FF0000", clear=False),
    _plain("blue for best", "00B0F0", "00B050", "FFC000", "FF0000", clear=False),
    _plain("purple for best", "7030A0", "00B050", "FFC000", "FF0000", clear=False),
    _plain("green best, yellow good", "00B050", "FFFF00", "FFC000", "FF0000", clear=False),
    _plain("yellow amber", "00B0F0", "00B050", "FFFF00", "FF0000", clear=False),
    _plain("material", "FFEB3B", "4CAF50", "FF9800", "F44336", clear=False),
    _plain("gold", "FFD700", "9ACD32", "FF6600", "B22222", clear=False),
    _plain("close pair", "FFEB00", "00B050", "FFD000", "FF0000", clear=False),
    _plain("shades of blue", "1F4E79", "2E75B6", "9DC3E6", "DEEBF7", clear=False),
    _plain("good, neutral, bad", "FFFF00", "C6EFCE", "FFEB9C", "FFC7CE", doubtful=("requires_improvement",)),
    _plain("google pale", "FFF2CC", "D9EAD3", "FCE5CD", "F4CCCC", doubtful=("outstanding",)),
    _plain("google strong", "FFD966", "93C47D", "F6B26B", "E06666", doubtful=("outstanding",)),
    _plain("flat gold", "F1C40F", "2ECC71", "F39C12", "E74C3C", doubtful=("outstanding",)),
    _plain("orange red", "FFFF00", "00CC00", "FFBF00", "FF4500", doubtful=("inadequate",)),
]


def _tinted(rgb: str, tint: float) -> str:
    """A theme colour under a tint, by the rule of the format: lightness in HSL."""
    import colorsys

    hue, light, saturation = colorsys.rgb_to_hls(*(int(rgb[i : i + 2], 16) / 255 for i in (0, 2, 4)))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))


def _themed(name: str, *parts: tuple[int, float] | str) -> Palette:
    """Of the theme that openpyxl writes (Office 2007); index 2 is dark 2, from 4 the accents."""
    colours = {2: OFFICE_2007[1], 3: OFFICE_2007[0], **{i: OFFICE_2007[i - 2] for i in range(4, 10)}}
    fills = [
        Fill(part) if isinstance(part, str) else Fill(_tinted(colours[part[0]], part[1]), theme=part[0], tint=part[1])
        for part in parts
    ]
    return Palette(name, dict(zip(GRADES, fills, strict=True)))


THEMED = [
    _themed("theme", "FFFF00", (6, 0.0), (9, 0.0), (5, 0.0)),
    _themed("theme, lighter 40%", "FFFF00", (6, 0.3999755851924192), (9, 0.3999755851924192), (5, 0.3999755851924192)),
    _themed("theme, lighter 60%", "FFFF99", (6, 0.5999938962981048), (9, 0.5999938962981048), (5, 0.5999938962981048)),
    _themed("theme, darker 25%", "FFFF00", (6, -0.249977111117893), (9, -0.249977111117893), (5, -0.249977111117893)),
]

INDEXED = [
    Palette("indexed", dict(zip(GRADES, (Fill("FFFF00", index=13), Fill("00FF00", index=11), Fill("FF9900",
    index=52), Fill("FF0000", index=10)), strict=True))), Palette("indexed soft", dict(zip(GRADES,
    (Fill("FFFF99", index=43), Fill("CCFFCC", index=42), Fill("FFCC99", index=47), Fill("FF0000", index=10)),
    strict=True))), Palette("indexed dark", dict(zip(GRADES, (Fill("FFFF00", index=13), Fill("008000",
    index=17), Fill("FF9900", index=52), Fill("800000", index=16)), strict=True))),
]  # fmt: skip

NAMED = [
    Palette("own styles", dict(zip(GRADES, (Fill("FFFF00", style="G Outstanding"), Fill("00B050", style="G Good"),
            Fill("FFC000", style="G RI"), Fill("FF0000", style="G Inadequate")), strict=True))),
]  # fmt: skip
