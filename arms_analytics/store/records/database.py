"""The connection to what people write: SQLite beside the snapshots, or PostgreSQL where several hosts share it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event, insert, inspect, select, text, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError
from sqlalchemy.schema import CreateColumn, CreateTable

from arms_analytics.store.errors import NewerStoreError, StoreError
from arms_analytics.store.records.tables import VERSION, audit, counter, metadata

FILE = "records.sqlite"
VARIABLE = "ARMS_RECORDS"
PATIENCE = 5
"""Seconds to wait for a PostgreSQL server that does not answer, before the pages show reviews without the records."""
BUSY = 30_000
"""Milliseconds to wait for another writer of the same SQLite file."""
COUNTERS = ("findings", "writes")


def address(folder: Path) -> str:
    """Where the records of this store are: as ARMS_RECORDS says, otherwise in a file beside the snapshots."""
    return os.environ.get(VARIABLE) or f"sqlite:///{folder / FILE}"


class SpoiltRecordsError(Exception):
    """The file of the records is damaged somewhere within."""


def connect(url: str) -> Engine:
    """An engine whose tables are there and up to date. StoreError when it cannot be, in a sentence."""
    engine = _engine(url)
    place = engine.url.render_as_string()
    try:
        _make_folder(engine)
        with engine.connect() as connection:
            _check_sqlite(connection)
            current = _version(connection, place)
        if current < VERSION:
            with engine.execution_options(writes=True).begin() as connection:
                _lock(connection)
                upgrade(connection, _version(connection, place))
    except (DatabaseError, OSError, SpoiltRecordsError) as fault:
        engine.dispose()
        raise StoreError(
            f"The records at {place} cannot be opened: {_first_line(fault)}. "
            "Reviews can still be seen; to have the records back, restore a backup."
        ) from fault
    except NewerStoreError:
        engine.dispose()
        raise
    _say_faults(engine)
    return engine


def _engine(url: str) -> Engine:
    """Not yet connected. StoreError for an address of no database, or of one that this program cannot speak with.

    The address is not repeated: it may hold a password.
    """
    try:
        said = make_url(url)
        served = said.get_backend_name() == "postgresql"  # elsewhere, so that a connection may be cut meanwhile
        patience = {"connect_timeout": PATIENCE} if served else {}
        engine = create_engine(said, pool_pre_ping=served, connect_args=patience)
    except (ArgumentError, ImportError) as fault:
        raise StoreError(
            f"{VARIABLE} names no database that can hold the records. Write it as sqlite:////folder/records.sqlite "
            "or postgresql+psycopg://user@host/name, or leave it out to keep them beside the reviews."
        ) from fault
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    return engine


def _make_folder(engine: Engine) -> None:
    if engine.dialect.name == "sqlite" and engine.url.database:
        Path(engine.url.database).parent.mkdir(parents=True, exist_ok=True, mode=0o700)


def _say_faults(engine: Engine) -> None:
    """From here on what befalls the database itself (gone, full, read-only, damaged) is a StoreError, in a sentence."""

    @event.listens_for(engine, "handle_error")
    def _on_error(context: ExceptionContext) -> StoreError | None:
        fault = context.sqlalchemy_exception
        if fault is None or context.is_pre_ping:
            return None
        if not isinstance(fault, OperationalError) and type(fault) is not DatabaseError:
            return None
        return StoreError(
            f"What people write cannot be read or stored now: {_first_line(fault)}. Nothing was half stored; "
            "reviews can still be seen. Put this right and try again."
        )


def upgrade(connection: Connection, current: int) -> None:
    """Bring the tables from this version (0: none) to VERSION: what `info["since"]` says is new is added."""
    for table in metadata.sorted_tables:
        if table.info["since"] > current:
            connection.execute(CreateTable(table, if_not_exists=True))
            if table is audit:
                _forbid_changes(connection)
            continue
        for column in table.columns:
            if column.info.get("since", 1) > current:
                added = CreateColumn(column).compile(dialect=connection.dialect)
                connection.execute(text(f"ALTER TABLE {table.name} ADD COLUMN {added}"))
    if current == 0:
        names = ("schema", *COUNTERS)
        connection.execute(insert(counter), [{"name": name, "number": 0} for name in names])
    connection.execute(update(counter).where(counter.c.name == "schema").values(number=VERSION))


def _version(connection: Connection, place: str) -> int:
    if not inspect(connection).has_table(counter.name):
        return 0
    found: int | None = connection.scalar(select(counter.c.number).where(counter.c.name == "schema"))
    if found is None:
        return 0
    if found > VERSION:
        raise NewerStoreError(
            f"The records at {place} were made by a newer version of this program (their format is {found}, this "
            f"program knows {VERSION}). Update the program; nothing was changed."
        )
    return found


def _lock(connection: Connection) -> None:
    """One upgrade at a time. SQLite's transaction is exclusive already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(4150524)"))


def _prepare_sqlite(engine: Engine) -> None:
    """Write-ahead log, every commit on disk, deleted text overwritten, and transactions that begin as writers."""

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # the driver would begin transactions late, and lose the race for the lock
        for pragma in (f"busy_timeout = {BUSY}", "journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def _check_sqlite(connection: Connection) -> None:
    """Look through the whole file, so that damage shows now and not in the middle of a meeting."""
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
        if found != "ok":
            raise SpoiltRecordsError(found)


def _forbid_changes(connection: Connection) -> None:
    """The audit log only grows: the database itself refuses anything else."""
    if connection.dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            connection.execute(
                text(
                    f"CREATE TRIGGER audit_no_{change.lower()} BEFORE {change} ON audit "
                    "BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END"
                )
            )
        return
    connection.execute(
        text(
            "CREATE OR REPLACE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'the audit log only grows'; END $$"
        )
    )
    connection.execute(
        text(
            "CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
            "FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows()"
        )
    )


def _first_line(fault: Exception) -> str:
    return str(getattr(fault, "orig", fault)).strip().splitlines()[0]
