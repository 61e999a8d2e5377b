"""Which quarter a tab's reviews belong to: by its cells, then its name, a cover sheet, the file's name; or ask."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from arms_analytics.vocabulary import Quarter
from arms_analytics.workbook.collated import Collated, Tab
from arms_analytics.workbook.settling.asking_quarters import (
    CALENDAR,
    FINANCIAL,
    answered,
    ask,
    ask_about_head,
    ask_about_odd_tabs,
    head_key,
    tab_key,
    workbook_key,
)
from arms_analytics.workbook.settling.quarter_sources import QuarterHead, Source, heads, of_cover, of_file, of_tab
from arms_analytics.workbook.tables.table import NO_FACT, TabledReview
from arms_analytics.workbook.texts.earlier import is_quarter_before
from arms_analytics.workbook.texts.quarters import named, readings


@dataclass(slots=True)
class Quarters:
    """The quarters of a workbook: by tab, and by (tab, cell) where a review's own head says it."""

    by_tab: dict[str, Quarter] = field(default_factory=dict)
    by_head: dict[tuple[str, str], Quarter] = field(default_factory=dict)

    def of(self, tab: Tab, review: TabledReview) -> Quarter | None:
        """A review's quarter: its own head's, otherwise its tab's."""
        name, (_, where) = tab.sheet.name, review.facts.get("quarter", NO_FACT)
        return self.by_head.get((name, where)) or self.by_tab.get(name)


def settle(book: Collated) -> Quarters:
    """The quarter of every tab with reviews, or of each review. What cannot be told is asked, and refuses.

    A review's own head stands for the review alone. Where it contradicts its tab, neither is believed unasked.
    """
    cover, file = of_cover(book), of_file(book)
    strangers = _strangers(book, [cover, file])
    found = Quarters()
    undecided: list[tuple[Tab, list[Source]]] = []
    for tab in book.with_reviews:
        answer = answered(book, tab_key(book, tab)) or answered(book, workbook_key(book))
        if answer:
            found.by_tab[tab.sheet.name] = answer
            _settle_quarters_before(tab, found)
            continue
        own, said = of_tab(book, tab), heads(book, tab)
        if _all_say(book, tab):
            latest = _latest_of_many(tab, said)
            own = [source for source in [*own, *strangers] if source.quarters != {latest}]
        else:
            sources = [*own, cover, file]
            quarter = _decide(book, sources)
            if quarter is None:
                sources = [_together(tab, said), *sources]
                quarter = _decide(book, sources)
            if quarter is None:
                undecided.append((tab, sources))
                continue
            found.by_tab[tab.sheet.name] = quarter
            if not any(quarter in source.quarters for source in own):
                own = [*own, Source("the workbook", {quarter}, texts=[quarter.label])]
        for head in said:
            _settle_head(book, tab, head, own, found)
        _settle_quarters_before(tab, found)
    ask(book, undecided)
    ask_about_odd_tabs(book, found.by_tab)
    return found


def _strangers(book: Collated, sources: list[Source]) -> list[Source]:
    """Cover and file name, where they name none of the quarters that the heads do: the latest of many is enough."""
    told = {quarter for tab in book.with_reviews for head in heads(book, tab) for quarter in head.source.quarters}
    return [source for source in sources if told and not any(map(source.allows, told))]


def _latest_of_many(tab: Tab, said: list[QuarterHead]) -> Quarter | None:
    """The latest quarter of a tab that gathers several, each over two reviews or more: its title may name that alone.

    A single review under another quarter than its tab's is likelier a slip.
    """
    texts = Counter(review.facts["quarter"].text.strip() for review in tab.reviews)
    headed: Counter[Quarter] = Counter()
    for head in said:
        headed.update(dict.fromkeys(head.source.quarters, texts[head.text]))
    return max(headed) if len(headed) > 1 and min(headed.values()) > 1 else None


def _together(tab: Tab, said: list[QuarterHead]) -> Source:
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


def _settle_head(book: Collated, tab: Tab, head: QuarterHead, own: list[Source], found: Quarters) -> None:
    """The quarter of the reviews below one head, or a question where it contradicts what the tab says."""
    quarter = _decide(book, [head.source])
    against = [source for source in own if not _agree(head.source, quarter, source)]
    if against:
        answer = answered(book, head_key(book, tab, head))
        if answer is None:
            ask_about_head(book, tab, head, against)
        else:
            quarter = answer
    if quarter is not None:
        found.by_head |= {(tab.sheet.name, cell): quarter for cell in head.cells}


def _settle_quarters_before(tab: Tab, found: Quarters) -> None:
    """Reviews below "Last quarter" are of the quarter before the tab's."""
    name = tab.sheet.name
    for review in tab.reviews:
        text, where = review.facts.get("quarter", NO_FACT)
        if is_quarter_before(text) and name in found.by_tab:
            found.by_head[name, where] = found.by_tab[name].plus(-1)


def _agree(said: Source, quarter: Quarter | None, other: Source) -> bool:
    """Whether a head and another source may mean one quarter; `quarter` is the head's, where it names one."""
    if quarter is not None:
        return other.allows(quarter)
    return not other.quarters or any(map(said.allows, other.quarters))


def own_quarter(book: Collated, tab: Tab) -> Quarter | None:
    """The quarter that a tab's own name, cells, heading or heads say, the year perhaps by the file's name."""
    *cells, name = of_tab(book, tab)
    for source in (name, *cells, _together(tab, heads(book, tab))):
        if len(source.quarters) == 1:
            return next(iter(source.quarters))
    return _decide(book, [name, *cells, of_file(book)])


def _of_text(book: Collated, text: str) -> Quarter | None:
    """The one quarter that a text names for certain, under the network's conventions and the answers."""
    source = Source("")
    source.take(named(text, book.network.first_month), text)
    return _decide(book, [source])


def _decide(book: Collated, sources: list[Source]) -> Quarter | None:
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


def _all_say(book: Collated, tab: Tab) -> bool:
    """Whether each review says its quarter itself."""
    return bool(tab.reviews) and all(
        "quarter" in review.facts and _of_text(book, review.facts["quarter"].text) for review in tab.reviews
    )
