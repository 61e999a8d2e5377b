"""What people write is found again with who and when, and nobody overwrites what they have not seen."""

import datetime as dt
import threading

import pytest

from arms_analytics.store.records import (
    Action,
    Adoption,
    Allocation,
    PromisingPractice,
    ReaderAnswer,
    Records,
    StaleEditError,
    TrainingEvent,
)

ROWS = {
    "actions": (
        Action(
            text="Brief supervisors on Q07", owner="SOMU lead", force="Cumbria", question_id="Q07",
            quarter_index=8101, due=dt.date(2026, 1, 31), finding="repeat_failure",
        ),
        {"status": "done", "outcome": "briefed"},
    ),
    "training_events": (
        TrainingEvent(date=dt.date(2025, 11, 5), topic="Home visits", questions=("Q03", "Q04"), forces=("Cumbria",)),
        {"questions": ("Q03",), "note": "half a day"},
    ),
    "practices": (
        PromisingPractice(title="Visit cards", what="A card", why="Short", contact="SOMU lead", questions=("Q03",)),
        {"status": "withdrawn"},
    ),
    "adoptions": (Adoption(practice_id=1, force="Cumbria"), {"status": "adopted"}),
    "allocations": (Allocation(quarter_index=8101, force="Cumbria", reviewing_force="Cheshire", plans=4), {"plans": 5}),
    "reader_answers": (ReaderAnswer(key="bare_year", answer="financial"), {"answer": "calendar"}),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_what_is_written_is_found_again_with_who_and_when(records, name):
    row, changes = ROWS[name]
    register = getattr(records, name)
    stored = register.add(row, who="Chair")
    assert register.get(stored.id) == stored
    assert (stored.made_by, stored.changed_by, stored.revision) == ("Chair", "Chair", 1)
    assert abs(dt.datetime.now(dt.UTC) - stored.made_at) < dt.timedelta(minutes=5)
    changed = register.change(stored, who="Coordinator", **changes)
    assert register.find() == [changed]
    assert {key: getattr(changed, key) for key in changes} == changes
    assert (changed.made_by, changed.changed_by, changed.revision) == ("Chair", "Coordinator", 2)


def test_rows_are_found_by_what_they_say(records):
    for force in ("Cumbria", "Cheshire"):
        records.actions.add(Action(text="Do it", force=force), who="Chair")
    assert [action.force for action in records.actions.find(force="Cumbria", status="open")] == ["Cumbria"]
    assert records.actions.get(99) is None


def test_an_edit_of_what_somebody_else_changed_meanwhile_is_refused_and_loses_nothing(records):
    mine = records.actions.add(Action(text="Do it"), who="Chair")
    records.actions.change(mine, who="Coordinator", outcome="done by Friday")
    with pytest.raises(StaleEditError, match="Coordinator changed this action"):
        records.actions.change(mine, who="Chair", outcome="never mind")
    assert records.actions.get(mine.id).outcome == "done by Friday"


def test_bookkeeping_cannot_be_edited(records):
    row = records.actions.add(Action(text="Do it"), who="Chair")
    with pytest.raises(TypeError, match="made_by"):
        records.actions.change(row, who="Chair", made_by="Nobody")


def test_a_write_without_a_writer_is_a_fault_of_the_program(records):
    with pytest.raises(ValueError, match="who writes"):
        records.actions.add(Action(text="Do it"), who="")


def test_many_writers_at_once_lose_nothing(records, url):
    others = [Records(url) for _ in range(4)]
    faults = []

    def write(mine, name):
        try:
            for number in range(10):
                mine.actions.add(Action(text=f"{name} {number}"), who=name)
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=write, args=(mine, f"writer {n}")) for n, mine in enumerate(others)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    assert len({action.text for action in records.actions.find()}) == 40
    assert len(records.audit_log()) == 40
    for mine in others:
        mine.close()


def test_what_no_grade_follows_from_leaves_the_version_of_the_findings(records):
    before = records.version
    records.actions.add(ROWS["actions"][0], who="Chair")
    records.training_events.add(ROWS["training_events"][0], who="Chair")
    assert (records.version, len(records.audit_log())) == (before, 2)


def test_an_allocation_takes_the_place_of_the_quarters_last_one(records):
    first = [Allocation(quarter_index=8101, force="Cumbria", reviewing_force="Cheshire", plans=4)]
    records.allocate(8101, first, who="Coordinator", seen=[])
    seen = records.allocations.find(quarter_index=8101)
    second = [Allocation(quarter_index=8101, force="Cumbria", reviewing_force="Merseyside", plans=4)]
    records.allocate(8101, second, who="Coordinator", seen=seen)
    assert [row.reviewing_force for row in records.allocations.find(quarter_index=8101)] == ["Merseyside"]
    with pytest.raises(StaleEditError):
        records.allocate(8101, first, who="Chair", seen=seen)


def test_a_remembered_answer_is_replaced_by_the_next(records):
    records.remember([ReaderAnswer(key="bare_year", answer="calendar")], who="Coordinator")
    records.remember([ReaderAnswer(key="bare_year", answer="financial")], who="Coordinator")
    assert [row.answer for row in records.reader_answers.find()] == ["financial"]
