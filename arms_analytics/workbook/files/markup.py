"""XML parts streamed through expat: no DTD, so no entities; bounded depth, tags, and text between two tags."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from xml.parsers import expat

from arms_analytics.workbook.files.budgets import TagBudget
from arms_analytics.workbook.files.refusals import corrupt, too_large

Attributes = dict[str, str]
Start = Callable[[Attributes], Any]
End = Callable[[], Any]
Starts = dict[str, Start]
Ends = dict[str, End]

MOST_DEPTH = 64
MOST_BYTES_UNTAGGED = 2**20
"""Between one `<` and the next; a cell's longest text is 32,767 characters. Expat rescans unfinished tokens."""
MOST_PIECES = 64
BUFFER = 2**15


def named(handlers: Mapping[str, Callable[..., Any]], *namespaces: str) -> dict[str, Callable[..., Any]]:
    """Handlers by full name: the same local names in each of these namespaces."""
    return {f"{namespace} {name}": handler for namespace in namespaces for name, handler in handlers.items()}


def read(
    chunks: Iterable[bytes],
    tags: TagBudget,
    starts: Mapping[str, Start],
    ends: Mapping[str, End] | None = None,
    text: list[str] | None = None,
    part: str = "",
) -> None:
    """Streams one part through handlers by full element name (`namespace local`, as `named` makes them).

    Character data is appended to `text` in pieces, which the handlers clear and join. Raises
    UnreadableWorkbookError for what is no XML, has a DTD, or exceeds a limit.
    """
    parser = _parser(starts, ends or {}, text, part)
    untagged = 0
    try:
        for chunk in chunks:
            last = chunk.rfind(b"<")
            untagged = len(chunk) - last if last >= 0 else untagged + len(chunk)
            if untagged > MOST_BYTES_UNTAGGED or (text is not None and len(text) > MOST_PIECES):
                raise too_large(f"a single text in its part {part} is longer than any cell can hold")
            tags.spend(chunk.count(b"<"))
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise corrupt(f"its part {part} is not well-formed") from error


def _parser(
    starts: Mapping[str, Start], ends: Mapping[str, End], text: list[str] | None, part: str
) -> expat.XMLParserType:
    """What calls these handlers: closures over local variables, for they run at every tag."""
    parser = expat.ParserCreate(None, " ")
    parser.buffer_text = True
    parser.buffer_size = BUFFER
    depth = 0
    start_of, end_of = starts.get, ends.get

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > MOST_DEPTH:
            raise corrupt(f"its part {part} is nested too deeply")
        handler = start_of(name)
        if handler is not None:
            handler(attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler = end_of(name)
        if handler is not None:
            handler()

    def doctype(*_: object) -> None:
        raise corrupt(f"its part {part} carries a document type, which no workbook has")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = doctype
    if text is not None:
        parser.CharacterDataHandler = text.append
    return parser
