"""Records move between SQLite and PostgreSQL with nothing lost, and go on where they were."""

import datetime as dt

from arms_analytics.store.records import Action, Records, TrainingEvent, dump


def test_records_go_from_one_database_to_another_with_nothing_lost(records, tmp_path):
    for number in range(3):
        records.actions.add(Action(text=f"Action {number}", due=dt.date(2026, 1, 31)), who="Chair")
    records.training_events.add(TrainingEvent(date=dt.date(2026, 1, 1), topic="Visits", forces=("Cumbria",)), "Chair")
    lines = list(dump.dump(records.engine))
    other = Records(f"sqlite:///{tmp_path / 'other.sqlite'}")
    dump.restore(other.engine, lines)
    assert list(dump.dump(other.engine)) == lines
    assert other.actions.find() == records.actions.find()
    other.close()


def test_records_come_from_another_database_and_ids_go_on(records, tmp_path):
    other = Records(f"sqlite:///{tmp_path / 'other.sqlite'}")
    for number in range(3):
        other.actions.add(Action(text=f"Action {number}"), who="Chair")
    dump.restore(records.engine, dump.dump(other.engine))
    other.close()
    assert records.actions.add(Action(text="Next"), who="Chair").id == 4
    assert [entry.id for entry in records.audit_log()] == [1, 2, 3, 4]
