""".xlsx and .xlsm: from the parts of the container to sheets."""

from __future__ import annotations

from dataclasses import dataclass

from arms_analytics.workbook.cells import Area, Place, Sheet
from arms_analytics.workbook.files import markup
from arms_analytics.workbook.files.budgets import CellBudget, TagBudget, TextBudget
from arms_analytics.workbook.files.colours import OFFICE
from arms_analytics.workbook.files.conditional.painting import paint
from arms_analytics.workbook.files.conditional.rules import Rule
from arms_analytics.workbook.files.container import Container
from arms_analytics.workbook.files.markup import Attributes
from arms_analytics.workbook.files.raw_sheet import RawSheet, finished
from arms_analytics.workbook.files.references import area_of
from arms_analytics.workbook.files.refusals import corrupt, no_sheets
from arms_analytics.workbook.files.spreadsheetml import cells
from arms_analytics.workbook.files.spreadsheetml.namespaces import LINKS, MAIN
from arms_analytics.workbook.files.spreadsheetml.notes import read_notes, read_threads
from arms_analytics.workbook.files.spreadsheetml.package import Relation, relations
from arms_analytics.workbook.files.spreadsheetml.rules import RuleReader
from arms_analytics.workbook.files.spreadsheetml.strings import read_strings
from arms_analytics.workbook.files.spreadsheetml.styles import Styles, read_styles, theme_colours


@dataclass(frozen=True, slots=True)
class ListedTab:
    """One entry of the workbook's list of tabs."""

    name: str
    hidden: bool
    relation: str


def sheets(container: Container) -> list[Sheet]:
    """All worksheets in the order of their tabs.

    Raises UnreadableWorkbookError (`no_sheets`, `too_large`, `corrupt`).
    """
    workbook = _workbook_part(container)
    tags, text, budget = TagBudget(), TextBudget(), CellBudget()
    tabs, epoch_1904 = _tabs(container, workbook, tags)
    targets = relations(container, workbook, tags)
    book = _book(container, targets, epoch_1904, tags, text)
    parts = {relation.id: relation.target for relation in targets if relation.kind == "worksheet"}
    read = [_sheet(container, parts[tab.relation], tab, book, budget) for tab in tabs if tab.relation in parts]
    if not read:
        raise no_sheets()
    paint(read)
    return [sheet for sheet, _ in read]


def _tabs(container: Container, workbook: str, tags: TagBudget) -> tuple[list[ListedTab], bool]:
    tabs: list[ListedTab] = []
    epoch_1904 = False

    def tab(attributes: Attributes) -> None:
        link = next((attributes[f"{link} id"] for link in LINKS if f"{link} id" in attributes), "")
        hidden = attributes.get("state", "visible") in {"hidden", "veryHidden"}
        tabs.append(ListedTab(attributes.get("name", ""), hidden, link))

    def properties(attributes: Attributes) -> None:
        nonlocal epoch_1904
        epoch_1904 = attributes.get("date1904") in cells.TRUE

    starts = markup.named({"sheet": tab, "workbookPr": properties}, *MAIN)
    markup.read(container.chunks(workbook), tags, starts, part=workbook)
    return tabs, epoch_1904


def _book(
    container: Container, targets: list[Relation], epoch_1904: bool, tags: TagBudget, text: TextBudget
) -> cells.Book:
    parts = {relation.kind: relation.target for relation in targets if relation.target in container}
    theme = theme_colours(container.chunks(parts["theme"]), tags) if "theme" in parts else list(OFFICE)
    styles = read_styles(container.chunks(parts["styles"]), tags, theme) if "styles" in parts else Styles()
    strings = read_strings(container.chunks(parts["sharedStrings"]), tags, text) if "sharedStrings" in parts else []
    return cells.Book(strings, styles, epoch_1904, tags, text)


def _sheet(
    container: Container, part: str, tab: ListedTab, book: cells.Book, budget: CellBudget
) -> tuple[Sheet, list[Rule]]:
    raw, pieces = RawSheet(tab.name, tab.hidden), list[str]()
    starts, ends, in_tail = cells.handlers(book, raw, pieces)
    rules = RuleReader(raw.name, book.differential, book.palette, pieces)
    rule_starts, rule_ends = rules.handlers()
    chunks = cells.without_tail(container.chunks(part), in_tail)
    markup.read(chunks, book.tags, starts | rule_starts, ends | rule_ends, pieces, part)
    _add_related(container, part, raw, book)
    return finished(raw, budget), rules.rules


def _add_related(container: Container, sheet: str, raw: RawSheet, book: cells.Book) -> None:
    """Tables and notes, which lie in parts of their own; a thread wins over the note that stands in for it."""
    threads: dict[Place, str] = {}
    for kind, part in dict.fromkeys((found.kind, found.target) for found in relations(container, sheet, book.tags)):
        if part not in container:
            continue
        if kind == "table":
            raw.tables |= _table(container, part, book.tags)
        elif kind == "comments":
            raw.notes |= read_notes(container.chunks(part), book.tags, book.text, part)
        elif kind == "threadedComment":
            threads |= read_threads(container.chunks(part), book.tags, book.text, part)
    raw.notes |= threads


def _table(container: Container, part: str, tags: TagBudget) -> dict[str, Area]:
    found: dict[str, Area] = {}

    def table(attributes: Attributes) -> None:
        found[attributes.get("displayName") or attributes.get("name", "")] = area_of(attributes.get("ref", ""))

    markup.read(container.chunks(part), tags, markup.named({"table": table}, *MAIN), part=part)
    return found


def _workbook_part(container: Container) -> str:
    """The name of the package's main part; UnreadableWorkbookError when it has none."""
    for relation in relations(container, "", TagBudget()):
        if relation.kind == "officeDocument" and relation.target in container:
            return relation.target
    raise corrupt("its workbook part is missing")
