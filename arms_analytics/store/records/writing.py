"""One write: its writers one after the other, its counters, its line in the audit log, all or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, update

from arms_analytics.store.records import audit
from arms_analytics.store.records.tables import counter


@dataclass(frozen=True, slots=True)
class Write:
    """A transaction under way. `now` is the moment that every row of it carries."""

    connection: Connection
    who: str
    now: dt.datetime

    def log(self, what: str, about: str) -> None:
        """Put a line into the audit log; it stands exactly when the write does."""
        audit.append(self.connection, self.now, self.who, what, about)


@contextmanager
def writing(engine: Engine, who: str, *, findings: bool = False) -> Iterator[Write]:
    """A transaction for `who`. Counting up first makes every other writer wait, on SQLite and PostgreSQL alike.

    `findings` says that another grade stands somewhere from then on: findings are then worked out again.
    """
    if not who:
        raise ValueError("A write needs to know who writes.")
    with engine.execution_options(writes=True).begin() as connection:
        names = ("findings", "writes") if findings else ("writes",)
        for name in sorted(names, reverse=True):  # `writes` first, always: two writers never wait crosswise
            connection.execute(update(counter).where(counter.c.name == name).values(number=counter.c.number + 1))
        yield Write(connection, who, dt.datetime.now(dt.UTC))
