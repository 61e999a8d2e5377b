"""What is asked about quarters, and refuses until it is answered: none is told, two are, or a year may be either."""

from __future__ import annotations

from arms_analytics.vocabulary import OpenQuestion, Quarter
from arms_analytics.workbook.collated import Collated, Tab
from arms_analytics.workbook.settling.quarter_sources import QuarterHead, Source
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.quarters import readings

FINANCIAL, CALENDAR = "financial", "calendar"


def workbook_key(book: Collated) -> str:
    """The name under which the quarter of a whole workbook is answered."""
    return f"quarter/{book.file}"


def tab_key(book: Collated, tab: Tab) -> str:
    """The name under which a tab's is."""
    return f"quarter/{book.file}/{plain(tab.sheet.name)}"


def head_key(book: Collated, tab: Tab, head: QuarterHead) -> str:
    """The name under which that of the reviews below one head is."""
    return f"{tab_key(book, tab)}/{plain(head.text)}"


def answered(book: Collated, key: str) -> Quarter | None:
    """The quarter that a person answered; what is no quarter is no answer, and is asked again."""
    answer = book.answers.get(key)
    try:
        return book.network.quarter(answer) if answer else None
    except ValueError:
        return None


def ask_about_head(book: Collated, tab: Tab, head: QuarterHead, against: list[Source]) -> None:
    """A head that contradicts what its tab says: which is the reviews' quarter?"""
    name, cells = tab.sheet.name, ", ".join(head.cells)
    said = "; ".join(f"{source.where} says {', '.join(source.texts)}" for source in against)
    candidates = _candidates(book, [head.source, *against])
    book.open_questions.append(
        OpenQuestion(
            head_key(book, tab, head), "quarter", name, cells,
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


def ask(book: Collated, undecided: list[tuple[Tab, list[Source]]]) -> None:
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
    financial, calendar = readings(*pair, book.network.first_month)
    text = f"Q{pair[0]} {pair[1]}"
    book.open_questions.append(
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
    first = book.network.first_month
    found = {quarter for source in sources for quarter in source.quarters}
    found |= {quarter for source in sources for pair in source.bare for quarter in readings(*pair, first)}
    years = {quarter.year for quarter in found} or {year for source in sources for year in source.years}
    partial = {number for source in sources if not source.quarters and not source.bare for number in source.numbers}
    return sorted(found | {Quarter(year, number, first) for year in years for number in partial})


def _ask_which(book: Collated, tab: Tab, sources: list[Source], whole: bool) -> None:
    candidates = _candidates(book, sources)
    sheet = "" if whole else tab.sheet.name
    place = "this workbook" if whole else f"the tab “{tab.sheet.name.strip()}”"
    book.open_questions.append(
        OpenQuestion(
            workbook_key(book) if whole else tab_key(book, tab), "quarter", sheet, "",
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


def ask_about_odd_tabs(book: Collated, found: dict[str, Quarter]) -> None:
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
        if answered(book, tab_key(book, tab)):
            continue
        mine = found[tab.sheet.name]
        book.open_questions.append(
            OpenQuestion(
                tab_key(book, tab), "quarter", tab.sheet.name, "",
                f"The tab “{tab.sheet.name.strip()}” says {mine.label}, others say {counts[-1].label}: which is right?",
                (mine.key, counts[-1].key),
            )
        )  # fmt: skip
        book.error(
            "quarter_conflict", tab.sheet.name,
            f"The tab “{tab.sheet.name.strip()}” says {mine.label} and other tabs of this workbook {counts[-1].label}. "
            "Correct its heading, or answer which quarter it is.",
        )  # fmt: skip
