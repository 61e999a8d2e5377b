"""Grades clarified or disputed at meetings: statements that are added, never changed; the latest one holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Engine, func, insert, select

from arms_analytics.store.records.register import StaleEditError
from arms_analytics.store.records.tables import moderation
from arms_analytics.store.records.writing import Write, writing
from arms_analytics.store.snapshots import ClarifiedGrade

KEY = ("force", "quarter_index", "review_key", "question_id")


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """One answer by natural key: it stays the same when the workbook is loaded again."""

    force: str
    quarter_index: int
    review_key: str
    question_id: str

    def __str__(self) -> str:
        return f"{self.force}, quarter {self.quarter_index}, {self.review_key}, {self.question_id}"


@dataclass(frozen=True, slots=True)
class Moderation:
    """One statement. `kind`: clarified, disputed, withdrawn; `grade` stands from then on (None: the original)."""

    id: int
    at: dt.datetime
    who: str
    force: str
    quarter_index: int
    review_key: str
    question_id: str
    kind: str
    original_grade: str | None
    grade: str | None
    reason: str

    @property
    def key(self) -> AnswerKey:
        """The answer that it is about."""
        return AnswerKey(self.force, self.quarter_index, self.review_key, self.question_id)


class Moderations:
    """All statements about grades. `seen` is the latest one the person had before them (None: none): when another came
    in between, StaleEditError says so and nothing is written."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def clarify(
        self, key: AnswerKey, original: str | None, grade: str, reason: str, who: str, seen: Moderation | None = None
    ) -> Moderation:
        """From now on `grade` stands instead of the original."""
        return self._say(key, "clarified", original, grade, reason, who, seen)

    def dispute(
        self, key: AnswerKey, original: str | None, reason: str, who: str, seen: Moderation | None = None
    ) -> Moderation:
        """The grade is called into question; what stood goes on standing."""
        return self._say(key, "disputed", original, seen.grade if seen else None, reason, who, seen)

    def withdraw(self, seen: Moderation, reason: str, who: str) -> Moderation:
        """The clarification or dispute no longer holds: the original stands."""
        return self._say(seen.key, "withdrawn", seen.original_grade, None, reason, who, seen)

    def latest(self, force: str | None = None, quarter_index: int | None = None) -> list[Moderation]:
        """What holds now, one row per answer ever spoken of, in the order it was said."""
        return self._read(force, quarter_index, last=True)

    def history(self, key: AnswerKey) -> list[Moderation]:
        """Everything said about one answer, the first thing first."""
        return [said for said in self._read(key.force, key.quarter_index, last=False) if said.key == key]

    def clarified_grades(self) -> list[ClarifiedGrade]:
        """What `Snapshot.cursor(clarified=…)` takes."""
        return [
            ClarifiedGrade(said.force, said.quarter_index, said.review_key, said.question_id, said.grade)
            for said in self.latest()
            if said.grade is not None
        ]

    def _say(
        self,
        key: AnswerKey,
        kind: str,
        original: str | None,
        grade: str | None,
        reason: str,
        who: str,
        seen: Moderation | None,
    ) -> Moderation:
        stood = seen.grade if seen else None
        with writing(self._engine, who, findings=grade != stood) as write:
            self._refuse_overtaken(write, key, seen)
            stored = write.connection.execute(
                insert(moderation)
                .values(
                    at=write.now, who=who, force=key.force, quarter_index=key.quarter_index, review_key=key.review_key,
                    question_id=key.question_id, kind=kind, original_grade=original, grade=grade, reason=reason,
                )
                .returning(moderation)
            ).one()  # fmt: skip
            write.log(f"grade {kind}", f"statement {stored.id}")
            return Moderation(*stored)

    def _refuse_overtaken(self, write: Write, key: AnswerKey, seen: Moderation | None) -> None:
        last = write.connection.execute(
            select(moderation)
            .where(*(moderation.c[name] == getattr(key, name) for name in KEY))
            .order_by(moderation.c.id.desc())
            .limit(1)
        ).first()
        if (last.id if last else None) != (seen.id if seen else None):
            said = f"{last.who} said meanwhile that this grade is {last.kind}" if last else "What you saw is gone"
            raise StaleEditError(f"{said}. Nothing of yours was stored; look at it again.")

    def _read(self, force: str | None, quarter_index: int | None, *, last: bool) -> list[Moderation]:
        query = select(moderation).order_by(moderation.c.id)
        if last:
            each = select(func.max(moderation.c.id)).group_by(*(moderation.c[name] for name in KEY))
            query = query.where(moderation.c.id.in_(each))
        if force is not None:
            query = query.where(moderation.c.force == force)
        if quarter_index is not None:
            query = query.where(moderation.c.quarter_index == quarter_index)
        with self._engine.connect() as connection:
            return [Moderation(*row) for row in connection.execute(query)]
