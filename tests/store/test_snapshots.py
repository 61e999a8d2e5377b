"""A cursor reads its own snapshot alone, with the officers whom it may show and with grades as clarified."""

import duckdb
import pytest

from arms_analytics.store import ClarifiedGrade, NoStoreError, StoreError, newest_snapshot
from arms_analytics.store.hardened import SETTINGS
from arms_analytics.store.history import undo
from arms_analytics.store.snapshots import IDLE, path_of
from arms_analytics.vocabulary import Quarter
from tests.store.readings import QUARTER, current, make_reading, store


def test_an_empty_folder_says_how_to_begin(folder):
    with pytest.raises(NoStoreError, match="load WORKBOOK"):
        newest_snapshot(folder)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_csv('/etc/hostname')",
        "SELECT * FROM '/etc/hostname'",
        "COPY answer TO 'out.csv'",
        "ATTACH 'other.duckdb'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET threads = 64",
        "SET memory_limit = '100GB'",
        "SET max_execution_time = 0",
        "SET enable_external_access = true",
        "RESET lock_configuration",
        "DELETE FROM answer",
        "CREATE TABLE mine (x INTEGER)",
    ],
)
def test_a_cursor_can_only_read_its_snapshot(folder, statement):
    cursor = store(folder, make_reading()).cursor()
    with pytest.raises(duckdb.Error):
        cursor.execute(statement).fetchall()


def test_the_limits_hold_on_every_cursor(folder):
    snapshot = store(folder, make_reading())
    for _ in range(3):
        cursor = snapshot.cursor()
        found = cursor.execute("SELECT current_setting('threads'), current_setting('max_execution_time')").fetchall()
        assert found == [(SETTINGS["threads"], SETTINGS["max_execution_time"])]
        with pytest.raises(duckdb.OutOfMemoryException):
            cursor.execute("SELECT list(range) FROM range(1000000000)").fetchall()


def test_officer_references_show_for_the_forces_named_alone(folder):
    snapshot = store(folder, make_reading())
    query = "SELECT DISTINCT reviewed_force, officer_ref FROM answers ORDER BY ALL"
    assert snapshot.cursor().execute(query).fetchall() == [("Cheshire", ""), ("Cumbria", "")]
    assert snapshot.cursor(["Cumbria"]).execute(query).fetchall() == [("Cheshire", ""), ("Cumbria", "OM-Cu")]


def test_one_cursor_does_not_see_what_another_may(folder):
    snapshot = store(folder, make_reading())
    operator, viewer = snapshot.cursor(snapshot.forces), snapshot.cursor()
    query = "SELECT count(*) FROM reviews WHERE officer_ref <> ''"
    assert operator.execute(query).fetchall() == [(8,)]
    assert viewer.execute(query).fetchall() == [(0,)]


def test_a_cursor_is_used_again_by_those_who_may_see_the_same_alone(folder):
    snapshot = store(folder, make_reading())
    clarified = [ClarifiedGrade("Cheshire", QUARTER.index, "Ch/high", "Q01", "inadequate")]
    views = [((), ()), (["Cumbria"], ()), (["Cumbria", "Cheshire"], ()), ((), clarified), (["Cumbria"], clarified)]
    query = "SELECT count(DISTINCT officer_ref), count(*) FILTER (failure) FROM answers"
    for _ in range(2):
        found = []
        for shown in views:
            with snapshot.reading(*shown) as cursor:
                found += cursor.execute(query).fetchall()
        assert found == [(1, 0), (2, 0), (2, 0), (1, 1), (2, 1)]
    with snapshot.reading() as first, snapshot.reading() as second:
        assert first is not second
    with snapshot.reading() as third:
        assert third in (first, second)


def test_a_cursor_on_which_a_question_failed_is_not_used_again(folder):
    snapshot = store(folder, make_reading())
    with pytest.raises(duckdb.Error), snapshot.reading() as failed:
        failed.execute("SELECT nothing FROM nowhere")
    with snapshot.reading() as cursor:
        assert cursor is not failed
        assert cursor.execute("SELECT count(*) FROM reviews").fetchall() == [(8,)]


def test_no_more_cursors_are_kept_than_are_of_use(folder):
    snapshot = store(folder, make_reading())
    for number in range(20):
        with snapshot.reading([f"Force {number}"]):
            pass
    assert sum(map(len, snapshot._idle.values())) <= IDLE


def test_a_clarified_grade_stands_and_the_original_is_kept(folder):
    snapshot = store(folder, make_reading(grade="inadequate"))
    said = ClarifiedGrade("Cumbria", QUARTER.index, "Cu/high", "Q02", "good")
    rows = snapshot.cursor(clarified=[said]).execute("SELECT * FROM answers WHERE is_clarified").fetch_df()
    assert rows[["reviewed_force", "risk_level", "question_id"]].values.tolist() == [["Cumbria", "high", "Q02"]]
    assert rows[["grade", "original_grade", "failure"]].values.tolist() == [["good", "inadequate", False]]


def test_grades_are_those_of_the_answers_whatever_became_of_their_reviews(folder):
    store(folder, make_reading(grade="good"))
    store(folder, make_reading(Quarter(2025, 2), grade=None), make_reading(forces=("Cumbria",), grade="inadequate"))
    undo(folder, store(folder, make_reading(forces=("Cheshire",), grade="outstanding")).number)
    said = ClarifiedGrade("Cumbria", QUARTER.index, "Cu/high", "Q02", "good")
    cursor = newest_snapshot(folder).cursor(clarified=[said])
    columns = "review_id, reviewed_force, quarter_index, question_id, grade"
    grades, answers = (
        cursor.execute(f"SELECT {columns} FROM {name} ORDER BY ALL").fetchall() for name in ("grades", "answers")
    )
    assert grades == answers
    assert {row[-1] for row in grades} == {"good", "inadequate", None}


def test_a_clarified_grade_of_a_review_that_is_gone_does_no_harm(folder):
    snapshot = store(folder, make_reading())
    said = [ClarifiedGrade("Cumbria", QUARTER.index, "no such review", "Q02", "good")]
    assert snapshot.cursor(clarified=said).execute("SELECT count(*) FROM answers").fetchall() == [(24,)]


def test_what_was_not_graded_is_no_failure_and_no_success(folder):
    snapshot = store(folder, make_reading(grade=None))
    rows = snapshot.cursor().execute("SELECT DISTINCT grade, rank, failure FROM answers").fetchall()
    assert rows == [(None, None, None)]


def test_what_does_not_apply_has_no_rank_and_is_neither_failure_nor_success(folder):
    snapshot = store(folder, make_reading(grade="not_applicable"))
    rows = snapshot.cursor().execute("SELECT DISTINCT grade, rank, failure FROM answers").fetchall()
    assert rows == [("not_applicable", None, None)]


def empty(path):
    path.write_bytes(b"")


def cut_short(path):
    path.write_bytes(path.read_bytes()[:9000])


def damage(path):
    data = path.read_bytes()
    path.write_bytes(data[:20_000] + bytes(255 - byte for byte in data[20_000:]))


@pytest.mark.parametrize("spoil", [empty, cut_short, damage])
def test_a_spoilt_newest_snapshot_gives_way_to_the_one_before_and_says_so(folder, spoil):
    before = current(store(folder, make_reading(feedback="before")))
    store(folder, make_reading(feedback="after")).close()
    spoil(path_of(folder, 2))
    snapshot = newest_snapshot(folder)
    assert current(snapshot) == before
    assert "snap-000002.duckdb cannot be read" in snapshot.problem


def test_a_load_after_a_spoilt_snapshot_goes_on_from_the_one_before(folder):
    store(folder, make_reading(feedback="before")).close()
    store(folder, make_reading(feedback="after")).close()
    path_of(folder, 2).write_bytes(b"not a database")
    snapshot = store(folder, make_reading(feedback="after"))
    assert (snapshot.number, snapshot.problem) == (3, "")
    assert newest_snapshot(folder).number == 3


def test_when_none_can_be_read_the_sentence_points_to_the_backup(folder):
    store(folder, make_reading()).close()
    path_of(folder, 1).write_bytes(b"not a database")
    with pytest.raises(StoreError, match="Restore a backup"):
        newest_snapshot(folder)
