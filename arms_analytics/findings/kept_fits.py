"""Fits kept beside the snapshots, one file a quarter: named by snapshot, records version and method, written whole.

Pages only read; what is absent is being worked out. A file is numbers and names, nothing that could be executed.
"""

from __future__ import annotations

import io
import os
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from arms_analytics.findings.fit import METHOD, Fit, work_out
from arms_analytics.findings.packed_fit import Arrays, packed, unpacked
from arms_analytics.findings.sql import Cursor
from arms_analytics.store.snapshots import DERIVED, path_of

NAME = re.compile(r"fit-(\d{6,})-.*\.npz")
KEPT = 3
"""Snapshots whose fits are kept."""
NOTHING_GRADED = "nothing graded"


@dataclass(frozen=True, slots=True)
class KeptFits:
    """The fits of one state of the data: a store's folder, the snapshot's number, the version of the records."""

    store: Path
    snapshot: int
    records: int = 0

    def path(self, quarter: int) -> Path:
        """Where the fit as of this quarter (Quarter.index) is kept."""
        return self.store / DERIVED / f"fit-{self.snapshot:06}-r{self.records}-m{METHOD}-q{quarter}.npz"

    def has(self, quarter: int) -> bool:
        """Whether it was worked out."""
        return self.path(quarter).exists()

    def read(self, quarter: int) -> Fit | None:
        """The fit as of this quarter; None while it is being worked out, and where nothing was graded."""
        try:
            return unpacked(dict(np.load(io.BytesIO(self.path(quarter).read_bytes()), allow_pickle=False)))
        except (FileNotFoundError, KeyError):
            return None

    def work_out(self, cursor: Cursor, quarters: Iterable[int]) -> None:
        """Fit what is missing, one quarter after the other; each appears when it is whole.

        The cursor must be one of this snapshot, with these records' clarified grades and every force's officers.
        """
        for quarter in quarters:
            if not self.has(quarter):
                fit = work_out(cursor, quarter)
                self._write(quarter, packed(fit) if fit else {NOTHING_GRADED: np.array(True)})
        self._forget_older()

    def worked_out(self, cursor: Cursor, quarter: int) -> Fit | None:
        """The fit as of this quarter, waited for; where it cannot be kept (a read-only folder) it is not."""
        try:
            self.work_out(cursor, [quarter])
        except OSError:
            return work_out(cursor, quarter)
        return self.read(quarter) if self.has(quarter) else work_out(cursor, quarter)

    def _write(self, quarter: int, arrays: Arrays) -> None:
        """One rename publishes it; what a killed process leaves behind has another name.

        Where the snapshot was taken away meanwhile, by an erasure perhaps, nothing of it stays here either.
        """
        path = self.path(quarter)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".partial")
        try:
            with os.fdopen(handle, "wb") as file:
                np.savez_compressed(file, **arrays)
            Path(name).replace(path)
            if not path_of(self.store, self.snapshot).exists():
                path.unlink()
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _forget_older(self) -> None:
        found = [
            (int(match[1]), path) for path in self.path(0).parent.glob("*.npz") if (match := NAME.fullmatch(path.name))
        ]
        newest = sorted({number for number, _ in found}, reverse=True)[:KEPT]
        for number, path in found:
            if number not in newest:
                path.unlink(missing_ok=True)
