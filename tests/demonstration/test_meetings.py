"""The demonstration's meetings wrote of everything that the cycle has, and of what its reviews really say."""

import pytest

from arms_analytics.demonstration import Demonstration, write_meetings
from arms_analytics.network import network
from arms_analytics.store.records import Action, Records

REGION = Demonstration(network())
QUESTIONS = {question.id for question in network().question_set.questions}


@pytest.fixture(scope="module")
def records():
    records = Records("sqlite://")
    assert write_meetings(REGION, records)
    return records


def test_the_meetings_wrote_of_everything_that_the_cycle_has(records):
    for register in (
        records.training_events,
        records.actions,
        records.practices,
        records.adoptions,
        records.allocations,
    ):
        assert register.find()
    assert [said.kind for said in records.moderations.latest()] == ["clarified", "disputed"]


def test_training_was_about_what_really_failed(records):
    planted = {(event.force, event.question) for event in REGION.drawn.truth.events}
    names = [force.name for force in network().members]
    ids = [question.id for question in network().question_set.questions]
    held = records.training_events.find()
    assert {(names.index(event.forces[0]), ids.index(event.questions[0])) for event in held} == planted


def test_actions_name_roles_questions_and_days_and_some_are_done(records):
    actions = records.actions.find()
    assert {action.status for action in actions} == {"open", "done"}
    assert all(action.owner.startswith(("SOMU lead", "CPD planner")) and action.due for action in actions)
    assert {action.question_id for action in actions} <= QUESTIONS


def test_every_force_of_the_last_quarter_has_a_reviewing_force(records):
    allocated = {row.force: row.reviewing_force for row in records.allocations.find()}
    assert set(allocated) == set(network().member_names)
    assert all(force != reviewing for force, reviewing in allocated.items())


def test_statements_name_answers_that_were_graded_so(records):
    *_, (quarter, reviews) = REGION.by_quarter()
    grades = {
        (review.force, quarter.index, review.review_ref, answer.question_id): answer.grade
        for own in reviews.values()
        for review in own
        for answer in review.answers
    }
    for said in records.moderations.latest():
        assert grades[said.force, said.quarter_index, said.review_key, said.question_id] == said.original_grade


def test_what_people_wrote_is_never_mixed_with():
    records = Records("sqlite://")
    records.actions.add(Action(text="Ours"), "chair")
    assert not write_meetings(REGION, records)
    assert [action.text for action in records.actions.find()] == ["Ours"]
