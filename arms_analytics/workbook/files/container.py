"""Zip containers (.xlsx, .xlsm, .ods) opened within limits, before and while unzipping.

A person's workbook stays far below every limit here; what exceeds one was made to do harm or is no workbook.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from arms_analytics.workbook.files.refusals import UnreadableWorkbookError, corrupt, too_large

MOST_PARTS = 2_000
MOST_BYTES_A_PART = 64 * 2**20
MOST_BYTES = 256 * 2**20
MOST_RATIO = 200
RATIO_COUNTS_FROM = 2**20
"""Unzipped bytes below which a part's compression ratio is nobody's business."""
CHUNK, BLOCK = 2**16, 2**20
ENTRY = b"PK\x01\x02"
"""What every entry of a zip's directory begins with."""

BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError, NotImplementedError,
    IndexError, KeyError,
)  # fmt: skip
"""What the standard library raises on broken or forged zips."""


class Container:
    """The parts of one zip file by name. Names are looked up without regard to case, as Excel does.

    Raises UnreadableWorkbookError (`corrupt`, `too_large`, `encrypted`) on opening and on reading.
    """

    def __init__(self, path: Path) -> None:
        self._zip = _open(path)
        self._left = MOST_BYTES
        try:
            self._parts = _checked(self._zip.infolist())
        except UnreadableWorkbookError:
            self._zip.close()
            raise

    def __enter__(self) -> Container:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._parts

    @property
    def names(self) -> list[str]:
        """The parts' names as they are written, in the directory's order."""
        return [part.filename for part in self._parts.values()]

    def chunks(self, name: str) -> Iterator[bytes]:
        """The part's bytes, a chunk at a time; nothing beyond the size that was checked is ever unzipped."""
        part = self._parts.get(name.casefold())
        if part is None:
            raise corrupt(f"its part {name} is missing")
        try:
            with self._zip.open(part) as stream:
                while chunk := stream.read(CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise too_large("its tabs lead to the same parts over and over")
                    yield chunk
        except RuntimeError as error:
            raise UnreadableWorkbookError(
                "encrypted", "The file is under a zip password; unpack it with the password, and load what was inside."
            ) from error
        except BROKEN as error:
            raise corrupt(f"its part {name} cannot be unzipped") from error


def _open(path: Path) -> zipfile.ZipFile:
    """Counts the directory's entries before the standard library builds an object for each."""
    try:
        with path.open("rb") as file:
            entries, seam = 0, b""
            while block := file.read(BLOCK):
                entries += (seam + block).count(ENTRY)
                seam = block[-len(ENTRY) + 1 :]
        if entries > 2 * MOST_PARTS:
            raise too_large(f"it has more than {MOST_PARTS:,} parts")
        return zipfile.ZipFile(path)
    except (*BROKEN, RuntimeError) as error:
        raise corrupt("it is cut short or not whole") from error


def _checked(parts: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    if len(parts) > MOST_PARTS:
        raise too_large(f"it has more than {MOST_PARTS:,} parts")
    if sum(part.file_size for part in parts) > MOST_BYTES:
        raise too_large(f"it would unzip to more than {MOST_BYTES // 2**20} MB")
    end = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        _check(part)
        if part.header_offset < end:
            raise corrupt("its parts overlap")
        end = part.header_offset + part.compress_size
    by_name = {part.filename.replace("\\", "/").lstrip("/").casefold(): part for part in parts}
    if len(by_name) != len(parts):
        raise corrupt("it holds the same part twice")
    return by_name


def _check(part: zipfile.ZipInfo) -> None:
    if part.file_size > MOST_BYTES_A_PART:
        raise too_large(f"its part {part.filename} would unzip to more than {MOST_BYTES_A_PART // 2**20} MB")
    if part.file_size > RATIO_COUNTS_FROM and part.file_size > MOST_RATIO * part.compress_size:
        raise too_large(f"its part {part.filename} would unzip to more than {MOST_RATIO} times its size")
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise corrupt("it is compressed in a way that Excel does not use")
