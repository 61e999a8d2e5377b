"""Which quarter sources decide on together: one that names it, or the number of one and the year of another."""

from __future__ import annotations

from arms_analytics.vocabulary import Quarter
from arms_analytics.workbook.collated import Collated, Tab
from arms_analytics.workbook.settling.asking_quarters import CALENDAR, FINANCIAL
from arms_analytics.workbook.settling.quarter_sources import Source, heads, of_cover, of_file, of_heads, of_tab
from arms_analytics.workbook.texts.quarters import readings


def decide(book: Collated, sources: list[Source]) -> Quarter | None:
    """The one quarter on which all sources that name one agree, and which none contradicts by its number."""
    quarter = _agreed(book, sources)
    return quarter if quarter is not None and all(source.allows(quarter) for source in sources) else None


def _agreed(book: Collated, sources: list[Source]) -> Quarter | None:
    certain = [source.quarters for source in sources if source.quarters]
    if any(len(quarters) > 1 for quarters in certain[:1]):
        return None
    named_by_all = set.intersection(*certain) if certain else set()
    if certain and len(named_by_all) != 1:
        return None
    bare = {pair for source in sources for pair in source.bare}
    if named_by_all:
        quarter = next(iter(named_by_all))
        return quarter if all(quarter in readings(*pair, book.network.first_month) for pair in bare) else None
    if bare:
        meant = {_bare(book, pair) for pair in bare}
        return meant.pop() if len(meant) == 1 else None
    return _pieced_together(book, sources)


def _bare(book: Collated, pair: tuple[int, int]) -> Quarter | None:
    convention = book.answers.get("bare_year") or book.network.bare_year
    financial, *calendar = readings(*pair, book.network.first_month)
    if not calendar or convention == FINANCIAL:
        return financial
    return calendar[0] if convention == CALENDAR else None


def _pieced_together(book: Collated, sources: list[Source]) -> Quarter | None:
    """The number from one place ("Q1" on the tab) and the year from another ("2025/26" in the file's name)."""
    numbers = next((source.numbers for source in sources if len(source.numbers) == 1), set())
    years = {year for source in sources for year in source.years}
    if len(numbers) == 1 and len(years) == 1:
        return Quarter(next(iter(years)), next(iter(numbers)), book.network.first_month)
    return None


def own_quarter(book: Collated, tab: Tab) -> Quarter | None:
    """The quarter that a tab's name, cells, heading or heads say, the year perhaps by the cover or the file's name."""
    *cells, name = of_tab(book, tab)
    for source in (name, *cells, of_heads(tab, heads(book, tab))):
        if len(source.quarters) == 1:
            return next(iter(source.quarters))
    return decide(book, [name, *cells, of_cover(book), of_file(book)])
