"""The workbook's shared strings, by index: rich text joined, phonetic guides left out, escapes undone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from sys import getsizeof

from arms_analytics.workbook import markup
from arms_analytics.workbook.container import too_large
from arms_analytics.workbook.markup import Attributes, Tags
from arms_analytics.workbook.styles import MAIN

MOST_MEMORY = 96 * 2**20
"""Bytes of all strings together, as Python holds them."""
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


class TextBudget:
    """How much text, in bytes of memory, this workbook may still hold."""

    def __init__(self) -> None:
        self.left = MOST_MEMORY

    def spend(self, text: str) -> None:
        """Raises UnreadableWorkbookError when there is more than any collation has."""
        self.left -= getsizeof(text)
        if self.left < 0:
            raise too_large(f"it holds more than {MOST_MEMORY // 2**20} MB of text")


def unescaped(text: str) -> str:
    """`_x000D_` and the like as the characters they stand for; every line break as a line feed."""
    if "_x" in text:
        text = ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def read_strings(chunks: Iterable[bytes], tags: Tags, budget: TextBudget) -> list[str]:
    """All `<si>` in order."""
    strings: list[str] = []
    pieces: list[str] = []
    runs: list[str] = []
    phonetic = False

    def item(_: Attributes) -> None:
        runs.clear()

    def text(_: Attributes) -> None:
        pieces.clear()

    def text_end() -> None:
        if not phonetic:
            runs.append("".join(pieces))

    def item_end() -> None:
        string = unescaped("".join(runs))
        budget.spend(string)
        strings.append(string)

    def phonetic_start(_: Attributes) -> None:
        nonlocal phonetic
        phonetic = True

    def phonetic_end() -> None:
        nonlocal phonetic
        phonetic = False

    starts = markup.named({"si": item, "t": text, "rPh": phonetic_start}, *MAIN)
    ends = markup.named({"si": item_end, "t": text_end, "rPh": phonetic_end}, *MAIN)
    markup.read(chunks, tags, starts, ends, pieces, part="sharedStrings.xml")
    return strings
