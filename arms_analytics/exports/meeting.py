"""What a quarter's meeting has before it: reviews, findings, clarified grades, actions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from arms_analytics.exports.stamp import Stamp
from arms_analytics.findings.choices import available
from arms_analytics.findings.evidence import reviews_behind
from arms_analytics.findings.listing import KEYS, Asked, findings
from arms_analytics.network import Network
from arms_analytics.store.records import Action, Moderation, Records, TrainingEvent
from arms_analytics.vocabulary import FLAGGED, STATUSES, Quarter, Selection


@dataclass(frozen=True)
class Meeting:
    """One quarter of a network. `answers` as `reviews_behind` gives them, `findings` as the `findings` command does.

    `labels` are the questions' short labels by id, `statements` what this quarter's grades were said to be: clarified,
    disputed. `actions` are all that are open, and those of this quarter whatever became of them,
    `training` all that was ever given.
    """

    quarter: Quarter
    network: Network
    stamp: Stamp
    answers: pd.DataFrame
    labels: dict[str, str]
    findings: pd.DataFrame
    statements: Sequence[Moderation] = ()
    actions: Sequence[Action] = ()
    training: Sequence[TrainingEvent] = ()

    @classmethod
    def gather(cls, asked: Asked, records: Records | None, stamp: Stamp) -> Meeting:
        """Everything for the quarter asked about. Findings about officers stay out: papers go to every force."""
        found = pd.DataFrame(findings(asked), columns=list(KEYS))
        choices = available(asked.cursor)
        questions = choices[choices["kind"] == "question"]
        return cls(
            asked.quarter,
            asked.network,
            stamp,
            reviews_behind(asked.cursor, Selection(quarter=asked.quarter)),
            dict(zip(questions["key"], questions["short"], strict=True)),
            found[found["officer_ref"].isna()],
            records.moderations.latest(quarter_index=asked.quarter.index) if records else (),
            _to_discuss(records.actions.find(), asked.quarter) if records else (),
            records.training_events.find() if records else (),
        )

    @property
    def forces(self) -> tuple[str, ...]:
        """The network's members, and other forces with reviews."""
        return self.network.in_order([*self.network.member_names, *self.answers["reviewed_force"]])

    def of(self, force: str) -> pd.DataFrame:
        """The answers of a force's reviews, by review and question."""
        own = self.answers[self.answers["reviewed_force"] == force]
        return own.sort_values(["ordinal", "review_id", "question_id"], kind="stable")

    def found(self, kind: str, force: str | None = None) -> pd.DataFrame:
        """The findings of a kind that are flags: new, continuing or cleared, or likelier than not. Surest first."""
        rows = self.findings[self.findings["kind"] == kind]
        if force is not None:
            rows = rows[rows["force"] == force]
        flags = rows[rows["status"].isin(STATUSES) | (rows["probability"] >= FLAGGED)]
        return flags.sort_values("probability", ascending=False, kind="stable")

    def label(self, question_id: str) -> str:
        """`Q07 Offence-related interests`: a question is never only its number."""
        return f"{question_id} {self.labels.get(question_id, '')}".strip()


def _to_discuss(actions: Sequence[Action], quarter: Quarter) -> list[Action]:
    kept = [action for action in actions if action.status == "open" or action.quarter_index == quarter.index]
    return sorted(kept, key=lambda action: (action.status != "open", action.due or dt.date.max, action.id))
