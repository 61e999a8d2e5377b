"""All tabs of a workbook recognised: which hold reviews, what labels say on each, what the workbook's key is."""

from __future__ import annotations

from collections import Counter

from arms_analytics.vocabulary import SYNTHETIC_MARK
from arms_analytics.workbook.cells import Sheet
from arms_analytics.workbook.collated import Collated, Tab
from arms_analytics.workbook.key import key as keys
from arms_analytics.workbook.key.key import Key
from arms_analytics.workbook.tables import level_tabs, only_review, pairs, recognise, signs, ticks
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.tables.table import Table
from arms_analytics.workbook.texts.grade_words import GradeWords
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.shapes import split_number


def recognise_all(sheets: list[Sheet], book: Collated) -> None:
    """Find the key and the tables; drop what looks like a table but is a summary, an action list or a budget."""
    sheets = [ticks.as_grades(signs.as_fills(sheet), book.words) for sheet in sheets]
    book.synthetic = any(SYNTHETIC_MARK in cell.text for sheet in sheets for cell in sheet.cells.values() if cell.text)
    book.tabs = [Tab(sheet, book.forces.of_tab(sheet.name), pairs.find(sheet)) for sheet in sheets]
    likely = keys.likely(sheets, book.words)
    book.everywhere, book.own_keys = keys.of_workbook(likely)
    shared = _shared(sheets, book)
    _read_tables(book, shared)
    bare = {tab.sheet.name for tab in book.tabs if tab.table is None}
    more, own = keys.of_workbook(likely, bare)
    if more.colours != book.everywhere.colours or more.marks != book.everywhere.marks:
        book.everywhere, book.own_keys = more, own
        _read_tables(book, shared)
    for tab in book.tabs:
        if tab.table is not None:
            _leave_out_what_boxes_say(tab, tab.table)


def _leave_out_what_boxes_say(tab: Tab, table: Table) -> None:
    """No label with a value stands in feedback: "Reviewed by: the supervisor" is what somebody says of the plan."""
    used = table.used
    tab.told = [p for p in tab.told if p.place not in used and (p.cell.row, p.cell.column) not in used]


def _read_tables(book: Collated, shared: frozenset[str]) -> None:
    alike: dict[tuple[GradeWords, frozenset[str]], Natures] = {}
    for tab in book.tabs:
        own = book.own_keys.get(tab.sheet.name, Key())
        words = book.words.with_key(book.everywhere.marks | own.marks)
        colours = frozenset({*book.everywhere.colours, *own.colours})
        natures = alike.setdefault((words, colours), Natures(words, colours, shared, book.forces))
        table = recognise.recognise(tab.sheet, natures, frozenset(own.places))
        if tab.name.risk and tab.name.force is None:
            table = level_tabs.read(tab.sheet, natures, frozenset(own.places), tab.name.risk) or table
        elif tab.name.risk:
            table = only_review.named(table, tab.sheet, natures, frozenset(own.places), tab.name.risk, tab.told)
        known = table is not None and _knows_its_reviews(tab, table, natures)
        tab.table = table if table is not None and known and _is_written(tab, table, natures) else None
        tab.summary = table if known and tab.table is None else None


def _shared(sheets: list[Sheet], book: Collated) -> frozenset[str]:
    """Wordings that several tabs have in common, and those of the question set."""
    counts = Counter[str]()
    for sheet in sheets:
        counts.update({plain(split_number(cell.text)[1]) for cell in sheet.cells.values() if len(cell.text) > 11})
    forces = sum(book.forces.of_tab(sheet.name).force is not None for sheet in sheets)
    often = {text for text, count in counts.items() if count >= max(2, 0.6 * (forces or len(sheets)))}
    return frozenset(often | {plain(question.wording) for question in book.network.question_set.questions})


def _knows_its_reviews(tab: Tab, table: Table, natures: Natures) -> bool:
    """Whether a table is one of reviews: known by risk levels or references; on a force's tab grades may do."""
    known = sum(1 for review in table.reviews if {"risk", "ref", "review"} & review.facts.keys())
    boxes = [box for review in table.reviews for box in review.boxes]
    if _is_a_force_s(tab):
        return known >= 0.5 * len(table.reviews) or recognise.graded_boxes(table, natures) >= 0.5 * len(boxes)
    enough = len({(box.wording.number, box.wording.text) for box in boxes}) >= 3 and len(boxes) >= 6
    return known >= 0.5 * len(table.reviews) and enough


def _is_written(tab: Tab, table: Table, natures: Natures) -> bool:
    """Whether a table off the forces' tabs has the words of grades, or feedback: a heat map has colours alone."""
    boxes = [box for review in table.reviews for box in review.boxes]
    graded = [box.grade for box in boxes if box.grade is not None and natures.is_box(box.grade)]
    words = sum(natures.is_word(cell) for cell in graded)
    feedback = sum(bool(box.feedback or box.in_box or (box.grade and box.grade.note)) for box in boxes)
    return _is_a_force_s(tab) or words >= 0.5 * len(boxes) or feedback >= 0.3 * len(boxes)


def _is_a_force_s(tab: Tab) -> bool:
    return tab.name.force is not None and not tab.name.old
