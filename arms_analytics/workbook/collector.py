"""Python's garbage collector rests while a workbook is read.

Reading makes many objects that all stay until it is done. The collector would look through them, and through everything
else that the program holds, time and again and find nothing: what a reading no longer needs goes without it.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class _Collector:
    """Off from the first to the last of several readings at a time; as it was before, afterwards."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._readings = 0
        self._was_on = True

    @contextmanager
    def resting(self) -> Iterator[None]:
        with self._lock:
            if self._readings == 0:
                self._was_on = gc.isenabled()
                gc.disable()
            self._readings += 1
        try:
            yield
        finally:
            with self._lock:
                self._readings -= 1
                if self._readings == 0 and self._was_on:
                    gc.enable()


resting = _Collector().resting
"""The context in which a workbook is read."""
