"""One loader at a time: a lock on a file that the operating system lets go when its holder dies, however it dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from arms_analytics.store.errors import BusyStoreError

LOCK = "lock"
PATIENCE = 120.0
"""Seconds to wait for another load: longer than a large archive takes to publish (reading is done before)."""

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


@contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the folder's lock. BusyStoreError when another process keeps it for more than `patience` seconds."""
    descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _wait(descriptor, folder, time.monotonic() + patience)
        try:
            yield
        finally:
            _unlock(descriptor)
    finally:
        os.close(descriptor)


def _wait(descriptor: int, folder: Path, until: float) -> None:
    while True:
        try:
            return _try_lock(descriptor)
        except OSError as busy:
            if time.monotonic() >= until:
                raise BusyStoreError(
                    f"Another load is still writing to {folder}. Nothing was stored; try again when it has ended."
                ) from busy
            time.sleep(0.02)
