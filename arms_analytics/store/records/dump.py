"""Every record as lines of JSON, the same from SQLite and PostgreSQL, and back into either."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Date, DateTime, Engine, Table, delete, func, insert, select, text

from arms_analytics.store.errors import StoreError
from arms_analytics.store.records.tables import VERSION, Instant, counter, metadata


def dump(engine: Engine) -> Iterator[str]:
    """One line a row: {"table": name, "row": {column: value}}; all from one moment."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table).order_by(*table.primary_key.columns)).mappings():
                yield json.dumps({"table": table.name, "row": dict(row)}, default=_iso, ensure_ascii=False)


def restore(engine: Engine, lines: Iterable[str]) -> None:
    """Put dumped rows into records that hold nothing yet, in one transaction.

    Where the same rows are there already, an earlier restore was interrupted after this: nothing is left to do.
    StoreError when others are.
    """
    wanted = list(lines)
    if list(dump(engine)) == wanted:
        return
    with engine.execution_options(writes=True).begin() as connection:
        for table in metadata.sorted_tables:
            if table is not counter and connection.scalar(select(func.count()).select_from(table)):
                raise StoreError(
                    "People have written here already. Restore into a folder (and a records database) that holds "
                    "nothing yet."
                )
        connection.execute(delete(counter))
        for line in wanted:
            said = json.loads(line)
            table = metadata.tables[said["table"]]
            connection.execute(insert(table).values(_typed(table, said["row"])))
        _go_on_counting(connection)


def version_of(lines: Iterable[str]) -> int:
    """The version of the tables that these lines were dumped from."""
    for line in lines:
        said = json.loads(line)
        if said["table"] == counter.name and said["row"]["name"] == "schema":
            return int(said["row"]["number"])
    return VERSION


def _iso(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no value of a record")


def _typed(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    values = dict(row)
    for column in table.columns:
        value = values.get(column.name)
        if value is not None and isinstance(column.type, Instant | DateTime):
            values[column.name] = dt.datetime.fromisoformat(value)
        elif value is not None and isinstance(column.type, Date):
            values[column.name] = dt.date.fromisoformat(value)
    return values


def _go_on_counting(connection: Connection) -> None:
    """PostgreSQL does not notice ids that were given by hand; SQLite does."""
    if connection.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        if "id" in table.columns and table.columns["id"].autoincrement is not False:
            last = connection.scalar(select(func.max(table.c.id)))
            if last:
                sequence = func.pg_get_serial_sequence(table.name, "id")
                connection.execute(select(func.setval(sequence, last)))
