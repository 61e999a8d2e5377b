"""What the demonstration's network wrote at its meetings: training held, actions, practice shared, grades clarified.

It follows from what was planted, so that pages show the whole cycle: what an action or a training event was about
really failed, and really got better or did not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice

from arms_analytics.demonstration.feedback import FeedbackBank
from arms_analytics.demonstration.region import Demonstration
from arms_analytics.simulation.simulator import Plant
from arms_analytics.store.records import Action, Adoption, Allocation, PromisingPractice, Records, TrainingEvent
from arms_analytics.store.records.moderations import AnswerKey
from arms_analytics.vocabulary import Quarter, Question

WHO = "Demonstration"
MEETING_AFTER = dt.timedelta(days=35)
"""After the quarter's end."""


def write_meetings(region: Demonstration, records: Records) -> bool:
    """Write into these records; False, and nothing, where somebody has written actions into them before."""
    if records.actions.find():
        return False
    for event in _training(region):
        records.training_events.add(event, WHO)
    for action in _actions(region):
        records.actions.add(action, WHO)
    for practice in _practices(region):
        entry = records.practices.add(practice, WHO)
        asking = next(force.name for force in region.forces if force.name != practice.force)
        records.adoptions.add(Adoption(practice_id=entry.id, force=asking), WHO)
    records.allocate(region.quarter(region.quarters - 1).index, _allocation(region), WHO, seen=())
    _clarify(region, records)
    return True


def _training(region: Demonstration) -> Iterator[TrainingEvent]:
    for event in region.drawn.truth.events:
        question, force = _question(region, event.question), region.forces[event.force].name
        held = region.quarter(event.quarter).starts + dt.timedelta(days=45)
        yield TrainingEvent(
            date=held,
            topic=f"{question.short}: half-day with worked examples",
            questions=(question.id,),
            forces=(force,),
        )


def _actions(region: Demonstration) -> Iterator[Action]:
    """One for the region, one for each failure that lasts (the first is overdue), one done for each resolved."""
    last = region.quarter(region.quarters - 1)
    for plant in _planted(region, "bad_everywhere"):
        question = _question(region, plant.question)
        yield Action(
            text=f"Hold a regional half-day on “{question.short}” with anonymised plans of all forces",
            owner="CPD planner", question_id=question.id, quarter_index=last.plus(-1).index,
            due=_meeting(last.plus(1)), finding="training_need",
        )  # fmt: skip
    for number, plant in enumerate(_planted(region, "long_failure")):
        question, force = _question(region, plant.question), region.forces[plant.force].name
        agreed = last.plus(-2 if number == 0 else -1)
        yield Action(
            text=f"Supervisors read two plans a month for “{question.short}” and report at the next meeting",
            owner=f"SOMU lead, {force}", force=force, question_id=question.id, quarter_index=agreed.index,
            due=_meeting(agreed.plus(2)), finding="repeat_failure",
        )  # fmt: skip
    for plant in _planted(region, "resolved_failure"):
        question, force = _question(region, plant.question), region.forces[plant.force].name
        agreed = region.quarter(max(0, plant.ends - 2))
        yield Action(
            text=f"Agree a standard for “{question.short}” and check it at sign-off",
            owner=f"SOMU lead, {force}", force=force, question_id=question.id, quarter_index=agreed.index,
            due=_meeting(agreed.plus(1)), finding="repeat_failure", status="done",
            outcome="The standard is in use and supervisors check it at sign-off.",
        )  # fmt: skip


def _practices(region: Demonstration) -> Iterator[PromisingPractice]:
    """The first strong cells, in the words of the text bank."""
    last = region.quarter(region.quarters - 1)
    for plant in islice(_planted(region, "strong"), 3):
        question, force = _question(region, plant.question), region.forces[plant.force].name
        yield PromisingPractice(
            title=f"{question.short} in {force}", what=FeedbackBank.praise(question.id),
            why="Strong in most quarters, marked by several forces.", contact=f"SOMU lead, {force}", force=force,
            questions=(question.id,), quarter_index=last.plus(-2).index, review_by=_meeting(last.plus(2)),
        )  # fmt: skip


def _allocation(region: Demonstration) -> list[Allocation]:
    """Who was to review whom in the last quarter; that quarter's missing reviews are measured against it."""
    drawn, last = region.drawn, region.quarters - 1
    pairs = {
        (region.forces[force].name, region.forces[reviewing].name)
        for force, quarter, reviewing in zip(drawn.force, drawn.quarter, drawn.reviewing_force, strict=True)
        if quarter == last
    }
    return [
        Allocation(
            quarter_index=region.quarter(last).index, force=force, reviewing_force=reviewing,
            plans=region.network.reviews_expected,
        )
        for force, reviewing in sorted(pairs)
    ]  # fmt: skip


def _clarify(region: Demonstration, records: Records) -> None:
    """The last quarter's first inadequate grade was clarified, the second is disputed."""
    grades = [grade.key for grade in region.network.grade_scale]
    *_, (quarter, reviews) = region.by_quarter()
    worst = (
        AnswerKey(review.force, quarter.index, review.review_ref, answer.question_id)
        for of_force in reviews.values()
        for review in of_force
        for answer in review.answers
        if answer.grade == grades[0]
    )
    if key := next(worst, None):
        reason = "The second page of the entry had not been sent to the reviewing force."
        records.moderations.clarify(key, grades[0], grades[1], reason, WHO)
    if key := next(worst, None):
        records.moderations.dispute(key, grades[0], "The force will send the entry on ViSOR to the next meeting.", WHO)


def _planted(region: Demonstration, kind: str) -> Iterator[Plant]:
    return (plant for plant in region.drawn.truth.plants if plant.kind == kind)


def _question(region: Demonstration, place: int) -> Question:
    return region.network.question_set.questions[place]


def _meeting(quarter: Quarter) -> dt.date:
    return quarter.ends + MEETING_AFTER
