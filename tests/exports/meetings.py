"""A small meeting with everything on its table: two forces, flags, words, a clarified grade, actions."""

import datetime as dt
from unittest.mock import patch

from arms_analytics.exports.meeting import Meeting
from arms_analytics.exports.stamp import Stamp
from arms_analytics.findings.listing import KEYS, Asked
from arms_analytics.network import network
from arms_analytics.store.records import Action, Records, TrainingEvent
from arms_analytics.store.records.moderations import AnswerKey
from arms_analytics.vocabulary import Quarter
from tests.findings.stores import store_of

QUARTER = Quarter(2026, 2)
STAMP = Stamp("All forces", dt.datetime(2026, 11, 21, 14, 5), 17, "OFFICIAL-SENSITIVE", synthetic=True)
POOR = "The actions have no owner and no date, and nothing says what came of the last ones."
FINE = "Every action shows its result and what was learned. Please share how this is done."


def finding(kind, force, question_id, status=None, probability=0.9, officer_ref=None):
    said = f"{force or 'The region'}, {question_id}: 6 of the last 8 reviews fell below good ({kind})."
    return dict(
        zip(
            KEYS,
            [kind, status, force, question_id, officer_ref, None, [], 8, 6, 0.5, 0.3, 0.7, probability, said],
            strict=True,
        )
    )


FINDINGS = [
    finding("repeat_failure", "Cheshire", "Q01", "new"),
    finding("repeat_failure", "Cheshire", "Q02", "watch", 0.3),
    finding("repeat_failure", "Cumbria", "Q02", "cleared", 0.1),
    finding("promising_practice", "Cumbria", "Q01"),
    finding("training_need", None, "Q01"),
    finding("training_need", "Cheshire", "Q01", officer_ref="OM07"),
    finding("improving", "Cumbria", "Q02"),
]


def reviews():
    levels = ("low", "medium", "high", "very_high")
    return [
        {
            "force": force, "quarter": quarter.index, "reviewing_force": "Merseyside", "risk_level": level,
            "officer_ref": "OM07",
            "answers": {"Q01": (grade, words), "Q02": ("good", "Good entry, agreed by both of the reviewers here.")},
        }
        for quarter in (QUARTER.plus(-1), QUARTER)
        for force, grade, words in (("Cheshire", "inadequate", POOR), ("Cumbria", "outstanding", FINE))
        for level in levels[: 3 if force == "Cumbria" else 4]
    ]  # fmt: skip


def written_records():
    records = Records("sqlite://")
    records.actions.add(
        Action(
            text="Run a half-day on recording", owner="CPD planner", question_id="Q01", quarter_index=QUARTER.index,
            due=dt.date(2027, 1, 31),
        ),
        "chair",
    )  # fmt: skip
    records.actions.add(
        Action(text="=Dip sample ten plans", owner="SOMU lead", force="Cheshire", due=dt.date(2026, 10, 31)), "chair"
    )
    records.actions.add(Action(text="Long done", status="done", quarter_index=QUARTER.index - 3), "chair")
    event = TrainingEvent(
        date=dt.date(2026, 8, 14), topic="Recording results", questions=("Q01",), forces=("Cheshire",)
    )
    records.training_events.add(event, "CPD planner")
    key = AnswerKey("Cheshire", QUARTER.index, "Cheshire-7", "Q01")
    records.moderations.clarify(key, "inadequate", "good", "A page had not been sent", "chair")
    return records


def cursor_of(**said):
    return store_of(reviews(), **said)


def asked():
    return Asked(cursor_of(), network(), QUARTER, None, None)


def meeting(found=FINDINGS, records=None):
    with patch("arms_analytics.exports.meeting.findings", return_value=found):
        return Meeting.gather(asked(), records, STAMP)
