"""Effective colours: from RGB, theme, index and tint to RRGGBB, as Excel paints them.

Theme order and tint: ECMA-376 part 1, 18.8.3 and 18.8.19; the indexed palette: 18.8.27.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from arms_analytics.workbook.files.tints import tinted

INDEXED = tuple(
    (
        "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF "
        * 2
        + "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC "
        "CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC "
        "CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 "
        "993366 333399 333333"
    ).split()
)
SYSTEM = {64: "000000", 65: "FFFFFF"}
"""Indexes beyond the palette: the window's text and the window's background."""
OFFICE: tuple[str | None, ...] = (
    "FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6", "F79646", "0000FF",
    "800080",
)  # fmt: skip
"""The theme that a workbook without one is painted with: lt1, dk1, lt2, dk2, six accents, two links."""
HEX = frozenset("0123456789abcdefABCDEF")


class UnknownColourError(ValueError):
    """What stands there names no colour; the message says why, for `Cell.unsettled`."""


@dataclass(frozen=True, slots=True)
class Palette:
    """What a workbook's indexes and theme numbers mean. A theme colour may be None: given in a way we cannot read."""

    theme: Sequence[str | None] = OFFICE
    indexed: Sequence[str] = INDEXED

    def colour(self, attributes: Mapping[str, str]) -> str:
        """RRGGBB of a `<color rgb= theme= indexed= tint=>` element. UnknownColourError when it names none."""
        base = self._base(attributes)
        tint = attributes.get("tint")
        if not tint:
            return base
        try:
            share = float(tint)
        except ValueError:
            raise UnknownColourError("a tint that is no number") from None
        if not -1 <= share <= 1:
            raise UnknownColourError("a tint beyond lightest or darkest")
        return tinted(base, share)

    def _base(self, attributes: Mapping[str, str]) -> str:
        if "rgb" in attributes:
            return from_hex(attributes["rgb"])
        if "theme" in attributes:
            found = _item(self.theme, attributes["theme"])
        elif "indexed" in attributes:
            found = _item(self.indexed, attributes["indexed"]) or SYSTEM.get(_number(attributes["indexed"]))
        else:
            return SYSTEM[64]
        if found is None:
            raise UnknownColourError("a colour that its theme or palette does not hold")
        return found


def from_hex(text: str) -> str:
    """RRGGBB of `AARRGGBB` or `RRGGBB`; UnknownColourError for anything else.

    Alpha is left out: Excel paints every fill opaque.
    """
    colour = text.strip().lstrip("#")[-6:].upper()
    if len(colour) != 6 or not HEX.issuperset(colour):
        raise UnknownColourError("a colour that is no RGB value")
    return colour


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        return -1


def _item(colours: Sequence[str | None], index: str) -> str | None:
    number = _number(index)
    return colours[number] if 0 <= number < len(colours) else None
