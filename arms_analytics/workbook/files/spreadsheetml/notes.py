"""Notes and threaded comments of a tab, which lie in parts of their own."""

from __future__ import annotations

from collections.abc import Iterable

from arms_analytics.workbook.cells import Place
from arms_analytics.workbook.files import markup
from arms_analytics.workbook.files.budgets import TagBudget, TextBudget
from arms_analytics.workbook.files.markup import Attributes
from arms_analytics.workbook.files.notes import own_words
from arms_analytics.workbook.files.references import place_of
from arms_analytics.workbook.files.spreadsheetml.namespaces import MAIN, THREADED
from arms_analytics.workbook.files.spreadsheetml.strings import RichText, unescaped


def read_notes(chunks: Iterable[bytes], tags: TagBudget, budget: TextBudget, part: str) -> dict[Place, str]:
    """The notes of a `comments` part by the cell they hang on."""
    found: dict[Place, str] = {}
    pieces: list[str] = []
    authors: set[str] = set()
    rich = RichText(pieces)
    reference = ""

    def author(_: Attributes) -> None:
        pieces.clear()

    def author_end() -> None:
        authors.add("".join(pieces).strip().casefold())

    def comment(attributes: Attributes) -> None:
        nonlocal reference
        reference = attributes.get("ref", "")
        rich.runs.clear()

    def comment_end() -> None:
        text = own_words("".join(map(unescaped, rich.runs)), authors)
        budget.spend(text)
        if text:
            found[place_of(reference)] = text

    starts, ends = rich.handlers()
    starts |= {"author": author, "comment": comment}
    ends |= {"author": author_end, "comment": comment_end}
    markup.read(chunks, tags, markup.named(starts, *MAIN), markup.named(ends, *MAIN), pieces, part)
    return found


def read_threads(chunks: Iterable[bytes], tags: TagBudget, budget: TextBudget, part: str) -> dict[Place, str]:
    """The threads of a `threadedComment` part by cell: the comment and its replies, a line each."""
    threads: dict[Place, list[str]] = {}
    pieces: list[str] = []
    reference = ""

    def comment(attributes: Attributes) -> None:
        nonlocal reference
        reference = attributes.get("ref", "")

    def text_start(_: Attributes) -> None:
        pieces.clear()

    def text_end() -> None:
        text = unescaped("".join(pieces)).strip()
        budget.spend(text)
        if text:
            threads.setdefault(place_of(reference), []).append(text)

    starts = markup.named({"threadedComment": comment, "text": text_start}, *THREADED)
    markup.read(chunks, tags, starts, markup.named({"text": text_end}, *THREADED), pieces, part)
    return {place: "\n".join(texts) for place, texts in threads.items()}
