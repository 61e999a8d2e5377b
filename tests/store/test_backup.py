"""A backup restored is the store that was saved; a damaged or foreign one restores nothing, and none overwrites."""

import io
import tarfile

import pytest

from arms_analytics.store import StoreError, newest_number, newest_snapshot
from arms_analytics.store.backup import back_up, restore
from arms_analytics.store.history import undo
from arms_analytics.store.records import Action, TrainingEvent, open_records
from arms_analytics.store.records.moderations import AnswerKey
from tests.store.readings import QUARTER, current, make_reading, store


@pytest.fixture
def saved(folder, tmp_path):
    """A store with history and records, and its backup."""
    store(folder, make_reading(grade="good"))
    store(folder, make_reading(grade="inadequate"))
    records = open_records(folder)
    action = records.actions.add(Action(text="Brief “supervisors”\non Q07", due=QUARTER.ends), who="Chair")
    records.actions.change(action, who="Coordinator", status="done")
    records.training_events.add(TrainingEvent(date=QUARTER.starts, topic="Visits", questions=("Q03",)), who="Chair")
    records.moderations.clarify(
        AnswerKey("Cumbria", QUARTER.index, "Cu/low", "Q01"), "good", "inadequate", "x", "Chair"
    )
    back_up(folder, records, tmp_path / "arms.backup")
    records.close()
    return tmp_path / "arms.backup"


def restored(backup, folder):
    records = open_records(folder)
    restore(backup, folder, records)
    return records


def test_a_restored_store_is_the_one_that_was_saved(saved, folder, tmp_path):
    original, records = open_records(folder), restored(saved, tmp_path / "other")
    assert current(newest_snapshot(tmp_path / "other"), "*") == current(newest_snapshot(folder), "*")
    assert records.actions.find() == original.actions.find()
    assert records.training_events.find() == original.training_events.find()
    assert records.moderations.latest() == original.moderations.latest()
    assert records.audit_log() == original.audit_log()
    assert records.version == original.version
    records.close()
    original.close()


def test_work_goes_on_after_a_restore(saved, tmp_path):
    records = restored(saved, tmp_path / "other")
    assert records.actions.add(Action(text="Next"), who="Chair").id == 2
    undo(tmp_path / "other", 2)
    assert {row[3] for row in current(newest_snapshot(tmp_path / "other"))} == {"good"}
    records.close()


def test_a_backup_is_for_its_owner_alone(saved):
    assert saved.stat().st_mode & 0o077 == 0


def test_a_folder_that_holds_a_store_is_not_overwritten(saved, folder):
    records = open_records(folder)
    with pytest.raises(StoreError, match="holds a store already"):
        restore(saved, folder, records)
    records.close()
    assert newest_number(folder) == 2


def test_records_that_hold_something_are_not_overwritten(saved, tmp_path):
    records = open_records(tmp_path / "other")
    records.actions.add(Action(text="Mine"), who="Chair")
    with pytest.raises(StoreError, match="written here already"):
        restore(saved, tmp_path / "other", records)
    assert [action.text for action in records.actions.find()] == ["Mine"]
    assert newest_number(tmp_path / "other") is None
    records.close()


def test_a_restore_that_was_interrupted_can_be_repeated(saved, tmp_path, monkeypatch):
    records = open_records(tmp_path / "other")
    with monkeypatch.context() as patch, pytest.raises(OSError, match="power"):
        patch.setattr("arms_analytics.store.backup.to_disk", lambda path: raise_(OSError("the power went")))
        restore(saved, tmp_path / "other", records)
    assert newest_number(tmp_path / "other") is None
    assert restore(saved, tmp_path / "other", records).number == 2
    records.close()


def raise_(fault):
    raise fault


def rewritten(backup, name, content):
    parts = {}
    with tarfile.open(backup) as archive:
        for member in archive:
            parts[member.name] = archive.extractfile(member).read()
    with tarfile.open(backup, "w:gz") as archive:
        for part, data in (parts | {name: content(parts.get(name, b""))}).items():
            entry = tarfile.TarInfo(part)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b"not a backup"),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
        lambda path: path.unlink(),
        lambda path: rewritten(path, "snapshot.duckdb", lambda data: data[:5000] + b"?" + data[5001:]),
        lambda path: rewritten(path, "records.jsonl", lambda data: data.replace(b"Chair", b"Nobody")),
        lambda path: rewritten(path, "manifest.json", lambda data: b"{}"),
        lambda path: rewritten(path, "manifest.json", lambda data: data.replace(b'"format": 1', b'"format": 2')),
    ],
)
def test_a_damaged_or_foreign_file_restores_nothing(saved, tmp_path, spoil):
    spoil(saved)
    records = open_records(tmp_path / "other")
    with pytest.raises(StoreError):
        restore(saved, tmp_path / "other", records)
    assert records.audit_log() == []
    records.close()
    assert {path.name for path in (tmp_path / "other").iterdir()} == {"records.sqlite", "lock"}


def test_other_parts_of_an_archive_are_never_written(saved, tmp_path):
    rewritten(saved, "../../escaped.txt", lambda data: b"hello")
    records = restored(saved, tmp_path / "a" / "b" / "other")
    records.close()
    assert not list(tmp_path.rglob("escaped.txt"))
