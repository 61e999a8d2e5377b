"""Which quarter a tab's reviews belong to: by its cells, then its name, a cover sheet, the file's name; or ask."""

from __future__ import annotations

from dataclasses import dataclass, field

from arms_analytics.vocabulary import OpenQuestion, Quarter
from arms_analytics.workbook.quarter_sources import Head, Source, heads, of_cover, of_file, of_tab
from arms_analytics.workbook.quarters import named, readings
from arms_analytics.workbook.tables.table import TabledReview
from arms_analytics.workbook.tabs import Collated, Tab
from arms_analytics.workbook.words import plain

FINANCIAL, CALENDAR = "financial", "calendar"


@dataclass(slots=True)
class Quarters:
    """The quarters of a workbook: by tab, and by (tab, cell) where a review's own head says it."""

    by_tab: dict[str, Quarter] = field(default_factory=dict)
    by_head: dict[tuple[str, str], Quarter] = field(default_factory=dict)

    def of(self, tab: Tab, review: TabledReview) -> Quarter | None:
        """A review's quarter: its own head's, otherwise its tab's."""
        name, (_, where) = tab.sheet.name, review.said.get("quarter", ("", ""))
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
        answer = book.answers.get(_tab_key(book, tab)) or book.answers.get(_key(book))
        if answer:
            found.by_tab[tab.sheet.name] = book.region.quarter(answer)
            continue
        own, said = of_tab(book, tab), heads(book, tab)
        if _all_say(book, tab):
            own = [*own, *strangers]
        else:
            sources = [*own, cover, file]
            quarter = _decide(book, sources)
            if quarter is None:
                sources = [_together(said), *sources]
                quarter = _decide(book, sources)
            if quarter is None:
                undecided.append((tab, sources))
                continue
            found.by_tab[tab.sheet.name] = quarter
            if not any(quarter in source.quarters for source in own):
                own = [*own, Source("the workbook", {quarter}, texts=[quarter.label])]
        for head in said:
            _settle_head(book, tab, head, own, found)
    _ask(book, undecided)
    _check_agreement(book, found.by_tab)
    return found


def _strangers(book: Collated, sources: list[Source]) -> list[Source]:
    """Cover and file name, where they name none of the quarters that the heads do: the latest of many is enough."""
    told = {quarter for tab in book.with_reviews for head in heads(book, tab) for quarter in head.source.quarters}
    return [source for source in sources if told and not any(map(source.allows, told))]


def _together(said: list[Head]) -> Source:
    """What the heads of a tab's reviews say, as one source: the first, where no other names a quarter."""
    source = Source("the heads of its reviews")
    for head in said:
        source.quarters |= head.source.quarters
        source.bare |= head.source.bare
        source.numbers |= head.source.numbers
        source.years |= head.source.years
        source.texts.append(f"{head.text} ({', '.join(head.cells)})")
    return source


def _settle_head(book: Collated, tab: Tab, head: Head, own: list[Source], found: Quarters) -> None:
    """The quarter of the reviews below one head, or a question where it contradicts what the tab says."""
    quarter = _decide(book, [head.source])
    against = [source for source in own if not _agree(head.source, quarter, source)]
    if against:
        answer = book.answers.get(_head_key(book, tab, head))
        if answer is None:
            _ask_about_head(book, tab, head, against)
        else:
            quarter = book.region.quarter(answer)
    if quarter is not None:
        found.by_head |= {(tab.sheet.name, cell): quarter for cell in head.cells}


def _agree(said: Source, quarter: Quarter | None, other: Source) -> bool:
    """Whether a head and another source may mean one quarter; `quarter` is the head's, where it names one."""
    if quarter is not None:
        return other.allows(quarter)
    return not other.quarters or any(map(said.allows, other.quarters))


def own_quarter(book: Collated, tab: Tab) -> Quarter | None:
    """The quarter that a tab's own name, cells, heading or heads say for certain."""
    *cells, name = of_tab(book, tab)
    for source in (name, *cells, _together(heads(book, tab))):
        if len(source.quarters) == 1:
            return next(iter(source.quarters))
    return None


def _of_text(book: Collated, text: str) -> Quarter | None:
    """The one quarter that a text names for certain, under the network's conventions and the answers."""
    source = Source("")
    source.take(named(text, book.region.first_month), text)
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


def _all_say(book: Collated, tab: Tab) -> bool:
    """Whether each review says its quarter itself."""
    return tab.table is not None and all(
        "quarter" in review.said and _of_text(book, review.said["quarter"][0]) for review in tab.table.reviews
    )


def _key(book: Collated) -> str:
    return f"quarter/{book.file}"


def _tab_key(book: Collated, tab: Tab) -> str:
    return f"quarter/{book.file}/{plain(tab.sheet.name)}"


def _head_key(book: Collated, tab: Tab, head: Head) -> str:
    return f"{_tab_key(book, tab)}/{plain(head.text)}"


def _ask_about_head(book: Collated, tab: Tab, head: Head, against: list[Source]) -> None:
    name, cells = tab.sheet.name, ", ".join(head.cells)
    said = "; ".join(f"{source.where} says {', '.join(source.texts)}" for source in against)
    candidates = _candidates(book, [head.source, *against])
    book.questions.append(
        OpenQuestion(
            _head_key(book, tab, head), "quarter", name, cells,
            f"“{head.text}” heads a review of “{name.strip()}”, but {said[:160]}: which quarter is the review of? "
            "Write it like 2025-26-Q1.",
            tuple(quarter.key for quarter in candidates),
        )
    )  # fmt: skip
    book.error(
        "quarter_conflict", name,
        f"“{head.text}” heads a review, but {said[:220]}. Correct what is wrong, or answer which it is.",
        cells,
    )  # fmt: skip


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


def _candidates(book: Collated, sources: list[Source]) -> list[Quarter]:
    """The quarters that the sources may mean, in order; a number alone is of the years that others name."""
    first = book.region.first_month
    found = {quarter for source in sources for quarter in source.quarters}
    found |= {quarter for source in sources for pair in source.bare for quarter in readings(*pair, first)}
    years = {quarter.year for quarter in found} or {year for source in sources for year in source.years}
    partial = {number for source in sources if not source.quarters and not source.bare for number in source.numbers}
    return sorted(found | {Quarter(year, number, first) for year in years for number in partial})


def _ask_which(book: Collated, tab: Tab, sources: list[Source], whole: bool) -> None:
    candidates = _candidates(book, sources)
    sheet = "" if whole else tab.sheet.name
    place = "this workbook" if whole else f"the tab “{tab.sheet.name.strip()}”"
    book.questions.append(
        OpenQuestion(
            _key(book) if whole else _tab_key(book, tab), "quarter", sheet, "",
            f"Which quarter do the reviews of {place} belong to? Write it like 2025-26-Q1.",
            tuple(quarter.key for quarter in candidates),
        )
    )  # fmt: skip
    if candidates:
        said = "; ".join(
            f"{source.where} says {', '.join(source.texts)}"
            for source in sources
            if source.quarters or source.bare or source.numbers
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
