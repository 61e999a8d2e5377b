"""Notes and threaded comments of a tab: what was said, without the names that the program put before it.

A threaded comment is also kept as an old-style note under a paragraph that explains itself; the thread wins.
"""

from __future__ import annotations

import re

BOILERPLATE = re.compile(r"\s*\[Threaded comment\].*?\n\s*Comment:\s*\n", re.DOTALL)
REPLY = re.compile(r"^\s*Reply:\s*$", re.MULTILINE)
INDENT = re.compile(r"^ {4}", re.MULTILINE)
SIGNATURE = re.compile(r"^\t-.*$\n?", re.MULTILINE)
"""How Google Sheets signs a note that it exports: a line of its own, a tab and a dash before the name."""
LONGEST_NAME = 120


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
