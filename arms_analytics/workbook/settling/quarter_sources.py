"""What each place of a workbook says of the quarter: a tab's cells, the heads on it, its name, the cover, the file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from arms_analytics.vocabulary import Quarter
from arms_analytics.workbook.cells import Cell
from arms_analytics.workbook.collated import Collated, Tab
from arms_analytics.workbook.tables.pairs import Pair
from arms_analytics.workbook.tables.table import NO_FACT
from arms_analytics.workbook.texts.forces import LONGEST_TAB_NAME
from arms_analytics.workbook.texts.labels import label
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.quarters import Named, is_about_another, named, on_date, readings

LONGEST_TITLE = 140
_FRONT = re.compile(r"\b(?:cover|front|title|intro|introduction|index|contents|about|info|information|details|home)\b")

_LAST_FIGURES = re.compile(
    r"(?:(?P<before>\d\d)[/\-])?(?<![\dq])(?<!quarter )(?<!qtr )(?P<last>\d{1,3})$", re.IGNORECASE
)


@dataclass(slots=True)
class Source:
    """What one place (a tab's cells, its name, the cover, the file's name) says of the quarter."""

    where: str
    quarters: set[Quarter] = field(default_factory=set)
    bare: set[tuple[int, int]] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)

    def take(self, said: Named, text: str) -> None:
        """Add what a text says."""
        if said:
            self.quarters |= said.quarters
            self.bare |= said.bare
            self.numbers |= said.numbers
            self.years |= said.years
            self.texts.append(text.strip())

    def allows(self, quarter: Quarter) -> bool:
        """Whether that quarter does not contradict what is said here; a year alone may be a form's or a title's."""
        if self.quarters:
            return quarter in self.quarters
        if self.bare:
            return any(quarter in readings(*pair, quarter.first_month) for pair in self.bare)
        return not self.numbers or quarter.number in self.numbers


@dataclass(frozen=True, slots=True)
class QuarterHead:
    """What the heads of one or more reviews say of their own quarter, and the cells where they say it."""

    text: str
    cells: tuple[str, ...]
    source: Source


def heads(book: Collated, tab: Tab) -> list[QuarterHead]:
    """What the reviews of a tab say of their quarters in their own heads: each text once, with its cells."""
    told: dict[str, dict[str, None]] = {}
    for review in tab.reviews:
        text, where = review.facts.get("quarter", NO_FACT)
        if named(text, book.network.first_month):
            told.setdefault(text.strip(), {})[where] = None
    found = []
    for text, cells in told.items():
        source = Source(f"the head at {', '.join(cells)}")
        source.take(named(text, book.network.first_month), text)
        found.append(QuarterHead(text, tuple(cells), source))
    return found


def of_heads(tab: Tab, said: list[QuarterHead]) -> Source:
    """What the heads of a tab's reviews say, as one source: the first, where no other names a quarter.

    Where a title stands between tables, what it says is of those below alone.
    """
    source = Source("the heads of its reviews")
    titles = tab.table.handed_down if tab.table else set()
    all_titled = all("quarter" in review.facts for review in tab.reviews)
    for head in said:
        if not all_titled and titles & set(head.cells):
            continue
        source.quarters |= head.source.quarters
        source.bare |= head.source.bare
        source.numbers |= head.source.numbers
        source.years |= head.source.years
        source.texts.append(f"{head.text} ({', '.join(head.cells)})")
    return source


def of_tab(book: Collated, tab: Tab) -> list[Source]:
    """What a tab itself says, its reviews' own heads left out: its labelled cells, its headings, its name."""
    name = tab.sheet.name.strip()
    without = {cell for head in heads(book, tab) for cell in head.cells}
    labelled, headed = Source(f"the cells of “{name}”"), Source(f"the heading of “{name}”")
    pairs = [pair for pair in tab.told if pair.kind == "quarter" and pair.where not in without]
    for pair in pairs:
        _take_pair(book, labelled, pair)
    taken = {pair.place for pair in pairs} | {(pair.cell.row, pair.cell.column) for pair in pairs}
    for cell in _headings(tab):
        if cell.address not in without and (cell.row, cell.column) not in taken:
            said = named(cell.text, book.network.first_month)
            text = f"{cell.text.strip()} ({cell.address})"
            headed.take(Named(said.quarters, said.bare, frozenset(), said.years), text)
    return [labelled, headed, of_name(book, tab)]


def _take_pair(book: Collated, source: Source, pair: Pair) -> None:
    value = pair.cell.value
    first = book.network.first_month
    ending = "end" in plain(pair.label)
    if isinstance(value, dt.datetime | dt.date):
        day = value.date() if isinstance(value, dt.datetime) else value
        quarter = on_date(day, first, ending=ending)
        if quarter:
            source.take(Named(frozenset({quarter})), f"{pair.label} {pair.text}")
        return
    said = named(pair.text, first)
    if ending and not said.quarters:
        said = named(f"quarter ending {pair.text}", first) or said
    if not said and plain(pair.text) in {"1", "2", "3", "4"}:
        said = Named(numbers=frozenset({int(pair.text)}))
    source.take(said, pair.text)


def _headings(tab: Tab) -> Iterable[Cell]:
    """Cells above the table that may name its quarter: short, and not about the next review or a version."""
    first = tab.first_line
    for cell in chain.from_iterable(cells for row, cells in tab.sheet.rows.items() if row < first):
        if cell.text and len(cell.text) <= LONGEST_TITLE and not is_about_another(cell.text):
            yield cell


def of_name(book: Collated, tab: Tab) -> Source:
    """What a tab's name says."""
    source = Source(f"the tab's name “{tab.sheet.name.strip()}”")
    source.take(named(_without_cut_year(tab.sheet.name), book.network.first_month), tab.sheet.name)
    return source


def _without_cut_year(name: str) -> str:
    """A tab's name without the year at its end where Excel may have cut it off: "... ending June 20", no "FY25-26"."""
    end = _LAST_FIGURES.search(name) if len(name) >= LONGEST_TAB_NAME else None
    if end is None or (end["before"] and int(end["last"]) == int(end["before"]) + 1):
        return name
    return name[: end.start("last")]


def of_cover(book: Collated) -> Source:
    """Tabs without reviews that speak of the quarter: only labelled, or in a title on a sheet with few cells.

    A list of the tabs, each named with its quarter, says nothing of the workbook's.
    """
    source = Source("the cover sheet")
    for tab in book.tabs:
        if tab.table is None and not tab.name.old and tab.name.force is None:
            for pair in tab.told:
                if pair.kind == "quarter":
                    _take_pair(book, source, pair)
    listed = {plain(tab.sheet.name) for tab in book.tabs}
    if not source.quarters and not source.bare:
        for place_in_book, tab in enumerate(book.tabs):
            first = place_in_book == 0 and not any(label(cell.text) == "status" for cell in tab.sheet.cells.values())
            front = first or _FRONT.search(plain(tab.sheet.name))
            if front and tab.table is None and tab.name.force is None and len(tab.sheet.cells) <= 80:
                for place, cell in sorted(tab.sheet.cells.items()):
                    short = cell.text and len(cell.text) <= 80 and plain(cell.text) not in listed
                    if place[0] <= 8 and short and not is_about_another(cell.text):
                        said = named(cell.text, book.network.first_month)
                        source.take(Named(said.quarters, said.bare, years=said.years), cell.text)
    return source


def of_file(book: Collated) -> Source:
    """What the file's name says, unless it names several."""
    source = Source(f"the file's name “{book.file}”")
    stem = book.file.rpartition(".")[0] or book.file
    said = named(stem, book.network.first_month)
    if len(said.quarters) + len(said.numbers) <= 1:  # "Q1 to Q4 2024-25" names several
        source.take(said, stem)
    return source
