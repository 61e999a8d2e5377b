"""Everything kept, in one file: the newest snapshot, which holds the whole history, and what people wrote.

The file is a compressed tar archive of `manifest.json`, `snapshot.duckdb` and `records.jsonl`; the records are lines
of JSON, so that they can be restored into SQLite or PostgreSQL whichever they came from.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import duckdb

from arms_analytics import __version__
from arms_analytics.store.disk import folder_to_disk, to_disk
from arms_analytics.store.errors import StoreError
from arms_analytics.store.hardened import look_through
from arms_analytics.store.lock import locked
from arms_analytics.store.newest import newest_snapshot
from arms_analytics.store.publish import DRAFT, remove_leftovers
from arms_analytics.store.records import dump
from arms_analytics.store.records.records import Records
from arms_analytics.store.records.tables import VERSION
from arms_analytics.store.snapshots import Snapshot, numbers, path_of

FORMAT = 1
MANIFEST, SNAPSHOT, RECORDS = "manifest.json", "snapshot.duckdb", "records.jsonl"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. The digests are of its parts."""

    format: int
    program: str
    made_at: str
    snapshot: int
    digests: dict[str, str]


def back_up(folder: Path, records: Records, out: Path) -> Manifest:
    """Write the store and its records to `out`, which only its owner may read. An existing file is replaced whole."""
    snapshot = newest_snapshot(folder)
    lines = "".join(line + "\n" for line in dump.dump(records.engine)).encode()
    with snapshot.path.open("rb") as file:  # held open: a load may remove the name, not what we read
        digests = {
            SNAPSHOT: hashlib.file_digest(file, "sha256").hexdigest(),
            RECORDS: hashlib.sha256(lines).hexdigest(),
        }
        made = datetime.now(UTC).isoformat(timespec="seconds")
        manifest = Manifest(FORMAT, __version__, made, snapshot.number, digests)
        file.seek(0)
        draft = out.with_name(f".{out.name}.part")
        try:
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as raw, tarfile.open(fileobj=raw, mode="w:gz", compresslevel=6) as archive:
                said = json.dumps(asdict(manifest), indent=1).encode()
                _put(archive, MANIFEST, io.BytesIO(said), len(said))
                _put(archive, SNAPSHOT, file, os.fstat(file.fileno()).st_size)
                _put(archive, RECORDS, io.BytesIO(lines), len(lines))
            to_disk(draft)
            draft.replace(out)
        finally:
            draft.unlink(missing_ok=True)
            snapshot.close()
    return manifest


def restore(backup: Path, folder: Path, records: Records) -> Snapshot:
    """Put a backup into a folder, and records, that hold nothing yet. StoreError says what speaks against it.

    Everything is checked before anything is written; the snapshot comes last, so that one that was interrupted can
    be repeated.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with locked(folder):
        if numbers(folder):
            raise StoreError(f"{folder} holds a store already. Restore into another folder with --database.")
        remove_leftovers(folder)
        try:
            with _opened(backup) as archive:
                manifest = _manifest(archive, backup)
                draft = folder / DRAFT
                _take(archive, SNAPSHOT, draft, manifest, backup)
                lines = _lines(archive, manifest, backup)
            target = path_of(folder, manifest.snapshot)
            _check_snapshot(draft, backup)
            dump.restore(records.engine, lines)
            to_disk(draft)
            draft.rename(target)
            folder_to_disk(folder)
        finally:
            remove_leftovers(folder)
    return newest_snapshot(folder)


def _put(archive: tarfile.TarFile, name: str, content: IO[bytes], size: int) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    archive.addfile(entry, content)


@contextmanager
def _opened(backup: Path) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(backup, "r:gz") as archive:
            yield archive
    except FileNotFoundError as fault:
        raise StoreError(f"There is no file {backup}.") from fault
    except (tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError, KeyError, TypeError, ValueError) as fault:
        raise StoreError(f"{backup.name} is no backup of this program, or is damaged. Nothing was restored.") from fault


def _manifest(archive: tarfile.TarFile, backup: Path) -> Manifest:
    manifest = Manifest(**json.loads(_part(archive, MANIFEST).read()))
    if manifest.format > FORMAT:
        raise StoreError(f"{backup.name} was made by a newer version of this program. Update the program.")
    return manifest


def _part(archive: tarfile.TarFile, name: str) -> IO[bytes]:
    """A part by its exact name: nothing else in the archive is ever looked at or written."""
    part = archive.extractfile(archive.getmember(name))
    if part is None:
        raise ValueError(f"{name} is no file")
    return part


def _take(archive: tarfile.TarFile, name: str, target: Path, manifest: Manifest, backup: Path) -> None:
    with _part(archive, name) as part, target.open("wb") as file:
        shutil.copyfileobj(part, file, 2**20)
    with target.open("rb") as file:
        _check(hashlib.file_digest(file, "sha256").hexdigest(), name, manifest, backup)


def _lines(archive: tarfile.TarFile, manifest: Manifest, backup: Path) -> list[str]:
    content = _part(archive, RECORDS).read()
    _check(hashlib.sha256(content).hexdigest(), RECORDS, manifest, backup)
    lines = content.decode().splitlines()
    if dump.version_of(lines) > VERSION:
        raise StoreError(f"{backup.name} was made by a newer version of this program. Update the program.")
    return lines


def _check(digest: str, name: str, manifest: Manifest, backup: Path) -> None:
    if digest != manifest.digests.get(name):
        raise StoreError(f"{backup.name} is damaged: its {name} is not what was saved. Nothing was restored.")


def _check_snapshot(draft: Path, backup: Path) -> None:
    try:
        look_through(draft).close()
    except duckdb.Error as fault:
        raise StoreError(f"{backup.name} holds a snapshot that cannot be read. Nothing was restored.") from fault
