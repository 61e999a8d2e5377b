"""The tables of what people write, the same on SQLite and PostgreSQL.

Rows name a review by natural key (force, quarter, review key, question), so that loading a workbook again orphans none.
To add a table, add it here with `info={"since": version}`; a column of an older table carries its own `since` and a
server default. `upgrade` in database.py brings every store up to VERSION from that alone. Ids are never used twice
(`sqlite_autoincrement`; PostgreSQL's are so by nature), for the audit log names rows by them.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
)

VERSION = 1
"""The version that this program reads and writes."""

metadata = MetaData()


class Instant(TypeDecorator[dt.datetime]):
    """A moment in UTC; SQLite keeps no time zone, so none is stored."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """To UTC, and bare."""
        return value.astimezone(dt.UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:
        """Back with its zone."""
        return value.replace(tzinfo=dt.UTC) if value else None


def _text(name: str, default: str = "") -> Column[str]:
    return Column(name, String, nullable=False, default=default)


def _number(name: str, *, optional: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=optional)


def _list(name: str) -> Column[list[str]]:
    return Column(name, JSON, nullable=False, default=list)


def _edited() -> list[Column[Any]]:
    """What every row that people edit carries: who made it, who changed it last, and its revision, which an edit
    must name so that it cannot undo another's unseen."""
    return [
        Column("id", Integer, primary_key=True),
        Column("revision", Integer, nullable=False, default=1),
        Column("made_by", String, nullable=False),
        Column("made_at", Instant, nullable=False),
        Column("changed_by", String, nullable=False),
        Column("changed_at", Instant, nullable=False),
    ]


counter = Table(
    "counter",
    metadata,
    Column("name", String, primary_key=True),
    Column("number", Integer, nullable=False),
    info={"since": 1},
)
"""`schema`, the version of these tables; `findings`, counted up by each write after which another grade stands;
`writes`, by every write. A writer counts up first: that makes writers wait for each other."""

moderation = Table(
    "moderation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("who", String, nullable=False),
    _text("force"),
    _number("quarter_index"),
    _text("review_key"),
    _text("question_id"),
    Column("kind", String, CheckConstraint("kind IN ('clarified', 'disputed', 'withdrawn')"), nullable=False),
    Column("original_grade", String),
    Column("grade", String),
    _text("reason"),
    info={"since": 1},
    sqlite_autoincrement=True,
)
"""One row per statement about one answer's grade, never changed; the latest holds. `grade` is what stands instead of
the original from then on, NULL where the original does."""

action = Table(
    "action",
    metadata,
    *_edited(),
    _text("text"),
    _text("owner"),
    Column("force", String),
    Column("question_id", String),
    _number("quarter_index", optional=True),
    Column("due", Date),
    Column("status", String, CheckConstraint("status IN ('open', 'done', 'dropped')"), nullable=False, default="open"),
    _text("outcome"),
    _text("finding"),
    info={"since": 1},
    sqlite_autoincrement=True,
)
"""One row per action agreed. `owner` is a role, `quarter_index` the meeting's, `finding` the kind it answers."""

training_event = Table(
    "training_event",
    metadata,
    *_edited(),
    Column("date", Date, nullable=False),
    _text("topic"),
    _list("questions"),
    _list("forces"),
    _text("team"),
    _text("note"),
    info={"since": 1},
    sqlite_autoincrement=True,
)
"""One row per training event; no forces means the whole region."""

practice = Table(
    "practice",
    metadata,
    *_edited(),
    _text("title"),
    _text("what"),
    _text("why"),
    _text("contact"),
    Column("force", String),
    _list("questions"),
    _number("quarter_index", optional=True),
    Column("review_by", Date),
    Column("status", String, CheckConstraint("status IN ('shared', 'withdrawn')"), nullable=False, default="shared"),
    info={"since": 1},
    sqlite_autoincrement=True,
)
"""One row per entry of the promising practice repository. `contact` is a role."""

adoption = Table(
    "adoption",
    metadata,
    *_edited(),
    _number("practice_id"),
    _text("force"),
    Column("status", String, CheckConstraint("status IN ('asked', 'adopted')"), nullable=False, default="asked"),
    _text("note"),
    UniqueConstraint("practice_id", "force"),
    info={"since": 1},
    sqlite_autoincrement=True,
)
"""One row per practice and force that asked about it or took it up."""

allocation = Table(
    "allocation",
    metadata,
    *_edited(),
    _number("quarter_index"),
    _text("force"),
    _text("reviewing_force"),
    _number("plans"),
    UniqueConstraint("quarter_index", "force", "reviewing_force"),
    CheckConstraint("force <> reviewing_force"),
    info={"since": 1},
    sqlite_autoincrement=True,
)
"""One row per quarter and pair: who reviews how many plans of whom."""

reader_answer = Table(
    "reader_answer",
    metadata,
    *_edited(),
    Column("key", String, nullable=False, unique=True),
    _text("answer"),
    _text("question"),
    info={"since": 1},
    sqlite_autoincrement=True,
)
"""One row per question of the reader that a person has answered, for the next workbook of that kind."""

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    _text("who"),
    _text("what"),
    _text("about"),
    _text("previous"),
    _text("digest"),
    info={"since": 1},
)
"""One row per thing done, each chained to the one before by its digest; the database refuses to change or delete one.
`about` names what was done to, never its content."""
