"""What a cell's format paints: a colour, nothing, or what cannot be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from arms_analytics.workbook.files.colours import Palette, UnknownColourError, from_hex

MOST_FORMATS = 100_000
"""Of a workbook's formats of each kind; Excel itself allows 65,490."""


@dataclass(frozen=True, slots=True)
class Fill:
    """What a format paints: `colour` RRGGBB or None for no fill; or `unsettled`, the reason why it cannot be told."""

    colour: str | None = None
    unsettled: str = ""

    @property
    def paints(self) -> bool:
        """Whether a person sees anything but the bare sheet."""
        return self.colour is not None or self.unsettled != ""


NO_FILL = Fill()


def colour_fill(attributes: Mapping[str, str], palette: Palette) -> Fill:
    """A solid fill of a `<color>` element's colour; unsettled when that names none."""
    try:
        return Fill(palette.colour(attributes))
    except UnknownColourError as error:
        return Fill(unsettled=str(error))


def hex_fill(colour: str) -> Fill:
    """A solid fill of a colour as text, `00B050` or `#00b050`; unsettled when it names none."""
    try:
        return Fill(from_hex(colour))
    except UnknownColourError as error:
        return Fill(unsettled=str(error))
