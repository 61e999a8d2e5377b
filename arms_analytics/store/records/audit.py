"""The audit log: who did what and when, each entry chained to the one before, so that tampering shows."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, insert, select

from arms_analytics.store.records.tables import audit

BEGINNING = ""
"""What the first entry is chained to."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing done. `about` names what it was done to, never its content."""

    id: int
    at: dt.datetime
    who: str
    what: str
    about: str
    previous: str
    digest: str


def append(connection: Connection, at: dt.datetime, who: str, what: str, about: str) -> None:
    """Add an entry, inside a write: writers come one after the other, so the chain does not fork."""
    last = connection.execute(select(audit.c.id, audit.c.digest).order_by(audit.c.id.desc()).limit(1)).first()
    number, previous = (last.id + 1, last.digest) if last else (1, BEGINNING)
    digest = chained(previous, number, at, who, what, about)
    connection.execute(
        insert(audit).values(id=number, at=at, who=who, what=what, about=about, previous=previous, digest=digest)
    )


def chained(previous: str, number: int, at: dt.datetime, who: str, what: str, about: str) -> str:
    """The digest of an entry: it changes when the entry, its place or anything before it is changed."""
    said = json.dumps([previous, number, at.astimezone(dt.UTC).isoformat(), who, what, about], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


def first_break(entries: Iterable[AuditEntry]) -> int | None:
    """The number of the first entry that is changed, missing or moved; None when the log is as it was written."""
    previous = BEGINNING
    for place, entry in enumerate(entries, 1):
        expected = chained(previous, place, entry.at, entry.who, entry.what, entry.about)
        if (entry.id, entry.previous, entry.digest) != (place, previous, expected):
            return place
        previous = entry.digest
    return None


def mark(log: Sequence[AuditEntry]) -> str:
    """The newest entry's number and digest, `132:9f2c…`, to be noted elsewhere; empty where there is no entry."""
    return f"{log[-1].id}:{log[-1].digest}" if log else ""


def faults(log: Sequence[AuditEntry], noted: str = "") -> list[str]:
    """What is wrong with the log, as sentences; none when every entry stands as it was written.

    Entries cut off at the end leave a whole chain, and so does a log written anew from its beginning. Both show
    against a mark that was `noted` before, in the minutes for instance.
    """
    found = first_break(log)
    broken = (
        [f"Entry {found} is not as it was written: it, or the one before it, was changed or removed."] if found else []
    )
    return [*broken, *_against(log, noted.strip())]


def _against(log: Sequence[AuditEntry], noted: str) -> list[str]:
    number, _, digest = noted.partition(":")
    if not noted:
        return []
    if not (number.isdigit() and len(digest) == len(hashlib.sha256().hexdigest())):
        return [f"“{noted}” is no mark of an audit log. A mark is a number, a colon, and 64 letters and digits."]
    if (int(number), digest) not in {(entry.id, entry.digest) for entry in log}:
        return [f"Entry {number} is not the one that was noted: entries were cut off, or the log was written anew."]
    return []


def entries(engine: Engine) -> list[AuditEntry]:
    """The whole log, the oldest entry first."""
    with engine.connect() as connection:
        return [AuditEntry(*row) for row in connection.execute(select(audit).order_by(audit.c.id))]
