"""The one way a store changes: a whole new snapshot, prepared aside and published with one rename.

Whatever happens in between, readers find the snapshot before, or the one after, and never anything else.
"""

from __future__ import annotations

import getpass
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from arms_analytics.network import Network, network
from arms_analytics.store import schema
from arms_analytics.store.errors import StoreError
from arms_analytics.store.lock import locked
from arms_analytics.store.snapshots import Settings, Snapshot, newest_or_none, numbers, path_of, read_only

KEPT = 3
DRAFT = "draft.duckdb"
DRAFT_SETTINGS: Settings = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "temp_directory": "",
}

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """Who did what: the row that a change leaves in the history."""

    action: str
    detail: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The next snapshot while it is written: a connection inside one transaction, and the number of its load."""

    connection: duckdb.DuckDBPyConnection
    load_id: int
    network: Network


Change = Callable[[Draft], Entry | None]


def operator() -> str:
    """The name of the person at this machine, as the operating system knows it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def publish(
    folder: Path, change: Change, *, region: Network | None = None, step: Step = lambda name: None, keep: int = KEPT
) -> Snapshot | None:
    """Apply `change` to a copy of the newest snapshot and publish the copy as the next one.

    `change` returns its history entry, or None when it changed nothing: then nothing is published. `step` is told
    the name of each step once it is done. StoreError says what was in the way; the store is then as it was.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with locked(folder):
            step("locked")
            remove_leftovers(folder)
            step("cleaned")
            return _publish_locked(folder, change, region or network(), step, keep)
    except (OSError, duckdb.IOException, duckdb.OutOfMemoryException, duckdb.FatalException) as fault:
        raise StoreError(
            f"Nothing was stored in {folder}: {_first_line(fault)}. The store is as it was; "
            "put this right and try again."
        ) from fault


def _publish_locked(folder: Path, change: Change, region: Network, step: Step, keep: int) -> Snapshot | None:
    basis = newest_or_none(folder)
    draft = folder / DRAFT
    with _removed_on_failure(folder):
        if basis:
            shutil.copyfile(basis.path, draft)
            basis.close()
        step("copied")
        counts = _write(draft, change, region, step, new=basis is None)
        if counts is None:
            remove_leftovers(folder)
            return None
        _verify(draft, counts)
        step("verified")
        _to_disk(draft)
        step("synced")
        target = path_of(folder, max(numbers(folder), default=0) + 1)
        draft.rename(target)
    step("renamed")
    _folder_to_disk(folder)
    step("folder synced")
    snapshot = Snapshot.open(target)
    prune(folder, keep, int(snapshot.meta.get("oldest_kept", 0)))
    step("pruned")
    return snapshot


def _write(draft: Path, change: Change, region: Network, step: Step, *, new: bool) -> dict[str, int] | None:
    """Write the draft in one transaction. The row count of each table, or None when nothing changed."""
    connection = duckdb.connect(draft, config=DRAFT_SETTINGS)
    try:
        connection.begin()
        if new:
            schema.create(connection, region)
        else:
            schema.migrate(connection, draft)
        reconfigured = schema.configure(connection, region) and not new
        step("begun")
        load_id = _next_load(connection)
        entry = change(Draft(connection, load_id, region))
        if entry is None and reconfigured:
            entry = Entry("configure", "the grade scale or the question set")
        if entry is None:
            return None
        connection.execute(
            "INSERT INTO load VALUES (?, ?, ?, ?, ?)",
            [load_id, datetime.now(UTC).replace(tzinfo=None), entry.who or operator(), entry.action, entry.detail],
        )
        step("written")
        counts = _counts(connection)
        connection.commit()
        step("committed")
        connection.execute("CHECKPOINT")
        step("checkpointed")
        return counts
    finally:
        connection.close()
        step("closed")


def _next_load(connection: duckdb.DuckDBPyConnection) -> int:
    return int(connection.execute("SELECT coalesce(max(load_id), 0) + 1 FROM load").fetchall()[0][0])


def _counts(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    tables = connection.execute("SELECT table_name FROM duckdb_tables() WHERE NOT temporary ORDER BY ALL").fetchall()
    return {name: connection.table(name).count("*").fetchall()[0][0] for (name,) in tables}


def _verify(draft: Path, counts: dict[str, int]) -> None:
    """The closed draft opens, holds what the transaction held, and needs no write-ahead log."""
    if draft.with_name(draft.name + ".wal").exists():
        raise StoreError(f"Nothing was stored: {draft} was not written to its end. Try again.")
    with read_only(draft) as connection:
        if _counts(connection) != counts:
            raise StoreError(f"Nothing was stored: {draft} does not hold what was written. Check the disk.")


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _folder_to_disk(folder: Path) -> None:
    if os.name == "nt":  # Windows has no handle on a folder to flush; its renames are journalled.
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


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


def prune(folder: Path, keep: int = KEPT, oldest: int = 0) -> list[Path]:
    """Remove all but the newest `keep` snapshots, and every one numbered below `oldest`.

    What a reader on Windows holds open stays for the next time; it is returned.
    """
    held = []
    found = sorted(numbers(folder), reverse=True)
    for place, number in enumerate(found):
        if place >= keep or number < oldest:
            try:
                path_of(folder, number).unlink(missing_ok=True)
            except PermissionError:
                held.append(path_of(folder, number))
    return held


def _first_line(fault: Exception) -> str:
    if isinstance(fault, OSError) and fault.strerror:
        return fault.strerror + (f" ({Path(fault.filename).name})" if fault.filename else "")
    return str(fault).splitlines()[0].rstrip(".")
