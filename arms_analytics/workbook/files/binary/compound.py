"""OLE2 compound files, the container of .xls and of encrypted workbooks: its streams by name, chains bounded.

[MS-CFB]. A forged chain of sectors may run in a circle; here no chain is followed further than the file is long.
"""

from __future__ import annotations

import struct

from arms_analytics.workbook.files.refusals import corrupt

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTRY = 128
LAST_SECTOR = 0xFFFFFFFA


class CompoundFile:
    """The streams of one compound file held in memory. UnreadableWorkbookError (`corrupt`) for a broken one."""

    def __init__(self, data: bytes) -> None:
        try:
            self._open(data)
        except (struct.error, IndexError, ValueError) as error:
            raise corrupt("it is cut short or not whole") from error

    def _open(self, data: bytes) -> None:
        self._data = data
        sector, short = struct.unpack_from("<HH", data, 30)
        if sector not in (9, 12) or short >= sector:
            raise ValueError("no sector size of a compound file")
        self._sector, self._short = 1 << sector, 1 << short
        directory, _, self._cutoff, short_table = struct.unpack_from("<IIII", data, 48)
        more_table = struct.unpack_from("<I", data, 68)[0]
        self._table = self._sectors_table(more_table)
        self._streams = self._directory(self._chain(directory))
        self._short_table = struct.unpack(f"<{len(table) // 4}I", table) if (table := self._chain(short_table)) else ()

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._streams

    def stream(self, name: str) -> bytes:
        """A stream's bytes; KeyError when there is none of that name."""
        start, size = self._streams[name.casefold()]
        try:
            return (self._chain(start) if size >= self._cutoff else self._short_chain(start, size))[:size]
        except (IndexError, ValueError) as error:
            raise corrupt("it is cut short or not whole") from error

    def _short_chain(self, sector: int, size: int) -> bytes:
        """Small streams lie in short sectors within the root's own stream."""
        pieces: list[bytes] = []
        for _ in range(size // self._short + 1):
            if sector >= len(self._short_table):
                break
            pieces.append(self._root[sector * self._short : (sector + 1) * self._short])
            sector = self._short_table[sector]
        return b"".join(pieces)

    def _sectors_table(self, more: int) -> tuple[int, ...]:
        """Which sector follows which, from the sectors that the header and its continuation list."""
        each = self._sector // 4
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        for _ in range(len(self._data) // self._sector):
            if more >= LAST_SECTOR:
                break
            *listed, more = struct.unpack(f"<{each}I", self._at(more))
            sectors += listed
        raw = b"".join(self._at(sector) for sector in sectors if sector < LAST_SECTOR)
        if len(raw) > len(self._data):
            raise ValueError("a table larger than its file")
        return struct.unpack(f"<{len(raw) // 4}I", raw)

    def _at(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        found = self._data[start : start + self._sector]
        if not found:
            raise ValueError("a sector beyond the end of the file")
        return found.ljust(self._sector, b"\0")

    def _chain(self, sector: int) -> bytes:
        pieces: list[bytes] = []
        for _ in range(len(self._data) // self._sector + 1):
            if sector >= LAST_SECTOR:
                return b"".join(pieces)
            pieces.append(self._at(sector))
            sector = self._table[sector]
        raise ValueError("a chain that runs in a circle")

    def _directory(self, entries: bytes) -> dict[str, tuple[int, int]]:
        streams: dict[str, tuple[int, int]] = {}
        for at in range(0, len(entries) - ENTRY + 1, ENTRY):
            length, kind = struct.unpack_from("<HB", entries, at + 64)
            start, size = struct.unpack_from("<II", entries, at + 116)
            if at == 0:
                self._root = self._chain(start) if start < LAST_SECTOR else b""
            if kind:
                name = entries[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
                streams.setdefault(name.casefold(), (start, size))
        return streams
