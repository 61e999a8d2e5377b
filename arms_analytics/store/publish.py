"""The one way a store changes: a whole new snapshot, prepared aside and published with one rename.

Whatever happens in between, readers find the snapshot before, or the one after, and never anything else.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import duckdb

from arms_analytics.network import Network
from arms_analytics.network import network as our_network
from arms_analytics.store import schema
from arms_analytics.store.disk import copy, folder_to_disk, to_disk
from arms_analytics.store.draft import Change, Fill, Step, Writing, counts_of, write_draft
from arms_analytics.store.errors import StoreError
from arms_analytics.store.hardened import look_through
from arms_analytics.store.lock import locked
from arms_analytics.store.snapshots import newest_or_none, number_of, numbers, path_of

KEPT = 3
DRAFT = "draft.duckdb"


def publish(
    folder: Path,
    change: Change,
    *,
    network: Network | None = None,
    step: Step = lambda name: None,
    rebuild: Fill | None = None,
) -> int | None:
    """Apply `change` to a copy of the newest snapshot and publish the copy as the next one: its number.

    `change` returns its history entry, or None when it changed nothing: then nothing is published. `step` is told
    the name of each step once it is done. `rebuild` fills empty tables from the newest snapshot, attached as `basis`,
    where a copy of the file would not do. StoreError says what was in the way; the store is then as it was.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with locked(folder):
            step("locked")
            remove_leftovers(folder)
            step("cleaned")
            return _publish_locked(folder, change, network or our_network(), step, rebuild)
    except (OSError, duckdb.IOException, duckdb.OutOfMemoryException, duckdb.FatalException) as fault:
        raise StoreError(
            f"Nothing was stored in {folder}: {_first_line(fault)}. The store is as it was; "
            "put this right and try again."
        ) from fault


def _publish_locked(folder: Path, change: Change, network: Network, step: Step, rebuild: Fill | None) -> int | None:
    basis = _basis(folder)
    draft = folder / DRAFT
    target = path_of(folder, max(numbers(folder), default=0) + 1)
    with _removed_on_failure(folder):
        if basis and not rebuild:
            copy(basis, draft)
        step("copied")
        counts = write_draft(Writing(draft, basis, change, network, number_of(target), rebuild), step)
        if counts is None:
            remove_leftovers(folder)
            return None
        oldest_kept = _verify(draft, counts)
        step("verified")
        to_disk(draft)
        step("synced")
        draft.rename(target)
    step("renamed")
    folder_to_disk(folder)
    step("folder synced")
    prune(folder, KEPT, oldest_kept)
    step("pruned")
    return number_of(target)


def _basis(folder: Path) -> Path | None:
    """The newest snapshot that can be read, looked through before anything is built on it."""
    snapshot = newest_or_none(folder)
    if snapshot is None:
        return None
    snapshot.close()
    return snapshot.path


def _verify(draft: Path, counts: dict[str, int]) -> int:
    """The closed draft can be read, holds what the transaction held, and needs no write-ahead log.

    The number of the oldest snapshot that may be kept beside it.
    """
    if draft.with_name(draft.name + ".wal").exists():
        raise StoreError(f"Nothing was stored: {draft} was not written to its end. Try again.")
    with closing(look_through(draft)) as connection:
        if counts_of(connection) != counts:
            raise StoreError(f"Nothing was stored: {draft} does not hold what was written. Check the disk.")
        return int(schema.meta(connection).get("oldest_kept", 0))


@contextmanager
def _removed_on_failure(folder: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        remove_leftovers(folder)
        raise


def remove_leftovers(folder: Path) -> None:
    """Remove what a killed load left behind. Only with the lock held."""
    for path in folder.glob("draft.*"):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def prune(folder: Path, keep: int, oldest: int) -> None:
    """Remove all but the newest `keep` snapshots, and every one numbered below `oldest`.

    What cannot be removed now, because a reader on Windows holds it open, stays for the next time.
    """
    for place, number in enumerate(sorted(numbers(folder), reverse=True)):
        if place >= keep or number < oldest:
            with suppress(OSError):
                path_of(folder, number).unlink(missing_ok=True)


def _first_line(fault: Exception) -> str:
    if isinstance(fault, OSError) and fault.strerror:
        return fault.strerror + (f" ({Path(fault.filename).name})" if fault.filename else "")
    return str(fault).splitlines()[0].rstrip(".")
