"""Reviews and references taken out of what people wrote, and out of the database's files."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection

from sqlalchemy import Engine, String, Table, delete, select, text, update

from arms_analytics.store.errors import StoreError
from arms_analytics.store.records.tables import audit, counter, metadata, moderation
from arms_analytics.store.records.writing import Write, writing

ERASED = "[erased]"
KEPT = {audit.name, counter.name}
"""The audit log names rows by number and never held content."""

ReviewKey = tuple[str, int, str]
"""Force, quarter index, review key."""


def erase(engine: Engine, reviews: Collection[ReviewKey], references: Collection[str], who: str, about: str) -> None:
    """Remove what was said of these reviews' grades, and blot these references out of every text.

    The names by which other reviews are known stay as they are, unless it is an officer whom they name. StoreError
    when another program keeps the old pages: repeat it then.
    """
    spared = {moderation.c.review_key.name} if reviews else set()
    with writing(engine, who, findings=True) as write:
        for force, quarter_index, review_key in reviews:
            write.connection.execute(
                delete(moderation).where(
                    moderation.c.force == force,
                    moderation.c.quarter_index == quarter_index,
                    moderation.c.review_key == review_key,
                )
            )
        for table in metadata.sorted_tables:
            if table.name not in KEPT:
                for reference in references:
                    _blot(write, table, reference, spared)
        write.log("erase", about)
    _tidy(engine)


def _blot(write: Write, table: Table, reference: str, spared: Collection[str]) -> None:
    whole = re.compile(rf"(?<!\w){re.escape(reference)}(?!\w)", re.IGNORECASE)
    columns = [
        column
        for column in table.columns
        if isinstance(column.type, String) and not column.primary_key and column.name not in spared
    ]
    for row in write.connection.execute(select(table.c.id, *columns)).mappings().all():
        blotted = {
            column.name: whole.sub(ERASED, row[column.name])
            for column in columns
            if row[column.name] and whole.search(row[column.name])
        }
        if blotted:
            write.connection.execute(update(table).where(table.c.id == row["id"]).values(**blotted))


def _tidy(engine: Engine) -> None:
    """Write the tables anew, so that no free page and no log keeps what was deleted."""
    if engine.dialect.name == "sqlite":
        with contextlib.closing(engine.raw_connection()) as connection:
            connection.cursor().execute("VACUUM")
            ((busy, *_),) = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if busy:
            raise StoreError(
                "Another program reads what people wrote and keeps the old pages of it. The reviews were not erased "
                "yet: close that program, then erase again."
            )
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as server:
        server.execute(text("VACUUM FULL"))
