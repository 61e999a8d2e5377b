"""A file that takes its place whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replaced(out: Path) -> Iterator[Path]:
    """A path to write to that takes the place of `out` once it is complete, and leaves nothing otherwise."""
    draft = out.with_name(f".{out.name}.part")
    try:
        yield draft
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)


def replace_bytes(out: Path, content: bytes) -> None:
    """Write these bytes."""
    with replaced(out) as draft:
        draft.write_bytes(content)
