"""The records of one store: every table that people write to, in one place."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import select

from arms_analytics.store.records import audit, erasing, tables
from arms_analytics.store.records.database import address, connect
from arms_analytics.store.records.moderations import Moderations
from arms_analytics.store.records.register import Register, StaleEditError
from arms_analytics.store.records.rows import (
    Action,
    Adoption,
    Allocation,
    PromisingPractice,
    ReaderAnswer,
    TrainingEvent,
)
from arms_analytics.store.records.writing import writing


def open_records(folder: Path) -> Records:
    """The records of the store in this folder, made when absent. StoreError says why they cannot be opened."""
    return Records(address(folder))


class Records:
    """What people write, by kind. One per process: it is safe to share between threads."""

    def __init__(self, url: str) -> None:
        engine = self.engine = connect(url)
        self.moderations = Moderations(engine)
        self.actions = Register(engine, tables.action, Action, "action")
        self.training_events = Register(engine, tables.training_event, TrainingEvent, "training event")
        self.practices = Register(engine, tables.practice, PromisingPractice, "practice")
        self.adoptions = Register(engine, tables.adoption, Adoption, "adoption")
        self.allocations = Register(engine, tables.allocation, Allocation, "allocation")
        self.reader_answers = Register(engine, tables.reader_answer, ReaderAnswer, "answer to the reader")

    @property
    def version(self) -> int:
        """Changes with every write after which another grade stands; findings are kept by snapshot and by this."""
        counter = tables.counter
        with self.engine.connect() as connection:
            return int(connection.execute(select(counter.c.number).where(counter.c.name == "findings")).scalar_one())

    def log(self, who: str, what: str, about: str = "") -> None:
        """Put something that was done, and is no write here, into the audit log: a sign-in, an export, a load."""
        with writing(self.engine, who) as write:
            write.log(what, about)

    def audit_log(self) -> list[audit.AuditEntry]:
        """The whole audit log, the oldest entry first."""
        return audit.entries(self.engine)

    def allocate(self, quarter_index: int, rows: Iterable[Allocation], who: str, seen: Iterable[Allocation]) -> None:
        """Put these rows in the place of the quarter's allocation. StaleEditError when `seen` is no longer it."""
        with writing(self.engine, who) as write:
            table = tables.allocation
            mine = table.c.quarter_index == quarter_index
            now = write.connection.execute(select(table.c.id, table.c.revision).where(mine)).all()
            if {(row.id, row.revision) for row in now} != {(row.id, row.revision) for row in seen}:
                raise StaleEditError("The allocation was changed meanwhile. Nothing was stored; look at it again.")
            write.connection.execute(table.delete().where(mine))
            for row in rows:
                self.allocations.add_within(write, row)

    def remember(self, answers: Iterable[ReaderAnswer], who: str) -> None:
        """Keep these answers for the next workbook of that kind; one given again takes the place of the old."""
        with writing(self.engine, who) as write:
            for answer in answers:
                table = tables.reader_answer
                write.connection.execute(table.delete().where(table.c.key == answer.key))
                self.reader_answers.add_within(write, answer)

    def erase(self, reviews: Iterable[erasing.ReviewKey], references: Iterable[str], who: str, about: str) -> None:
        """Remove what was said of these reviews' grades, and blot these references out of every text."""
        erasing.erase(self.engine, tuple(reviews), tuple(references), who, about)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()
