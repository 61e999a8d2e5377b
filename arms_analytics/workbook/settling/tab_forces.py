"""Whose plans a tab holds: by its name, then by its cells; what cannot be told is asked and refuses until answered."""

from __future__ import annotations

import re
from collections import defaultdict

from arms_analytics.vocabulary import OpenQuestion
from arms_analytics.workbook.collated import Collated, Tab
from arms_analytics.workbook.settling.deciding_quarters import own_quarter
from arms_analytics.workbook.tables.table import NO_FACT
from arms_analytics.workbook.texts.plain import plain

LEAVE_OUT = "leave_out"
"""The answer that a tab holds no reviews to load."""
_ANY_NAME = re.compile(
    r"(?:sheet|tab|table|data|return|reviews?|collated|qa|arms|grades?|results?|form|template|all|master|list|raw|q[1-4]|"
    r"[\d\s/\-_.()]|20\d\d|fy|quarter|peer|plan|plans|forces?|region|regional|nw|north west|combined|full|main|current|"
    r"copy of)+"
)


def settle(book: Collated) -> None:
    """Give every tab with reviews its force; leave out old copies; ask about unknown and doubled ones."""
    _take_up_summaries(book)
    for tab in book.with_reviews:
        _settle_one(book, tab)
    _leave_out_old(book)
    _ask_about_doubles(book)
    _say_who_is_outside(book)


def _take_up_summaries(book: Collated) -> None:
    """What shows colours alone is a heat map, unless its tab names one force, and that force has no other tab."""
    forces = {tab.name.force for tab in book.tabs} | {_by_cells(book, tab) for tab in book.with_reviews}
    for tab in book.tabs:
        if tab.summary is None:
            continue
        tab.table = tab.summary
        force = _by_cells(book, tab)
        told = tab.name.old or book.answers.get(_key(tab)) is not None
        if not told and (force is None or force in forces):
            tab.table = None
            book.info(
                "summary", tab.sheet.name, "",
                f"The tab “{tab.sheet.name.strip()}” shows colours without grade words or feedback and names no force "
                "that has no other tab: it was taken for a summary and left out. If it holds reviews, name it for "
                "their force.",
            )  # fmt: skip


def _settle_one(book: Collated, tab: Tab) -> None:
    answer = book.answers.get(_key(tab))
    _tell_names(book, tab, bool(answer))
    if answer == LEAVE_OUT:
        tab.table = None
    elif answer and book.forces.named(answer):
        tab.force = book.forces.named(answer)
    elif tab.name.force:
        tab.force = tab.name.force
        _compare_with_title(book, tab, _compare_with_titles_between(book, tab))
    elif _rows_say(tab):
        tab.force = None
    else:
        tab.force = None if _some_rows_say(tab) else _by_cells(book, tab)
        if tab.force is None:
            _ask(book, tab)


def _tell_names(book: Collated, tab: Tab, answered: bool) -> None:
    """Names of forces over the reviews, without a label: who reviewed, or whose plans where the tab is of no force.

    On such a tab, named for none, each force has several reviews, of other levels.
    """
    of_nobody = not answered and tab.name.force is None
    named = [review for review in tab.reviews if "name" in review.facts]
    levels = [review.facts["risk"].text for review in named if "risk" in review.facts]
    whole = len(named) == len(tab.reviews) and (len(set(levels)) < len(levels) or not levels)
    kind = "force" if of_nobody and (whole or _by_cells(book, tab) is None) else "reviewing"
    for review in named:
        review.facts.setdefault(kind, review.facts.pop("name"))


def _key(tab: Tab) -> str:
    return f"force/{plain(tab.sheet.name)}"


def _rows_say(tab: Tab) -> bool:
    """Whether each review says its force itself, as in one long list of the whole region."""
    return bool(tab.reviews) and all("force" in review.facts for review in tab.reviews)


def _some_rows_say(tab: Tab) -> bool:
    """Whether some heads say different forces and others none: whose those are nobody can tell.

    What a title between tables says, it does not say of the reviews above it.
    """
    titles = tab.table.handed_down if tab.table else set()
    told = [fact.text for review in tab.reviews if (fact := review.facts.get("force")) and fact.cell not in titles]
    return len(set(told)) > 1 and len(told) < len(tab.reviews)


def _by_cells(book: Collated, tab: Tab) -> str | None:
    labelled = {book.forces.only_one_within(pair.text) for pair in tab.told if pair.kind == "force"} - {None}
    if len(labelled) == 1:
        return labelled.pop()
    if not tab.name.by and not _ANY_NAME.fullmatch(plain(tab.sheet.name)):
        return None
    titled = {force for text in tab.titles if len(named := _reviewed(book, text)) == 1 for force in named}
    return titled.pop() if len(titled) == 1 else None


def _reviewed(book: Collated, text: str) -> tuple[str, ...]:
    """The forces that a title names, but for the one that reviewed."""
    force, by = book.forces.reviewed_by(text)
    if by is None:
        return book.forces.within(text)
    return (force,) if force else ()


def _compare_with_title(book: Collated, tab: Tab, reported: dict[str, str]) -> None:
    """What stands above the table, but for the cells that were reported already, names no other force."""
    titles = [text for text in tab.titles[:12] if text.strip() not in reported.values()]
    titled = {force for text in titles for force in _reviewed(book, text)}
    told = [pair.text for pair in tab.told if pair.kind == "force" and pair.where not in reported]
    labelled = {book.forces.only_one_within(text) for text in told} - {None}
    others = labelled or titled
    if others and tab.force not in others and len(others) == 1 and not _rows_say(tab):
        book.warn(
            "force_in_title", tab.sheet.name, "",
            f"The tab is named for {tab.force} but its heading names {', '.join(sorted(filter(None, others)))}. "
            f"It was read as {tab.force}'s; rename the tab if that is wrong.",
        )  # fmt: skip


def _compare_with_titles_between(book: Collated, tab: Tab) -> dict[str, str]:
    """Tables one under another on a force's tab are that force's; titles between them may name who reviewed.

    Returns those that name another force, each reported once: {cell: its text}.
    """
    between = tab.table.handed_down if tab.table else set()
    others: dict[str, str] = {}
    for review in tab.reviews:
        text, where = review.facts.get("force", NO_FACT)
        if where not in between:
            continue
        del review.facts["force"]
        if book.forces.only_one_within(text) != tab.force:
            others[where] = text
    for where, text in others.items():
        book.warn(
            "force_in_title", tab.sheet.name, where,
            f"The tab is named for {tab.force} but “{text}” stands above some of its reviews. They were read as "
            f"{tab.force}'s; give that force a tab of its own if that is wrong.",
        )  # fmt: skip
    return others


def _ask(book: Collated, tab: Tab) -> None:
    name = tab.sheet.name.strip()
    members = book.network.member_names
    choices = (*members, *(f.name for f in book.network.known_forces if f.name not in members), LEAVE_OUT)
    suggestion = next(iter(book.forces.within(tab.sheet.name)), "")
    book.open_questions.append(
        OpenQuestion(
            _key(tab), "force", tab.sheet.name, "", f"Which force's plans does the tab “{name}” hold?",
            choices, suggestion,
        )
    )  # fmt: skip
    book.error(
        "unknown_force", tab.sheet.name,
        f"No known force is named by the tab “{name}”. Rename the tab to its force, or answer which force it is.",
    )  # fmt: skip


def _leave_out_old(book: Collated) -> None:
    current = {tab.force for tab in book.with_reviews if not tab.name.old}
    for tab in book.with_reviews:
        if tab.name.old and tab.force in current:
            tab.table = None
            book.info(
                "old_tab",
                tab.sheet.name,
                "",
                f"The tab “{tab.sheet.name.strip()}” says that it is old and was left out.",
            )


def _ask_about_doubles(book: Collated) -> None:
    """Two tabs of one force: unless they are of different quarters, nobody but a person can say which holds."""
    by_force: dict[str, list[Tab]] = defaultdict(list)
    for tab in book.with_reviews:
        if tab.force:
            by_force[tab.force].append(tab)
    for force, tabs in by_force.items():
        if len(tabs) > 1:
            _settle_doubles(book, force, tabs)


def _settle_doubles(book: Collated, force: str, tabs: list[Tab]) -> None:
    quarters = [own_quarter(book, tab) for tab in tabs]
    if (all(quarters) and len(set(quarters)) == len(quarters)) or _hold_other_levels(tabs):
        return
    names = [tab.sheet.name for tab in tabs]
    key = f"duplicate/{force}"
    answer = book.answers.get(key)
    if answer is not None and plain(answer) in map(plain, names):
        for tab in tabs:
            if plain(tab.sheet.name) != plain(answer):
                tab.table = None
        return
    listed = " and ".join(f"“{name.strip()}”" for name in names)
    plainest = [tab.sheet.name for tab in tabs if not tab.name.copy and not tab.name.old and not tab.sheet.hidden]
    book.open_questions.append(
        OpenQuestion(
            key, "duplicate_force", names[-1], "", f"Which of the tabs {listed} holds {force}'s reviews?", tuple(names),
            plainest[0] if len(plainest) == 1 else "",
        )
    )  # fmt: skip
    book.error(
        "duplicate_force", names[-1],
        f"{force} has more than one tab: {listed}. Remove the one that does not count, or answer which holds.",
    )  # fmt: skip


def _hold_other_levels(tabs: list[Tab]) -> bool:
    """Whether no two reviews of these tabs are of one risk level: a tab for each plan, and no copies."""
    levels = [review.facts.get("risk", NO_FACT).text for tab in tabs for review in tab.reviews]
    return all(levels) and len(set(levels)) == len(levels)


def _say_who_is_outside(book: Collated) -> None:
    for tab in book.with_reviews:
        if tab.force and not book.forces.is_member(tab.force):
            book.info(
                "force_outside_network", tab.sheet.name, "",
                f"{tab.force} does not belong to the {book.network.name}; its reviews were read all the same.",
            )  # fmt: skip
