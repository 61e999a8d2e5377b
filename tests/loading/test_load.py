"""A load stores each workbook once, the corrected for the replaced, and refuses what it cannot read with a sentence."""

import os
import sys
import time
from dataclasses import replace

import pytest

from arms_analytics.loading import HowToRead, check, load
from arms_analytics.loading.files import find_workbooks
from arms_analytics.loading.read import read_all
from arms_analytics.network import network
from arms_analytics.store import newest_number, newest_snapshot
from arms_analytics.vocabulary import Grade, GradeScale
from arms_analytics.workbook import ReaderAnswers
from tests.loading.readers import read, same_ids, write
from tests.store.readings import current


def with_answer(grade):
    return replace(HOW, answers=ReaderAnswers.of({"grade": grade}))


HOW = HowToRead(read=read, identify=same_ids)


@pytest.fixture
def books(tmp_path):
    return tmp_path / "books"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "store"


def statuses(report):
    return {outcome.path.name: outcome.status for outcome in report.outcomes}


def codes(report):
    return {outcome.path.name: [problem.code for problem in outcome.problems] for outcome in report.outcomes}


def grades(folder):
    return {(row[0], row[3]) for row in current(newest_snapshot(folder))}


def test_a_folder_becomes_one_snapshot(books, folder):
    write(books / "Q1.xlsx", "2025-26-Q1")
    write(books / "older" / "Q4.XLSM", "2024-25-Q4")
    report = load([books], folder, HOW)
    assert statuses(report) == {"Q1.xlsx": "loaded", "Q4.XLSM": "loaded"}
    assert newest_number(folder) == 1
    assert len(current(newest_snapshot(folder))) == 48


def test_lock_files_hidden_files_and_other_files_in_a_folder_are_passed_over(books, folder):
    write(books / "Q1.xlsx")
    for name in ("~$Q1.xlsx", ".Q1.xlsx", "notes.txt", ".cache/Q2.xlsx"):
        write(books / name, "2025-26-Q2")
    assert statuses(load([books], folder, HOW)) == {"Q1.xlsx": "loaded"}


def test_a_file_named_twice_is_loaded_once(books, folder):
    path = write(books / "Q1.xlsx")
    assert len(load([path, books, path], folder, HOW).outcomes) == 1


def test_the_same_workbook_again_changes_nothing_and_is_not_even_read(books, folder):
    write(books / "Q1.xlsx")
    load([books], folder, HOW)

    def unwanted(path, answers=None):
        raise AssertionError("it was read again")

    report = load([books], folder, HowToRead(read=unwanted, identify=same_ids))
    assert statuses(report) == {"Q1.xlsx": "unchanged"}
    assert (report.outcomes[0].reviews, report.outcomes[0].grades) == (8, 24)
    assert report.outcomes[0].forces == ("Cheshire", "Cumbria")
    assert newest_number(folder) == 1


def test_a_corrected_workbook_replaces_force_and_quarter_and_the_replaced_stay_as_history(books, folder):
    load([write(books / "Q1.xlsx", grade="good")], folder, HOW)
    load([write(books / "Q1 corrected.xlsx", grade="inadequate", forces="Cumbria")], folder, HOW)
    assert grades(folder) == {("Cheshire", "good"), ("Cumbria", "inadequate")}
    history = newest_snapshot(folder).connection.execute("SELECT count(*), count(replaced_by) FROM review").fetchall()
    assert history == [(12, 4)]


def test_loading_a_folder_again_does_not_bring_the_replaced_workbook_back(books, folder):
    load([write(books / "A.xlsx", grade="good")], folder, HOW)
    write(books / "B.xlsx", grade="inadequate")
    assert statuses(load([books], folder, HOW)) == {"A.xlsx": "unchanged", "B.xlsx": "loaded"}
    report = load([books], folder, HOW)
    assert statuses(report) == {"A.xlsx": "unchanged", "B.xlsx": "unchanged"}
    assert codes(report) == {"A.xlsx": ["replaced_since"], "B.xlsx": []}
    assert {grade for _, grade in grades(folder)} == {"inadequate"}


def test_new_answers_make_the_same_file_worth_reading_again(books, folder):
    path = write(books / "Q1.xlsx")
    load([path], folder, HOW)
    assert statuses(load([path], folder, with_answer("inadequate"))) == {"Q1.xlsx": "loaded"}
    assert {grade for _, grade in grades(folder)} == {"inadequate"}


def test_answers_that_change_nothing_store_nothing(books, folder):
    path = write(books / "Q1.xlsx")
    load([path], folder, HOW)
    assert statuses(load([path], folder, with_answer("good"))) == {"Q1.xlsx": "unchanged"}
    assert newest_number(folder) == 1


def test_read_again_with_answers_a_workbook_keeps_out_of_what_was_replaced_since(books, folder):
    cumulative = write(books / "all.xlsx", grade="good", forces="Cheshire,Cumbria")
    load([cumulative], folder, HOW)
    load([write(books / "Cumbria.xlsx", grade="inadequate", forces="Cumbria")], folder, HOW)
    load([cumulative], folder, with_answer("outstanding"))
    assert grades(folder) == {("Cheshire", "outstanding"), ("Cumbria", "inadequate")}


def test_a_bad_workbook_is_refused_whole_and_the_rest_of_the_folder_loads(books, folder):
    write(books / "bad.xlsx", "2025-26-Q2", error="quarter_conflict")
    write(books / "good.xlsx", "2025-26-Q1")
    report = load([books], folder, HOW)
    assert statuses(report) == {"bad.xlsx": "refused", "good.xlsx": "loaded"}
    assert report.refused
    assert {row[1] for row in current(newest_snapshot(folder))} == {8100}


def test_when_every_workbook_is_refused_there_is_no_snapshot(books, folder):
    report = load([write(books / "bad.xlsx", error="encrypted")], folder, HOW)
    assert report.refused
    assert newest_number(folder) is None


def test_a_fault_of_the_reader_is_a_sentence_and_not_the_end(books, folder):
    write(books / "bad.xlsx", crash="exception")
    write(books / "good.xlsx")
    report = load([books], folder, HOW)
    assert statuses(report) == {"bad.xlsx": "refused", "good.xlsx": "loaded"}
    assert codes(report)["bad.xlsx"] == ["reader_failed"]


def test_a_path_that_is_not_there_and_a_folder_without_workbooks_are_said(tmp_path, folder):
    (tmp_path / "empty").mkdir()
    report = load([tmp_path / "gone.xlsx", tmp_path / "empty"], folder, HOW)
    assert codes(report) == {"gone.xlsx": ["not_found"], "empty": ["no_workbooks"]}
    assert report.refused


def test_a_workbook_without_reviews_is_refused(books, folder):
    assert codes(load([write(books / "list.xlsx", empty=1)], folder, HOW)) == {"list.xlsx": ["no_reviews"]}


def test_two_workbooks_that_disagree_about_one_force_and_quarter_are_both_refused(books, folder):
    write(books / "FINAL.xlsx", grade="good")
    write(books / "FINAL (2).xlsx", grade="inadequate")
    write(books / "Q2.xlsx", "2025-26-Q2")
    report = load([books], folder, HOW)
    assert statuses(report) == {"FINAL.xlsx": "refused", "FINAL (2).xlsx": "refused", "Q2.xlsx": "loaded"}
    assert "Cheshire in Q1 2025/26" in report.outcomes[0].problems[0].message


def test_a_copy_of_a_workbook_in_the_same_folder_is_no_disagreement(books, folder):
    write(books / "Q1.xlsx")
    write(books / "Copy of Q1.xlsx")
    assert statuses(load([books], folder, HOW)) == {"Copy of Q1.xlsx": "loaded", "Q1.xlsx": "unchanged"}


def test_a_cumulative_workbook_may_repeat_what_another_of_the_load_says(books, folder):
    write(books / "all.xlsx", forces="Cheshire,Cumbria")
    write(books / "Cumbria.xlsx", forces="Cumbria")
    assert set(statuses(load([books], folder, HOW)).values()) == {"loaded"}
    assert len(current(newest_snapshot(folder))) == 24


def test_demonstration_and_real_reviews_never_share_a_store(books, folder):
    real, synthetic = write(books / "real.xlsx"), write(books / "demo.xlsx", "2025-26-Q2", synthetic=1)
    assert codes(load([books], folder, HOW)) == {"real.xlsx": [], "demo.xlsx": ["synthetic_among_real"]}
    other = folder.with_name("demo-store")
    load([synthetic], other, HOW)
    assert newest_snapshot(other).synthetic
    assert codes(load([real], other, HOW)) == {"real.xlsx": ["real_among_synthetic"]}


def test_checking_stores_nothing(books, folder):
    path = write(books / "Q1.xlsx")
    assert statuses(check([path], folder, HOW)) == {"Q1.xlsx": "loaded"}
    assert not folder.exists()


def test_workers_read_the_same_as_one_process_would(books, folder, monkeypatch):
    monkeypatch.setattr("arms_analytics.loading.read.WORTH_WORKERS", 0)
    for n in range(1, 5):
        write(books / f"Q{n}.xlsx", f"2025-26-Q{n}")
    seen = []
    report = load([books], folder, replace(HOW, workers=2, progress=lambda *told: seen.append(told[:2])))
    assert list(statuses(report).values()) == ["loaded"] * 4
    assert [outcome.path.name for outcome in report.outcomes] == ["Q1.xlsx", "Q2.xlsx", "Q3.xlsx", "Q4.xlsx"]
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.skipif(os.name == "nt", reason="a process kills itself by signal")
def test_a_workbook_that_kills_its_worker_is_refused_and_the_rest_loads(books, folder, monkeypatch):
    monkeypatch.setattr("arms_analytics.loading.read.WORTH_WORKERS", 0)
    write(books / "Q2.xlsx", "2025-26-Q2", crash="kill")
    for n in (1, 3, 4):
        write(books / f"Q{n}.xlsx", f"2025-26-Q{n}")
    report = load([books], folder, replace(HOW, workers=2))
    assert statuses(report) == {"Q1.xlsx": "loaded", "Q2.xlsx": "refused", "Q3.xlsx": "loaded", "Q4.xlsx": "loaded"}


@pytest.mark.skipif(os.name == "nt", reason="a process kills itself by signal")
def test_a_worker_that_dies_while_a_reading_is_taken_in_takes_no_other_workbook_along(tmp_path, monkeypatch):
    monkeypatch.setattr("arms_analytics.loading.read.WORTH_WORKERS", 0)
    first, *others = [write(tmp_path / f"Q{n}.xlsx", f"2025-26-Q{n}") for n in (1, 2, 3, 4)]
    write(others[0], "2025-26-Q2", crash="kill", after=first)
    found = find_workbooks([first, *others])
    statuses = {}
    for file, reading in read_all(found, read, workers=2):
        statuses[file.path] = reading.refused
        if file.path == first:
            first.rename(tmp_path / "taken in")  # the second workbook's worker waits for that
            time.sleep(1)
    assert statuses == {first: False, others[0]: True, others[1]: False, others[2]: False}


def test_a_changed_grade_scale_reaches_the_store_though_no_workbook_changed(books, folder, monkeypatch):
    path = write(books / "Q1.xlsx")
    load([path], folder, HOW)
    steps = list(network().grade_scale)
    steps.insert(2, Grade("adequate", "Adequate", "A", "ADE", 2, False, "CCCCCC", "000000"))
    scale = GradeScale("five steps", tuple(replace(step, rank=rank) for rank, step in enumerate(steps)))
    changed = replace(network(), grade_scale=scale)
    monkeypatch.setattr(sys.modules[load.__module__], "network", lambda: changed)
    report = load([path], folder, HOW)
    assert statuses(report) == {"Q1.xlsx": "unchanged"}
    cursor = newest_snapshot(folder).cursor()
    assert cursor.execute("SELECT grade::VARCHAR, rank FROM grade_step ORDER BY rank").fetchall()[2] == ("adequate", 2)
    assert cursor.execute("SELECT DISTINCT grade, rank FROM answers").fetchall() == [("good", 3)]
