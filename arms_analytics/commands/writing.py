"""A file that people go on to edit, written for the first time."""

from __future__ import annotations

from pathlib import Path

from arms_analytics.commands import CommandError
from arms_analytics.exports.replacing import replace_bytes


def write_new(out: Path, content: bytes, replace: bool) -> None:
    """Write these bytes. CommandError where the file holds something else already and may not be replaced."""
    if not replace and out.exists() and out.read_bytes() not in {b"", content}:
        raise CommandError(f"{out} is there already and may have been edited: choose another name, or add --replace.")
    replace_bytes(out, content)
