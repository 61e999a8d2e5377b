"""The workbook's shared strings, by index: rich text joined, phonetic guides left out, escapes undone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from arms_analytics.workbook.files import markup
from arms_analytics.workbook.files.budgets import TagBudget, TextBudget
from arms_analytics.workbook.files.markup import Attributes
from arms_analytics.workbook.files.spreadsheetml.namespaces import MAIN

ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """`_x000D_` and the like as the characters they stand for; every line break as a line feed."""
    if "_x" in text:
        text = ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def read_strings(chunks: Iterable[bytes], tags: TagBudget, budget: TextBudget) -> list[str]:
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
