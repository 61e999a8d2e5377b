"""The audit log: who did what and when, append-only, each entry chained to the one before.

It names deeds, never content: no feedback, no officer, no review reference, so that nothing erased lives on here. The
table refuses UPDATE and DELETE; who changes it behind the database's back breaks the chain, and `check` says where.
Entries cut off at the end leave a whole chain: that shows against a mark (`AuditLog.mark`) noted elsewhere before.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, astuple, dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import DDL, Column, Engine, Integer, MetaData, String, Table, event, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError

START = "0" * 64
"""What the first entry is chained to."""
TRIES = 50
"""How often an entry is tried when others write at the same moment: each try that fails means that another's stood."""

METADATA = MetaData()
AUDIT = Table(
    "audit_log",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("who", String, nullable=False),
    Column("how", String, nullable=False),
    Column("deed", String, nullable=False),
    Column("detail", String, nullable=False),
    Column("previous", String, nullable=False),
    Column("mark", String, nullable=False),
)
_SQLITE = """CREATE TRIGGER {name} BEFORE {verb} ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"""
_POSTGRESQL = """
CREATE OR REPLACE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$;
CREATE TRIGGER audit_log_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only()"""
for _verb in ("UPDATE", "DELETE"):
    _trigger = DDL(_SQLITE.format(name=f"audit_log_refuses_{_verb.lower()}", verb=_verb))  # type: ignore[no-untyped-call]
    event.listen(AUDIT, "after_create", _trigger.execute_if(dialect="sqlite"))
_triggers = DDL(_POSTGRESQL)  # type: ignore[no-untyped-call]
event.listen(AUDIT, "after_create", _triggers.execute_if(dialect="postgresql"))


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One deed. `at` is ISO 8601 in UTC; `how` is `operator`, `oidc` or `command line`; `mark` seals all before."""

    number: int
    at: str
    who: str
    how: str
    deed: str
    detail: str
    previous: str
    mark: str

    @property
    def sealed(self) -> str:
        """The mark that these contents must bear."""
        contents = json.dumps(astuple(self)[:-1], ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(contents.encode()).hexdigest()


class AuditLog:
    """The log in one database. Any number of threads, processes and hosts may append at once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        METADATA.create_all(engine)

    def append(self, who: str, how: str, deed: str, **detail: object) -> AuditEntry:
        """Add an entry; `detail` is kept as JSON. The database's error when it cannot be written."""
        said = json.dumps(detail, ensure_ascii=False, sort_keys=True, default=str) if detail else ""
        for attempt in range(TRIES):
            try:
                return self._append(who, how, deed, said)
            except (IntegrityError, OperationalError):
                if attempt == TRIES - 1:
                    raise
        raise AssertionError("unreachable")

    def _append(self, who: str, how: str, deed: str, detail: str) -> AuditEntry:
        with self._engine.begin() as connection:
            last = connection.execute(select(AUDIT).order_by(AUDIT.c.number.desc()).limit(1)).first()
            number, previous = (last.number + 1, last.mark) if last else (1, START)
            at = datetime.now(UTC).isoformat(timespec="milliseconds")
            entry = _seal(AuditEntry(number, at, who, how, deed, detail, previous, ""))
            connection.execute(insert(AUDIT), asdict(entry))
            return entry

    def entries(self) -> list[AuditEntry]:
        """Every entry, the first one first."""
        with self._engine.connect() as connection:
            return [AuditEntry(*row) for row in connection.execute(select(AUDIT).order_by(AUDIT.c.number))]

    @property
    def mark(self) -> str:
        """The newest entry's number and mark, `132:9f2c…`, to note elsewhere; `0:` with START when there is none."""
        entries = self.entries()
        return f"{entries[-1].number}:{entries[-1].mark}" if entries else f"0:{START}"


def _seal(entry: AuditEntry) -> AuditEntry:
    return replace(entry, mark=entry.sealed)


def check(entries: Iterable[AuditEntry], noted: str = "") -> list[str]:
    """What is wrong with the log, as sentences; empty when every entry stands as it was written.

    `noted` is a mark noted before, `132:9f2c…`: what was cut off since, or written anew from the start, shows.
    """
    kept = list(entries)
    return [*_breaks(kept), *_missing(kept, noted)]


def _breaks(entries: list[AuditEntry]) -> Iterator[str]:
    previous, number = START, 0
    for entry in entries:
        number += 1
        if entry.number != number:
            yield f"Entry {number} is missing."
        elif entry.sealed != entry.mark:
            yield f"Entry {entry.number} was changed after it was written."
        elif entry.previous != previous:
            yield f"Entry {entry.number} does not follow from the one before it."
        previous, number = entry.mark, entry.number


def _missing(entries: list[AuditEntry], noted: str) -> Iterator[str]:
    number, _, mark = noted.strip().partition(":")
    if not noted.strip() or (number == "0" and mark == START):
        return
    marks = {str(entry.number): entry.mark for entry in entries}
    if not (number.isdigit() and len(mark) == 64):
        yield f"{noted.strip()!r} is no mark of an audit log. A mark is a number, a colon and 64 letters and digits."
    elif marks.get(number) != mark:
        yield f"Entry {number} is not the one that was noted: entries were cut off or written anew."
