"""Text from workbooks as XML can hold it, for slides and papers."""

from __future__ import annotations

_REPLACED = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(32), 0xFFFE, 0xFFFF) if chr(code) not in "\t\n"}
_BREAKS = {"\r\n": "\n", "\r": "\n"}


def writable(text: str) -> str:
    """The text with one kind of line break, and the replacement character for what XML forbids."""
    for foreign, ours in _BREAKS.items():
        text = text.replace(foreign, ours)
    return text.translate(_REPLACED).encode("utf-8", "replace").decode("utf-8")
