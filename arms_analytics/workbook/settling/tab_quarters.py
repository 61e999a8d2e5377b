"""Which quarter a tab's reviews belong to: by its cells, then its name, a cover sheet, the file's name; or ask."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from arms_analytics.vocabulary import Quarter
from arms_analytics.workbook.collated import Collated, Tab
from arms_analytics.workbook.settling.asking_quarters import (
    answered,
    ask,
    ask_about_head,
    ask_about_odd_tabs,
    head_key,
    tab_key,
    workbook_key,
)
from arms_analytics.workbook.settling.deciding_quarters import decide
from arms_analytics.workbook.settling.quarter_sources import (
    QuarterHead,
    Source,
    heads,
    of_cover,
    of_file,
    of_heads,
    of_name,
    of_tab,
)
from arms_analytics.workbook.tables.table import NO_FACT, TabledReview
from arms_analytics.workbook.texts.earlier import is_quarter_before
from arms_analytics.workbook.texts.quarters import named


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
    general = _unless_a_tab_each(book, [cover, file])
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
            sources = [*own, *general]
            quarter = decide(book, sources)
            if quarter is None:
                sources = [of_heads(tab, said), *sources]
                quarter = decide(book, sources)
            if quarter is None:
                undecided.append((tab, sources))
                continue
            found.by_tab[tab.sheet.name] = quarter
            if not any(quarter in source.quarters for source in own):
                own = [*own, Source("the workbook", {quarter}, texts=[quarter.label])]
        for head in said:
            _settle_head(book, tab, head, own, found)
        _settle_quarters_before(tab, found)
    ask(book, [one for one in undecided if not _sums_up(book, *one, found)])
    ask_about_odd_tabs(book, found.by_tab)
    return found


def _sums_up(book: Collated, tab: Tab, sources: list[Source], found: Quarters) -> bool:
    """Whether a tab of no force's own, without a word of a quarter, sums up the forces' tabs, all of one quarter.

    What it shows of them is held against theirs later on; of itself it would tell nothing.
    """
    forces = [one for one in book.with_reviews if one.force is not None]
    quarters = {found.of(one, review) for one in forces for review in one.reviews}
    fed_back = any(box.feedback or box.in_box for review in tab.reviews for box in review.boxes)
    quarter = next(iter(quarters)) if len(quarters) == 1 else None
    if tab.force is not None or fed_back or quarter is None or not all(source.allows(quarter) for source in sources):
        return False
    found.by_tab[tab.sheet.name] = quarter
    return True


def _strangers(book: Collated, sources: list[Source]) -> list[Source]:
    """Cover and file name, where they name none of the quarters that the heads do: the latest of many is enough."""
    told = {quarter for tab in book.with_reviews for head in heads(book, tab) for quarter in head.source.quarters}
    return [source for source in sources if told and not any(map(source.allows, told))]


def _unless_a_tab_each(book: Collated, sources: list[Source]) -> list[Source]:
    """Cover and file name; where each quarter has a tab, named for it and for no force, they need name but one."""
    names = [of_name(book, tab).quarters for tab in book.with_reviews if tab.name.force is None]
    told = set[Quarter]().union(*names)
    if len(names) < len(book.with_reviews) or len(told) < 2 or any(len(quarters) != 1 for quarters in names):
        return sources
    return [source for source in sources if not any(map(source.allows, told))]


def _latest_of_many(tab: Tab, said: list[QuarterHead]) -> Quarter | None:
    """The latest quarter of a tab that gathers several, each over two reviews or more: its title may name that alone.

    A single review under another quarter than its tab's is likelier a slip.
    """
    texts = Counter(review.facts["quarter"].text.strip() for review in tab.reviews)
    headed: Counter[Quarter] = Counter()
    for head in said:
        headed.update(dict.fromkeys(head.source.quarters, texts[head.text]))
    return max(headed) if len(headed) > 1 and min(headed.values()) > 1 else None


def _settle_head(book: Collated, tab: Tab, head: QuarterHead, own: list[Source], found: Quarters) -> None:
    """The quarter of the reviews below one head, or a question where it contradicts what the tab says."""
    quarter = decide(book, [head.source])
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


def _all_say(book: Collated, tab: Tab) -> bool:
    """Whether each review says its quarter itself."""
    return bool(tab.reviews) and all(
        "quarter" in review.facts and _of_text(book, review.facts["quarter"].text) for review in tab.reviews
    )


def _of_text(book: Collated, text: str) -> Quarter | None:
    """The one quarter that a text names for certain, under the network's conventions and the answers."""
    source = Source("")
    source.take(named(text, book.network.first_month), text)
    return decide(book, [source])
