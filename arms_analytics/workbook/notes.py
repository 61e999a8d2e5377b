"""Notes and threaded comments of a tab: what was said, without the names that the program put before it.

A threaded comment is also kept as an old-style note under a paragraph that explains itself; the thread wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from arms_analytics.workbook import markup
from arms_analytics.workbook.markup import Attributes, Tags
from arms_analytics.workbook.places import Place
from arms_analytics.workbook.references import place_of
from arms_analytics.workbook.shared_strings import TextBudget, unescaped
from arms_analytics.workbook.styles import MAIN

THREADED = ("http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments",)

BOILERPLATE = re.compile(r"\s*\[Threaded comment\].*?\n\s*Comment:\s*\n", re.DOTALL)
REPLY = re.compile(r"^\s*Reply:\s*$", re.MULTILINE)
INDENT = re.compile(r"^ {4}", re.MULTILINE)
SIGNATURE = re.compile(r"^\t-.*$\n?", re.MULTILINE)
"""How Google Sheets signs a note that it exports: a line of its own, a tab and a dash before the name."""
LONGEST_NAME = 120


def read_notes(chunks: Iterable[bytes], tags: Tags, budget: TextBudget, part: str) -> dict[Place, str]:
    """The notes of a `comments` part by the cell they hang on."""
    found: dict[Place, str] = {}
    pieces: list[str] = []
    authors: set[str] = set()
    runs: list[str] = []
    reference = ""
    phonetic = False

    def clear(_: Attributes) -> None:
        pieces.clear()

    def author_end() -> None:
        authors.add("".join(pieces).strip().casefold())

    def comment(attributes: Attributes) -> None:
        nonlocal reference
        reference = attributes.get("ref", "")
        runs.clear()

    def text_end() -> None:
        if not phonetic:
            runs.append(unescaped("".join(pieces)))

    def comment_end() -> None:
        text = said("".join(runs), authors)
        budget.spend(text)
        if text:
            found[place_of(reference)] = text

    def phonetic_start(_: Attributes) -> None:
        nonlocal phonetic
        phonetic = True

    def phonetic_end() -> None:
        nonlocal phonetic
        phonetic = False

    starts = {"author": clear, "comment": comment, "t": clear, "rPh": phonetic_start}
    ends = {"author": author_end, "comment": comment_end, "t": text_end, "rPh": phonetic_end}
    markup.read(chunks, tags, markup.named(starts, *MAIN), markup.named(ends, *MAIN), pieces, part)
    return found


def read_threads(chunks: Iterable[bytes], tags: Tags, budget: TextBudget, part: str) -> dict[Place, str]:
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


def said(note: str, authors: set[str]) -> str:
    """A note's own words: neither the thread's explanation nor a line that only names one of the `authors`."""
    threaded = BOILERPLATE.match(note)
    if threaded:
        lines = REPLY.sub("", INDENT.sub("", note[threaded.end() :])).split("\n")
        return "\n".join(line for line in lines if line.strip()).strip()
    first, colon, rest = note.partition("\n")[0].strip().partition(":")
    if colon and not rest and len(first) <= LONGEST_NAME and first.casefold() in authors:
        note = note.partition("\n")[2]
    return SIGNATURE.sub("", note).strip() if "\t-" in note else note.strip()
