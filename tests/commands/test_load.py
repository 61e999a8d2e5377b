"""`load` and `check` on real workbooks, as written by `demo`."""

import json
import os
import shutil
import sqlite3

import pytest

from arms_analytics.commands import main
from arms_analytics.store import newest_number, newest_snapshot
from arms_analytics.store.records import ReaderAnswer, open_records


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    folder = tmp_path_factory.mktemp("books")
    assert main(["demo", str(folder), "--quarters", "2", "--seed", "1"]) == 0
    return folder


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "store"


def report(capsys):
    return json.loads(capsys.readouterr().out)["workbooks"]


def test_the_json_report_has_the_public_keys(books, folder, capsys):
    capsys.readouterr()
    assert main(["load", str(books), "--database", str(folder), "--format", "json"]) == 0
    first, second = report(capsys)
    assert list(first) == ["path", "sha256", "status", "quarter", "quarters", "forces", "reviews", "grades", "issues"]
    assert (first["status"], first["quarters"]) == ("loaded", [first["quarter"]])
    assert first["quarter"] != second["quarter"]
    assert len(first["forces"]) == 6
    assert (first["reviews"], second["reviews"]) == (24, 23)
    assert (first["grades"], second["grades"]) == (576, 561)
    assert all(list(issue) == ["severity", "code", "sheet", "cell", "message"] for issue in first["issues"])
    assert {issue["severity"] for issue in first["issues"] + second["issues"]} == {"info"}


def test_the_same_again_is_unchanged_and_says_the_same(books, folder, capsys):
    main(["load", str(books), "--database", str(folder), "--format", "json"])
    capsys.readouterr()
    main(["load", str(books), "--database", str(folder), "--format", "json"])
    again = report(capsys)
    assert [workbook["status"] for workbook in again] == ["unchanged", "unchanged"]
    assert [workbook["grades"] for workbook in again] == [576, 561]
    assert newest_number(folder) == 1


def test_text_says_what_was_loaded_in_words(books, folder, capsys):
    assert main(["load", str(books), "--database", str(folder)]) == 0
    text = capsys.readouterr().out
    assert ": loaded. Q" in text
    assert "6 forces" in text
    assert "2 workbooks: 2 loaded." in text


def test_a_refused_workbook_is_one_line_on_standard_error_and_exit_status_1(books, folder, tmp_path, capsys):
    bad = tmp_path / "minutes.xlsx"
    bad.write_text("not a workbook")
    capsys.readouterr()
    assert main(["load", str(bad), str(books), "--database", str(folder), "--format", "json"]) == 1
    said = capsys.readouterr()
    assert [workbook["status"] for workbook in json.loads(said.out)["workbooks"]] == ["refused", "loaded", "loaded"]
    assert said.err.startswith("minutes.xlsx: ")
    assert said.err.count("\n") == 1


def test_checking_reports_the_same_and_stores_nothing(books, folder, capsys):
    capsys.readouterr()
    assert main(["check", str(books), "--database", str(folder), "--format", "json"]) == 0
    checked = report(capsys)
    assert not folder.exists()
    main(["load", str(books), "--database", str(folder), "--format", "json"])
    assert report(capsys) == checked


def test_what_the_reader_asks_is_written_to_a_file_to_fill_in(books, folder, tmp_path, capsys):
    ask = tmp_path / "ask.json"
    assert main(["check", str(books), "--database", str(folder), "--ask", str(ask)]) == 0
    assert json.loads(ask.read_text())["answers"] == {}
    assert main(["load", str(books), "--database", str(folder), "--answers", str(ask)]) == 0


def test_an_answers_file_that_is_none_is_a_sentence(books, folder, tmp_path, capsys):
    (tmp_path / "answers.json").write_text("yes")
    assert main(["load", str(books), "--database", str(folder), "--answers", str(tmp_path / "answers.json")]) == 1
    assert "answers file" in capsys.readouterr().err
    assert not folder.exists()


def test_answers_remembered_with_the_store_are_given_to_the_reader(books, folder, monkeypatch):
    records = open_records(folder)
    records.remember([ReaderAnswer(key="bare_year", answer="financial")], who="Coordinator")
    records.close()
    given = []
    from arms_analytics.loading import load

    monkeypatch.setattr("arms_analytics.loading.load", lambda *a: given.append(a[2].answers) or load(*a))
    assert main(["load", str(books), "--database", str(folder)]) == 0
    assert given[0].get("bare_year") == "financial"


def test_a_load_is_in_the_audit_log_and_an_unchanged_one_is_not(books, folder):
    for _ in range(2):
        main(["load", str(books), "--database", str(folder)])
    with sqlite3.connect(folder / "records.sqlite") as records:
        assert records.execute("SELECT what FROM audit").fetchall() == [("load",)]


def test_the_demonstration_is_known_as_such(books, folder):
    main(["load", str(books), "--database", str(folder)])
    assert newest_snapshot(folder).synthetic


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_file_with_a_name_that_is_no_text_is_stored_and_steers_nothing(books, folder, tmp_path, capsys):
    odd = tmp_path / "odd"
    odd.mkdir()
    shutil.copy(sorted(books.iterdir())[0], os.fsencode(odd) + b"/bad\xff\x1b[31mname.xlsx")
    assert main(["load", str(odd), "--database", str(folder)]) == 0
    assert main(["history", "--database", str(folder)]) == 0
    printed = capsys.readouterr().out
    assert "name.xlsx: loaded" in printed
    assert "\x1b" not in printed
    records = open_records(folder)
    assert "\x1b" not in repr(records.audit_log()[-1].about)
    records.close()
