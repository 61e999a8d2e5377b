"""A tab that holds one review and says its risk level in its own name alone: "Cheshire - Low"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from arms_analytics.vocabulary import RiskLevel
from arms_analytics.workbook.cells import Cell, Place, Sheet, address
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.pairs import Pair
from arms_analytics.workbook.tables.recognise import recognise
from arms_analytics.workbook.tables.table import Fact, Table

OF_A_REVIEW = {"ref", "officer", "team"}


def named(
    table: Table | None, sheet: Sheet, natures: Natures, key: frozenset[Place], risk: RiskLevel, told: Iterable[Pair]
) -> Table | None:
    """The tab's table; where nothing on the tab heads one, read as if the level in the tab's name stood above it.

    What no head says of the only review, the tab's name and its labels with values (`told`) say.
    """
    if table is None:
        heading = Cell(0, 1, risk.label, f"Risk level: {risk.label}")
        table = recognise(replace(sheet, cells={(0, 1): heading} | sheet.cells), natures, key)
        if table is None or len(table.reviews) > 1:
            return None
        del table.reviews[0].facts["risk"]  # it stands at no address of the tab
    if len(table.reviews) == 1:
        review = table.reviews[0]
        of_tab = {pair.kind: Fact(pair.text, pair.where) for pair in told if pair.kind in OF_A_REVIEW}
        review.facts = of_tab | {"risk": Fact(risk.value, address(*review.place))} | review.facts
    return table
