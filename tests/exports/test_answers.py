"""Answers taken away as CSV and Parquet: a row per review and question, whole or not at all."""

import csv

import pyarrow.parquet as parquet
import pytest

from arms_analytics.exports.answers import COLUMNS, write_csv, write_parquet
from arms_analytics.network import network
from arms_analytics.store import newest_snapshot
from arms_analytics.store.history import undo
from arms_analytics.vocabulary import Quarter
from tests.exports.test_formulas import without_mark
from tests.store.readings import make_reading, store


@pytest.fixture
def cursor(tmp_path):
    def of(**changes):
        snapshot = store(tmp_path / "store", make_reading(**changes))
        return snapshot.cursor(snapshot.forces)

    return of


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_one_row_per_review_and_question_under_the_public_columns(cursor, tmp_path):
    assert write_csv(cursor(), tmp_path / "out.csv", network()) == 24
    found = rows(tmp_path / "out.csv")
    assert tuple(found[0]) == COLUMNS
    assert found[0] | {"question": ""} == {
        "force": "Cheshire", "quarter": "2025-26-Q1", "risk_level": "low", "review_ref": "Ch/low",
        "reviewing_force": "Merseyside", "officer_ref": "OM-Ch", "question_id": "Q01", "question": "", "grade": "good",
        "feedback": "as asked Q01", "workbook": "2025-26-Q1.xlsx", "sheet": "Cheshire", "cell": "C8",
    }  # fmt: skip


def test_what_was_not_graded_is_empty(cursor, tmp_path):
    write_csv(cursor(grade=None), tmp_path / "out.csv", network())
    assert {row["grade"] for row in rows(tmp_path / "out.csv")} == {""}


def test_feedback_that_looks_like_a_formula_is_marked_in_csv_and_verbatim_in_parquet(cursor, tmp_path):
    found = cursor(feedback='=HYPERLINK("http://x","y")\nsecond line, "quoted"')
    write_csv(found, tmp_path / "out.csv", network())
    write_parquet(found, tmp_path / "out.parquet", network())
    table = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    safe = [row["feedback"] for row in rows(tmp_path / "out.csv")]
    assert all(text.startswith("'=") for text in safe)
    assert [without_mark(text) for text in safe] == [row["feedback"] for row in table]


def test_parquet_has_the_same_columns_and_rows(cursor, tmp_path):
    found = cursor(grade=None)
    assert write_parquet(found, tmp_path / "out.parquet", network()) == 24
    table = parquet.read_table(tmp_path / "out.parquet")
    assert tuple(table.column_names) == COLUMNS
    assert table.column("grade").null_count == 24


def test_quarters_follow_each_other(tmp_path):
    store(tmp_path / "store", make_reading(Quarter(2025, 2)), make_reading(Quarter(2024, 4)))
    snapshot = newest_snapshot(tmp_path / "store")
    cursor = snapshot.cursor(snapshot.forces)
    write_csv(cursor, tmp_path / "out.csv", network())
    write_parquet(cursor, tmp_path / "out.parquet", network())
    quarters = [row["quarter"] for row in rows(tmp_path / "out.csv")]
    assert quarters == ["2024-25-Q4"] * 24 + ["2025-26-Q2"] * 24
    assert parquet.read_table(tmp_path / "out.parquet").column("quarter").to_pylist() == quarters


def test_a_store_without_reviews_gives_the_columns_alone(cursor, tmp_path):
    cursor()
    undo(tmp_path / "store", 1)
    found = newest_snapshot(tmp_path / "store").cursor()
    assert write_csv(found, tmp_path / "out.csv", network()) == 0
    assert write_parquet(found, tmp_path / "out.parquet", network()) == 0
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig") == ",".join(COLUMNS) + "\n"
    assert tuple(parquet.read_table(tmp_path / "out.parquet").column_names) == COLUMNS


def test_a_failed_export_leaves_the_old_file_alone(cursor, tmp_path, monkeypatch):
    out = tmp_path / "out.csv"
    out.write_text("the export of yesterday")
    monkeypatch.setattr("arms_analytics.exports.answers.harmless", lambda text: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_csv(cursor(), out, network())
    assert out.read_text() == "the export of yesterday"
    assert {path.name for path in tmp_path.iterdir()} == {"out.csv", "store"}
