"""A table of rows that people edit: added, changed when nobody else changed them meanwhile, found again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any, Generic, TypeVar

from sqlalchemy import Engine, Table, insert, select, update
from sqlalchemy import Row as Stored

from arms_analytics.store.errors import StoreError
from arms_analytics.store.records.rows import Row
from arms_analytics.store.records.writing import Write, writing
from arms_analytics.vocabulary import day

R = TypeVar("R", bound=Row)
BOOKKEEPING = {each.name for each in fields(Row)}


class StaleEditError(StoreError):
    """Somebody else changed the row since it was read; nothing was written."""


class Register(Generic[R]):
    """The rows of one table as `kind`; `noun` names one of them. No grade follows from any of them."""

    def __init__(self, engine: Engine, table: Table, kind: type[R], noun: str) -> None:
        self._engine, self._table, self._kind, self._noun = engine, table, kind, noun

    def add(self, row: R, who: str) -> R:
        """Store a new row; it comes back with its id."""
        with writing(self._engine, who) as write:
            return self.add_within(write, row)

    def add_within(self, write: Write, row: R) -> R:
        """As `add`, as part of a write that does more."""
        made = {"revision": 1, "made_by": write.who, "made_at": write.now}
        values = {**self._content(row), **made, "changed_by": write.who, "changed_at": write.now}
        stored = write.connection.execute(insert(self._table).values(values).returning(self._table)).one()
        write.log(f"add {self._noun}", f"{self._noun} {stored.id}")
        return self._row(stored)

    def change(self, row: R, who: str, **changes: Any) -> R:
        """Change what `changes` names. StaleEditError when `row` is no longer what is stored."""
        with writing(self._engine, who) as write:
            return self.change_within(write, row, **changes)

    def change_within(self, write: Write, row: R, **changes: Any) -> R:
        """As `change`, as part of a write that does more."""
        unknown = changes.keys() - ({each.name for each in fields(self._kind)} - BOOKKEEPING)
        if unknown:
            raise TypeError(f"{self._noun} has no {', '.join(sorted(unknown))} to change")
        stored = write.connection.execute(
            update(self._table)
            .where(self._table.c.id == row.id, self._table.c.revision == row.revision)
            .values(**_plain(changes), revision=row.revision + 1, changed_by=write.who, changed_at=write.now)
            .returning(self._table)
        ).one_or_none()
        if stored is None:
            raise StaleEditError(self._overtaken(write, row))
        write.log(f"change {self._noun}", f"{self._noun} {row.id}: {', '.join(sorted(changes))}")
        return self._row(stored)

    def get(self, number: int) -> R | None:
        """The row with this id."""
        return next(iter(self.find(id=number)), None)

    def find(self, **equal: Any) -> list[R]:
        """The rows whose columns have these values, the oldest first; all of them when none is named."""
        query = select(self._table).order_by(self._table.c.id)
        for name, value in equal.items():
            query = query.where(self._table.c[name] == value)
        with self._engine.connect() as connection:
            return [self._row(row) for row in connection.execute(query)]

    def _overtaken(self, write: Write, row: R) -> str:
        found = write.connection.execute(select(self._table).where(self._table.c.id == row.id)).one_or_none()
        if found is None:
            return f"This {self._noun} is no longer there. Nothing was changed."
        at = found.changed_at.astimezone(dt.UTC)
        return (
            f"{found.changed_by} changed this {self._noun} at {at:%H:%M} UTC on {day(at)}, after you opened "
            "it. Nothing of yours was stored; look at it again and repeat your change."
        )

    def _content(self, row: R) -> dict[str, Any]:
        return _plain({name: value for name, value in asdict(row).items() if name not in BOOKKEEPING})

    def _row(self, stored: Stored[Any]) -> R:
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in stored._mapping.items()
        }
        return self._kind(**values)


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Tuples as the lists that JSON columns take."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
