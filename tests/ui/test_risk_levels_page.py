"""Risk levels: the region and its forces over all questions, each question below, and the words behind a cell."""

import pytest

from tests.store.readings import QUARTER, make_reading, store
from tests.ui.conftest import graded, said, table

QUARTERS = [QUARTER.plus(step) for step in range(4)]
FORCES = ("Cheshire", "Cumbria")
LAST_FAILS = ["good", "good", "good", "inadequate"]


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    """A year in which the plan of very high risk fails Q01 everywhere and all else is good."""
    folder = tmp_path_factory.mktemp("levels") / "store"
    readings = []
    for quarter in QUARTERS:
        reading = make_reading(quarter)
        for force in FORCES:
            reading = graded(reading, force, "Q01", LAST_FAILS)
        readings.append(reading)
    store(folder, *readings)
    return folder


def cells(app):
    """text of each cell, by the keys of its row and column."""
    shown = table(app)
    return {
        (row["key"], column["key"]): cell[1]
        for row, line in zip(shown["rows"], shown["cells"], strict=True)
        for column, cell in zip(shown["columns"], line, strict=True)
    }


def test_the_region_comes_first_then_its_forces_then_each_question(run, region):
    app = run("risk_levels", database=region)
    assert [row["key"] for row in table(app)["rows"]] == ["all", *FORCES, "Q01", "Q02", "Q03"]
    assert [column["label"] for column in table(app)["columns"]] == ["Low", "Medium", "High", "Very high"]
    shown = cells(app)
    assert shown["Q01", "very_high"] == "75% to 100% ▲"
    assert shown["Q02", "low"] == "0% to 25%"


def test_it_says_what_a_chair_reads_out(run, region):
    words = said(run("risk_levels", database=region))
    assert "Whole region, the year up to Q4 2025/26" in words
    assert "33% at very high risk" in words
    assert "Plans of very high risk fail more often than those of the other levels" in words
    assert "on Q01 (Sources searched)" in words


def test_a_force_has_its_own_questions_and_bare_counts_where_there_is_too_little(run, region):
    app = run("risk_levels", database=region, force="Cheshire")
    assert [row["key"] for row in table(app)["rows"]] == ["all", "Cheshire", "Q01", "Q02", "Q03"]
    assert (cells(app)["Q01", "very_high"], cells(app)["Q01", "low"]) == ("4 of 4", "0 of 4")
    assert cells(app)["all", "very_high"].endswith("▲")


def test_a_question_of_the_region_opens_its_sentence_and_what_failed_and_nothing_else(run, region):
    words = said(run("risk_levels", database=region, cell="Q01~very_high"))
    assert "Whole region, Q01 (Sources searched), very high risk: 8 of 8 reviews fell below good" in words
    assert "Ch/very_high" in words and "Cu/very_high" in words
    assert "Ch/high" not in words
    assert f"{QUARTERS[0]}.xlsx › Cheshire" in words


def test_a_force_opens_what_failed_of_its_own_alone(run, region):
    words = said(run("risk_levels", database=region, cell="Cumbria~very_high"))
    assert "Cumbria, very high risk: 4 of 12 boxes on four plans fell below good" in words
    assert "Cu/very_high" in words
    assert "Ch/very_high" not in words


def test_a_cell_without_failures_says_so_and_one_without_reviews_too(run, region, tmp_path):
    assert "Whole region, Q02 (" in said(run("risk_levels", database=region, cell="Q02~low"))
    reading = make_reading(QUARTER)
    high = tuple(review for review in reading.reviews if review.risk_level == "high")
    store(tmp_path / "store", make_reading(QUARTER, reviews=high))
    words = said(run("risk_levels", database=tmp_path / "store", cell="all~low"))
    assert "No reviews" in words
    assert "Too few reviews to say." in words


def test_garbage_in_the_address_is_as_if_it_were_not_there(run, region):
    words = said(run("risk_levels", database=region, cell="Q99~<b>", risk="x", force="<b>"))
    assert "Choose a cell" in words
    assert "<b>" not in words
