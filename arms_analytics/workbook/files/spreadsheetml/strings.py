"""The workbook's shared strings, by index: rich text joined, phonetic guides left out, escapes undone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from arms_analytics.workbook.files import markup
from arms_analytics.workbook.files.budgets import TagBudget, TextBudget
from arms_analytics.workbook.files.markup import Attributes, Ends, Starts
from arms_analytics.workbook.files.spreadsheetml.namespaces import MAIN

ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """`_x000D_` and the like as the characters they stand for; every line break as a line feed."""
    if "_x" in text:
        text = ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


class RichText:
    """Handlers that gather the runs of one text after another, phonetic guides left out."""

    def __init__(self, pieces: list[str]) -> None:
        self.runs: list[str] = []
        self._pieces = pieces
        self._phonetic = False

    def handlers(self) -> tuple[Starts, Ends]:
        """By local name. `pieces` is what `markup.read` appends to."""
        starts: Starts = {"t": self._start, "rPh": self._phonetic_start}
        return starts, {"t": self._end, "rPh": self._phonetic_end}

    def _start(self, _: Attributes) -> None:
        self._pieces.clear()

    def _end(self) -> None:
        if not self._phonetic:
            self.runs.append("".join(self._pieces))

    def _phonetic_start(self, _: Attributes) -> None:
        self._phonetic = True

    def _phonetic_end(self) -> None:
        self._phonetic = False


def read_strings(chunks: Iterable[bytes], tags: TagBudget, budget: TextBudget) -> list[str]:
    """All `<si>` in order."""
    strings: list[str] = []
    pieces: list[str] = []
    rich = RichText(pieces)
    runs = rich.runs

    def item(_: Attributes) -> None:
        runs.clear()

    def item_end() -> None:
        string = unescaped("".join(runs))
        budget.spend(string)
        strings.append(string)

    starts, ends = rich.handlers()
    starts, ends = markup.named(starts | {"si": item}, *MAIN), markup.named(ends | {"si": item_end}, *MAIN)
    markup.read(chunks, tags, starts, ends, pieces, part="sharedStrings.xml")
    return strings
