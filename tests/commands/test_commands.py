"""The command line as a person or a script meets it."""

import csv
import json

import pytest

from arms_analytics.commands import COMMANDS, main, parser
from arms_analytics.store import newest_snapshot
from arms_analytics.store.records import open_records
from arms_analytics.store.records.moderations import AnswerKey
from tests.store.readings import QUARTER, current, make_reading, store


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "store"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert len(capsys.readouterr().out) > 200


def test_help_lists_every_command(capsys):
    text = parser().format_help()
    assert all(f"    {command} " in text for command in COMMANDS)


def test_an_error_is_one_line_without_a_traceback(folder, tmp_path, capsys):
    assert main(["export", "--format", "csv", str(tmp_path / "out.csv"), "--database", str(folder)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Nothing has been loaded" in said.err


def test_a_fault_of_the_program_is_a_sentence_too(folder, monkeypatch, capsys):
    store(folder, make_reading())
    monkeypatch.setattr("arms_analytics.store.history.history", lambda cursor: {}["gone"])
    assert main(["history", "--database", str(folder)]) == 1
    assert "a fault of the program (KeyError" in capsys.readouterr().err


def test_export_to_a_folder_that_is_not_there_says_so(folder, tmp_path, capsys):
    store(folder, make_reading())
    assert main(["export", "--format", "csv", str(tmp_path / "no" / "out.csv"), "--database", str(folder)]) == 1
    assert "No such file or directory" in capsys.readouterr().err


def test_history_and_undo(folder, capsys):
    store(folder, make_reading(grade="good"))
    store(folder, make_reading(grade="inadequate"))
    assert main(["undo", "2", "--database", str(folder)]) == 0
    assert main(["history", "--database", str(folder)]) == 0
    text = capsys.readouterr().out
    assert "2025-26-Q1.xlsx: 8 reviews" in text
    assert "load: taken back" in text
    main(["history", "--format", "json", "--database", str(folder)])
    loads = json.loads(capsys.readouterr().out)["loads"]
    assert [(load["action"], load["undone"]) for load in loads] == [("load", False), ("load", True), ("undo", False)]


def test_export(folder, tmp_path, capsys):
    store(folder, make_reading())
    for form in ("csv", "parquet"):
        out = tmp_path / f"out.{form}"
        assert main(["export", "--format", form, str(out), "--database", str(folder)]) == 0
        assert out.stat().st_size > 1000
    assert "24 rows" in capsys.readouterr().out


def test_export_as_collated_workbooks(folder, tmp_path, capsys):
    store(folder, make_reading())
    arguments = ["export", "--format", "xlsx", str(tmp_path / "out"), "--database", str(folder)]
    assert main(arguments) == main(arguments) == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["ARMS peer reviews 2025-26-Q1.xlsx"]
    (tmp_path / "out" / "mine.xlsx").touch()
    assert main(arguments) == 1
    assert "mine.xlsx" in capsys.readouterr().err


def test_a_template_is_never_written_over_work(tmp_path, capsys):
    out = tmp_path / "template.xlsx"
    assert main(["template", str(out), "--quarter", "2026-27-Q3"]) == 0
    assert main(["template", str(out), "--quarter", "2026-27-Q3"]) == 0
    assert "Q3 2026/27 (Oct–Dec 2026)" in capsys.readouterr().out
    out.write_bytes(b"filled in")
    assert main(["template", str(out), "--quarter", "2026-27-Q3"]) == 1
    assert "--replace" in capsys.readouterr().err
    assert out.read_bytes() == b"filled in"
    assert main(["template", str(out), "--quarter", "2026-27-Q3", "--replace"]) == 0


def test_a_template_for_what_is_no_quarter_says_how_to_write_one(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["template", str(tmp_path / "out.xlsx"), "--quarter", "Q3 2026"])
    assert "2025-26-Q1" in capsys.readouterr().err


def test_demo_writes_a_folder_and_says_how_to_load_it(tmp_path, capsys):
    assert main(["demo", str(tmp_path / "demo"), "--quarters", "2"]) == 0
    assert "load" in capsys.readouterr().out
    assert len(list((tmp_path / "demo").iterdir())) == 2


def test_demo_refuses_what_it_cannot_draw(tmp_path, capsys):
    assert main(["demo", str(tmp_path), "--forces", "7"]) == 1
    assert main(["demo", str(tmp_path), "--quarters", "0"]) == 1
    assert "6 or 43" in capsys.readouterr().err


def test_export_has_grades_as_they_were_clarified(folder, tmp_path):
    store(folder, make_reading(grade="inadequate", forces=("Cumbria",)))
    records = open_records(folder)
    records.moderations.clarify(AnswerKey("Cumbria", QUARTER.index, "Cu/low", "Q01"), "inadequate", "good", "", "Chair")
    main(["export", "--format", "csv", str(tmp_path / "out.csv"), "--database", str(folder)])
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        good = [row for row in csv.DictReader(file) if row["grade"] == "good"]
    assert [(row["review_ref"], row["question_id"]) for row in good] == [("Cu/low", "Q01")]
    assert [entry.what for entry in records.audit_log()] == ["grade clarified", "export"]
    records.close()


def test_export_goes_on_without_records_that_cannot_be_read(folder, tmp_path, capsys):
    store(folder, make_reading())
    (folder / "records.sqlite").write_bytes(b"spoilt" * 1000)
    assert main(["export", "--format", "csv", str(tmp_path / "out.csv"), "--database", str(folder)]) == 0
    said = capsys.readouterr().err
    assert "clarified ones are not known" in said
    assert "not in the audit log" in said


def test_erase_asks_before_it_erases(folder, capsys, monkeypatch):
    store(folder, make_reading())
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert main(["erase", "--review", "Cumbria", "2025-26-Q1", "Cu/low", "--database", str(folder)]) == 1
    assert "Nothing was erased" in capsys.readouterr().err
    assert main(["erase", "--review", "Cumbria", "2025-26-Q1", "Cu/low", "--yes", "--database", str(folder)]) == 0
    assert "Erased: 1 review." in capsys.readouterr().out
    assert {row[0] for row in current(newest_snapshot(folder), "review_key")}.isdisjoint({"Cu/low"})
    assert main(["erase", "--officer", "Cumbria", "OM-Cu", "--yes", "--database", str(folder)]) == 0
    assert {row[0] for row in current(newest_snapshot(folder), "officer_ref")} == {"OM-Ch", ""}
    assert main(["erase", "--before", "2025-26-Q2", "--yes", "--database", str(folder)]) == 0
    assert current(newest_snapshot(folder)) == []


def test_erase_says_what_it_did_not_understand_or_find(folder, capsys):
    store(folder, make_reading())
    assert main(["erase", "--before", "Q1 2025", "--yes", "--database", str(folder)]) == 1
    assert "is not a quarter" in capsys.readouterr().err
    assert main(["erase", "--officer", "Cumbria", "nobody", "--yes", "--database", str(folder)]) == 1
    assert "names the officer 'nobody'" in capsys.readouterr().err


def test_backup_and_restore(folder, tmp_path, capsys):
    store(folder, make_reading())
    assert main(["backup", str(tmp_path / "arms.backup"), "--database", str(folder)]) == 0
    assert main(["restore", str(tmp_path / "arms.backup"), "--database", str(tmp_path / "other")]) == 0
    assert current(newest_snapshot(tmp_path / "other")) == current(newest_snapshot(folder))
    assert main(["restore", str(tmp_path / "arms.backup"), "--database", str(folder)]) == 1
    assert "holds a store already" in capsys.readouterr().err
    assert [entry.what for entry in open_records(folder).audit_log()] == ["backup"]


def test_backup_of_nothing_makes_no_store(folder, tmp_path, capsys):
    assert main(["backup", str(tmp_path / "arms.backup"), "--database", str(folder)]) == 1
    assert "Nothing has been loaded" in capsys.readouterr().err
    assert not folder.exists()


@pytest.mark.parametrize(("command", "name"), [("pack", "pack.pptx"), ("minutes", "minutes.docx")])
def test_papers_of_a_meeting(command, name, folder, tmp_path, capsys):
    store(folder, make_reading())
    arguments = [command, str(tmp_path / name), "--quarter", "2025-26-Q1", "--database", str(folder)]
    assert main(arguments) == 0
    assert "Q1 2025/26 (Apr–Jun 2025)" in capsys.readouterr().out
    assert [entry.what for entry in open_records(folder).audit_log()] == [f"export {command}"]
    (tmp_path / name).write_bytes(b"edited by hand")
    assert main(arguments) == 1
    assert "--replace" in capsys.readouterr().err
    assert (tmp_path / name).read_bytes() == b"edited by hand"
    assert main([*arguments, "--replace"]) == 0
    assert (tmp_path / name).read_bytes()[:2] == b"PK"


def test_a_pack_of_a_quarter_that_was_not_loaded_is_refused(folder, tmp_path, capsys):
    store(folder, make_reading())
    out = tmp_path / "pack.pptx"
    assert main(["pack", str(out), "--quarter", "2026-27-Q1", "--database", str(folder)]) == 1
    assert "No review of Q1 2026/27" in capsys.readouterr().err
    assert not out.exists()
