"""Which quarter a tab's reviews belong to: by its cells, then its name, a cover sheet, the file's name; or ask."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from arms_analytics.vocabulary import OpenQuestion, Quarter
from arms_analytics.workbook.labels import label
from arms_analytics.workbook.quarters import Named, is_about_another, named, on_date, readings
from arms_analytics.workbook.tables.pairs import Pair
from arms_analytics.workbook.tabs import Collated, Tab
from arms_analytics.workbook.words import plain

FINANCIAL, CALENDAR = "financial", "calendar"
LONGEST_TITLE = 140
_FRONT = re.compile(r"\b(?:cover|front|title|intro|introduction|index|contents|about|info|information|details|home)\b")


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


def settle(book: Collated) -> dict[str, Quarter]:
    """The quarter of every tab with reviews, by tab name. What cannot be told is asked, and refuses."""
    cover, file = _cover(book), _file(book)
    found: dict[str, Quarter] = {}
    undecided: list[tuple[Tab, list[Source]]] = []
    for tab in book.with_reviews:
        answer = book.answers.get(_tab_key(book, tab)) or book.answers.get(_key(book))
        if answer:
            found[tab.sheet.name] = book.region.quarter(answer)
            continue
        if _rows_say(book, tab):
            continue
        sources = [_cells(book, tab), _name(book, tab), cover, file]
        quarter = _decide(book, sources)
        if quarter is not None:
            found[tab.sheet.name] = quarter
        else:
            undecided.append((tab, sources))
    _ask(book, undecided)
    _check_agreement(book, found)
    return found


def own_quarter(book: Collated, tab: Tab) -> Quarter | None:
    """The quarter that a tab's own cells or name say for certain."""
    for source in (_name(book, tab), _cells(book, tab)):
        if len(source.quarters) == 1:
            return next(iter(source.quarters))
    return None


def of_text(book: Collated, text: str) -> Quarter | None:
    """The one quarter that a text names for certain, under the network's conventions and the answers."""
    source = Source("")
    source.take(named(text, book.region.first_month), text)
    return _decide(book, [source])


def _decide(book: Collated, sources: list[Source]) -> Quarter | None:
    """The one quarter on which all sources that name one agree."""
    certain = [source.quarters for source in sources if source.quarters]
    if any(len(quarters) > 1 for quarters in certain[:1]):
        return None
    named_by_all = set.intersection(*certain) if certain else set()
    if certain and len(named_by_all) != 1:
        return None
    bare = {pair for source in sources for pair in source.bare}
    if named_by_all:
        quarter = next(iter(named_by_all))
        return quarter if all(quarter in readings(*pair, book.region.first_month) for pair in bare) else None
    if bare:
        meant = {_bare(book, pair) for pair in bare}
        return meant.pop() if len(meant) == 1 else None
    return _pieced_together(book, sources)


def _bare(book: Collated, pair: tuple[int, int]) -> Quarter | None:
    convention = book.answers.get("bare_year") or book.region.bare_year
    financial, *calendar = readings(*pair, book.region.first_month)
    if not calendar or convention == FINANCIAL:
        return financial
    return calendar[0] if convention == CALENDAR else None


def _pieced_together(book: Collated, sources: list[Source]) -> Quarter | None:
    """The number from one place ("Q1" on the tab) and the year from another ("2025/26" in the file's name)."""
    numbers = next((source.numbers for source in sources if len(source.numbers) == 1), set())
    years = {year for source in sources for year in source.years}
    if len(numbers) == 1 and len(years) == 1:
        return Quarter(next(iter(years)), next(iter(numbers)), book.region.first_month)
    return None


def _cells(book: Collated, tab: Tab) -> Source:
    return _of_cells(book, tab, f"the cells of “{tab.sheet.name.strip()}”")


def _of_cells(book: Collated, tab: Tab, where: str) -> Source:
    source = Source(where)
    for pair in tab.told:
        if pair.kind == "quarter":
            _take_pair(book, source, pair)
    if source.quarters or source.bare:
        return source
    for text in _headings(tab):
        said = named(text, book.region.first_month)
        source.take(Named(said.quarters, said.bare, frozenset(), said.years), text)
    return source


def _take_pair(book: Collated, source: Source, pair: Pair) -> None:
    value = pair.cell.value
    first = book.region.first_month
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


def _headings(tab: Tab) -> Iterable[str]:
    """Texts above the table that may name its quarter: short, and not about the next review or a version."""
    first = tab.first_line
    for place, cell in sorted(tab.sheet.cells.items()):
        if place[0] < first and cell.text and len(cell.text) <= LONGEST_TITLE and not is_about_another(cell.text):
            yield cell.text


def _name(book: Collated, tab: Tab) -> Source:
    source = Source(f"the tab's name “{tab.sheet.name.strip()}”")
    source.take(named(tab.sheet.name, book.region.first_month), tab.sheet.name)
    return source


def _cover(book: Collated) -> Source:
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
                        said = named(cell.text, book.region.first_month)
                        source.take(Named(said.quarters, said.bare), cell.text)
    return source


def _file(book: Collated) -> Source:
    source = Source(f"the file's name “{book.file}”")
    stem = book.file.rpartition(".")[0] or book.file
    said = named(stem, book.region.first_month)
    if len(said.quarters) + len(said.numbers) <= 1:  # "Q1 to Q4 2024-25" names several
        source.take(said, stem)
    return source


def _rows_say(book: Collated, tab: Tab) -> bool:
    """Whether each review says its quarter itself."""
    return tab.table is not None and all(
        "quarter" in review.said and of_text(book, review.said["quarter"][0]) for review in tab.table.reviews
    )


def _key(book: Collated) -> str:
    return f"quarter/{book.file}"


def _tab_key(book: Collated, tab: Tab) -> str:
    return f"quarter/{book.file}/{plain(tab.sheet.name)}"


def _ask(book: Collated, undecided: list[tuple[Tab, list[Source]]]) -> None:
    """One question for the workbook where its tabs are alike, otherwise one for each tab."""
    grouped: dict[tuple[str, ...], list[tuple[Tab, list[Source]]]] = {}
    for tab, sources in undecided:
        says = tuple(str(sorted(map(str, source.quarters)) + sorted(map(str, source.bare))) for source in sources)
        grouped.setdefault(says, []).append((tab, sources))
    whole = len(grouped) == 1 and len(undecided) == len(book.with_reviews)
    for group in grouped.values():
        tab, sources = group[0]
        bare = sorted({pair for source in sources for pair in source.bare})
        if bare and not any(source.quarters for source in sources) and len(bare) == 1:
            _ask_bare(book, tab, bare[0], whole)
        else:
            for one, its in group[:1] if whole else group:
                _ask_which(book, one, its, whole)


def _ask_bare(book: Collated, tab: Tab, pair: tuple[int, int], whole: bool) -> None:
    financial, calendar = readings(*pair, book.region.first_month)
    text = f"Q{pair[0]} {pair[1]}"
    book.questions.append(
        OpenQuestion(
            "bare_year", "quarter", "" if whole else tab.sheet.name, "",
            f"“{text}”: is {pair[1]} the financial year ({financial.label}) or the calendar year ({calendar.label})?",
            (FINANCIAL, CALENDAR), FINANCIAL,
        )
    )  # fmt: skip
    book.error(
        "quarter_ambiguous", "" if whole else tab.sheet.name,
        f"“{text}” may be {financial.label} or {calendar.label}. Write the quarter as Q{pair[0]} {pair[1]}/"
        f"{(pair[1] + 1) % 100:02d} or by its months, or answer which year is meant.",
    )  # fmt: skip


def _ask_which(book: Collated, tab: Tab, sources: list[Source], whole: bool) -> None:
    candidates = {quarter for source in sources for quarter in source.quarters}
    candidates |= {q for source in sources for pair in source.bare for q in readings(*pair, book.region.first_month)}
    sheet = "" if whole else tab.sheet.name
    place = "this workbook" if whole else f"the tab “{tab.sheet.name.strip()}”"
    book.questions.append(
        OpenQuestion(
            _key(book) if whole else _tab_key(book, tab), "quarter", sheet, "",
            f"Which quarter do the reviews of {place} belong to? Write it like 2025-26-Q1.",
            tuple(quarter.key for quarter in sorted(candidates)),
        )
    )  # fmt: skip
    if candidates:
        said = "; ".join(
            f"{source.where} says {', '.join(source.texts)}" for source in sources if source.quarters or source.bare
        )
        book.error(
            "quarter_conflict", sheet,
            f"The quarter of {place} cannot be told: {said[:220]}. Correct what is wrong, or answer which it is.",
        )  # fmt: skip
    else:
        book.error(
            "quarter_missing", sheet,
            f"Nothing says which quarter {place} is for: no heading, tab or file name. Write it above the table, for "
            "instance “Q1 2025/26”, or answer which quarter it is.",
        )  # fmt: skip


def _check_agreement(book: Collated, found: dict[str, Quarter]) -> None:
    """Tabs of one return that differ in quarter: only a workbook in which some force has several is cumulative."""
    forces: dict[str | None, set[Quarter]] = {}
    for tab in book.with_reviews:
        if tab.sheet.name in found:
            forces.setdefault(tab.force, set()).add(found[tab.sheet.name])
    quarters = {quarter for each in forces.values() for quarter in each}
    if len(quarters) < 2 or any(len(each) > 1 for each in forces.values()):
        return
    counts = sorted(quarters, key=lambda quarter: sum(q == quarter for q in found.values()))
    odd = [tab for tab in book.with_reviews if found.get(tab.sheet.name) in counts[:-1]]
    for tab in odd:
        if book.answers.get(_tab_key(book, tab)):
            continue
        mine = found[tab.sheet.name]
        book.questions.append(
            OpenQuestion(
                _tab_key(book, tab), "quarter", tab.sheet.name, "",
                f"The tab “{tab.sheet.name.strip()}” says {mine.label}, others say {counts[-1].label}: which is right?",
                (mine.key, counts[-1].key),
            )
        )  # fmt: skip
        book.error(
            "quarter_conflict", tab.sheet.name,
            f"The tab “{tab.sheet.name.strip()}” says {mine.label} and other tabs of this workbook {counts[-1].label}. "
            "Correct its heading, or answer which quarter it is.",
        )  # fmt: skip
