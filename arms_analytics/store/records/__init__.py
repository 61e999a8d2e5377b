"""What people write: clarified grades, actions, training, practice, allocation, answers to the reader, the audit log.

`open_records(folder)` gives a `Records`; each kind of row has its place on it (`records.actions`, `records.practices`).
"""

from arms_analytics.store.records.audit import AuditEntry
from arms_analytics.store.records.moderations import AnswerKey, Moderation
from arms_analytics.store.records.records import Records, open_records
from arms_analytics.store.records.register import StaleEditError
from arms_analytics.store.records.rows import (
    Action,
    Adoption,
    Allocation,
    PromisingPractice,
    ReaderAnswer,
    TrainingEvent,
)

__all__ = [
    "Action",
    "Adoption",
    "Allocation",
    "AnswerKey",
    "AuditEntry",
    "Moderation",
    "PromisingPractice",
    "ReaderAnswer",
    "Records",
    "StaleEditError",
    "TrainingEvent",
    "open_records",
]
