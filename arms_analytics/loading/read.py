"""Workbooks read, several at a time: one worker per core, one workbook per worker, so that memory stays bounded."""

from __future__ import annotations

import logging
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import ModuleType

from arms_analytics.loading.files import Found
from arms_analytics.vocabulary import Problem, Reading, Severity

Reader = Callable[[Path], Reading]
"""`read_workbook` with its answers bound; a module-level function, so that a worker process can find it."""

WORTH_WORKERS = 2 * 2**20
"""Bytes of workbooks from which starting worker processes takes less time than it saves."""


def read_all(found: Sequence[Found], read: Reader, workers: int | None = None) -> Iterator[tuple[Found, Reading]]:
    """Each file with its reading, as they become ready. A file on which the reader fails is refused, never lost."""
    workers = min(workers or os.cpu_count() or 1, len(found))
    if workers < 2 or sum(file.size for file in found) < WORTH_WORKERS:
        yield from ((file, read_safely(read, file)) for file in found)
    else:
        yield from _read_in_workers(found, read, workers)


def read_safely(read: Reader, file: Found) -> Reading:
    """What the reader says of the file; a refusal in a sentence where the reader itself failed."""
    try:
        return read(file.path)
    except Exception:
        logging.getLogger(__name__).exception("The reader failed on %s", file.path)
        return _failed(file, "This program failed on it, which is a fault of the program.")


def _read_in_workers(found: Sequence[Found], read: Reader, workers: int) -> Iterator[tuple[Found, Reading]]:
    waiting = list(reversed(found))
    running: dict[Future[Reading], Found] = {}
    lost: list[Found] = []
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        while (waiting or running) and not lost:
            try:
                _keep_busy(pool, running, waiting, read, workers)
            except BrokenProcessPool:  # while the reading before was taken in
                break
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                file = running.pop(future)
                try:
                    yield file, future.result()
                except BrokenProcessPool:
                    lost.append(file)
    if lost or running or waiting:
        yield from _after_a_crash([*lost, *running.values()], waiting, read, workers)


def _keep_busy(
    pool: ProcessPoolExecutor, running: dict[Future[Reading], Found], waiting: list[Found], read: Reader, workers: int
) -> None:
    """Give each worker without a file the next one. BrokenProcessPool when a worker died; that file still waits."""
    while waiting and len(running) < workers:
        with _without_main():
            future = pool.submit(partial(read_safely, read), waiting[-1])
        running[future] = waiting.pop()


def _after_a_crash(
    suspects: Sequence[Found], waiting: Sequence[Found], read: Reader, workers: int
) -> Iterator[tuple[Found, Reading]]:
    """A worker died. Each file that was being read gets a process of its own, then the rest goes on."""
    for file in suspects:
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as alone:
            try:
                with _without_main():
                    future = alone.submit(partial(read_safely, read), file)
                yield file, future.result()
            except BrokenProcessPool:
                yield file, _failed(file, "Reading it ended the process that read it, perhaps for want of memory.")
    if waiting:
        yield from _read_in_workers(list(reversed(waiting)), read, min(workers, len(waiting)))


def _failed(file: Found, why: str) -> Reading:
    message = f"{file.path.name} could not be read. {why} Save a copy from Excel as .xlsx and load that, or report it."
    return Reading(str(file.path), file.sha256, problems=(Problem(Severity.ERROR, "reader_failed", "", "", message),))


_main = threading.Lock()


@contextmanager
def _without_main() -> Iterator[None]:
    """Start a worker without the main module: in the dashboard that is a page, which a worker would run."""
    with _main:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main
