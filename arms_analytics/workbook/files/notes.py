"""Notes and threaded comments of a tab: what was said, without the names that the program put before it.

A threaded comment is also kept as an old-style note under a paragraph that explains itself; the thread wins.
"""

from __future__ import annotations

import re
from collections import Counter

from arms_analytics.workbook.cells import Place
from arms_analytics.workbook.personal_data.vocabulary import no_surname

BOILERPLATE = re.compile(r"\s*\[Threaded comment\].*?\n\s*Comment:\s*\n", re.DOTALL)
REPLY = re.compile(r"^\s*Reply:\s*$", re.MULTILINE)
INDENT = re.compile(r"^ {4}", re.MULTILINE)
SIGNATURE = re.compile(r"^\t-.*$\n?", re.MULTILINE)
"""How Google Sheets signs a note that it exports: a line of its own, a tab and a dash before the name."""
LONGEST_NAME = 120
SEVERAL, NEARLY_ALL = 3, 0.9
_OF_NOBODY = frozenset({"author", "unknown author", "microsoft office user", "windows user", "user"})
"""What programs call a person whose name they do not know."""
_WORDS = re.compile(r"[^\W\d_][\w'’\-]*").findall


def own_words(note: str, authors: set[str]) -> str:
    """A note's own words: neither the thread's explanation nor a line that only names one of the `authors`."""
    threaded = BOILERPLATE.match(note)
    if threaded:
        lines = REPLY.sub("", INDENT.sub("", note[threaded.end() :])).split("\n")
        return "\n".join(line for line in lines if line.strip()).strip()
    first, colon, rest = note.partition("\n")[0].strip().partition(":")
    if colon and not rest and len(first) <= LONGEST_NAME and first.casefold() in authors:
        note = note.partition("\n")[2]
    return SIGNATURE.sub("", note).strip() if "\t-" in note else note.strip()


def without_names(notes: dict[Place, str]) -> dict[Place, str]:
    """A tab's notes without the names that nearly all of them begin with, each name several of them.

    LibreOffice and others save the line with the name and forget that it is the author's.
    """
    began = Counter(_first_line(note) for note in notes.values())
    names = {line for line, count in began.items() if count >= SEVERAL and _is_a_name(line)}
    if not names or sum(began[name] for name in names) < NEARLY_ALL * len(notes):
        return notes
    return {p: note.partition("\n")[2].strip() if _first_line(note) in names else note for p, note in notes.items()}


def _first_line(note: str) -> str:
    """The line that a note begins with, where more follows."""
    first, _, rest = note.partition("\n")
    return first.strip() if rest else ""


def _is_a_name(line: str) -> bool:
    """Whether a line is a person's name and a colon: "Clarke, J:", "DS Jane Clarke:"; but not "Home Visit:"."""
    if not line.endswith(":"):
        return False
    words = _WORDS(line)
    large = len(words) == 1 or all(word[0].isupper() for word in words)
    surname = any(len(word) > 2 and not no_surname(word) and not (word.isupper() and len(word) < 6) for word in words)
    return (large and surname and len(words) <= 5) or line[:-1].strip().casefold() in _OF_NOBODY
