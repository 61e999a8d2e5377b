"""The Grading heatmap: the cube from each side, its cells lead to the reviews, and any link gives a page."""

from dataclasses import replace

import pytest

from arms_analytics.ui import data
from tests.store.readings import make_reading, store
from tests.ui.conftest import said, table


def cell(app, row, column):
    shown = table(app)
    line = [head["key"] for head in shown["rows"]].index(row)
    return shown["cells"][line][[head["key"] for head in shown["columns"]].index(column)]


def test_it_opens_on_all_forces_in_the_latest_quarter(run):
    app = run("heatmap")
    shown = table(app)
    assert [head["key"] for head in shown["columns"]] == ["Cheshire", "Cumbria", "all"]
    assert [head["key"] for head in shown["rows"]] == ["Q01", "Q02", "Q03"]
    marks, text, said_of_it, heat = cell(app, "Q01", "Cheshire")
    assert marks == ["inadequate", "requires_improvement", "not_applicable", "blank"]
    assert (text, said_of_it) == ("2 of 2", "2 of 2 below good, 1 not applicable, 1 not graded")
    assert heat == 4
    assert cell(app, "Q01", "all")[1] == "2 of 6"


def test_one_force_over_time(run):
    app = run("heatmap", side="time", force="Cheshire")
    assert [head["key"] for head in table(app)["columns"]] == ["2025-26-Q1", "2025-26-Q2", "2025-26-Q3"]
    assert [cell(app, "Q01", key)[1] for key in ("2025-26-Q2", "2025-26-Q3")] == ["0 of 4", "2 of 2"]


def test_one_question_over_time(run):
    app = run("heatmap", side="question", question="Q01")
    assert [head["key"] for head in table(app)["rows"]] == ["Cheshire", "Cumbria"]
    assert cell(app, "Cheshire", "2025-26-Q3")[1] == "2 of 2"


def test_the_collated_sheet_shows_each_box(run):
    app = run("heatmap", side="sheet", force="Cheshire")
    assert table(app)["kind"] == "grades"
    assert [cell(app, "Q01", place)[2] for place in "1234"] == [
        "inadequate",
        "requires improvement",
        "not applicable",
        "not graded",
    ]


def test_a_sheet_that_states_neither_risk_level_nor_reviewing_force_is_shown_all_the_same(run, tmp_path):
    stated = make_reading(forces=["Cheshire"])
    unstated = [replace(stated.reviews[0], risk_level=None, reviewing_force=None, review_ref=""), *stated.reviews[1:]]
    store(tmp_path / "store", replace(stated, reviews=tuple(unstated)))
    app = run("heatmap", database=tmp_path / "store", side="sheet", force="Cheshire", cell="Q01~1")
    assert [head["label"] for head in table(app)["columns"]][:2] == ["Risk level not stated", "Medium"]
    assert "Reviewing force not stated" in said(app)


def test_a_cell_opens_its_reviews_with_their_origin(run):
    words = said(run("heatmap", cell="Q01~Cheshire"))
    assert "2 of 2 below good" in words
    assert "Reviewed by Merseyside, Ch/low" in words
    assert "2025-26-Q3.xlsx › Cheshire › C8, feedback D8" in words


def test_a_box_of_the_sheet_opens_its_one_review(run):
    words = said(run("heatmap", side="sheet", force="Cheshire", cell="Q01~2"))
    assert "Ch/medium" in words
    assert "Ch/low" not in words


def test_feedback_is_text_whatever_it_holds(run):
    words = said(run("heatmap", cell="Q01~Cheshire"))
    assert "<img" not in words
    assert "&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quoted&quot;" in words


def test_the_quarter_of_a_link_is_the_quarter_shown(run):
    assert cell(run("heatmap", quarter="2025-26-Q1"), "Q01", "Cheshire")[1] == "0 of 4"


def test_a_risk_level_narrows_every_cell(run):
    assert cell(run("heatmap", risk="low"), "Q01", "Cheshire")[1] == "1 of 1"


@pytest.mark.parametrize("name", ["quarter", "force", "question", "risk", "side", "cell", "colours"])
@pytest.mark.parametrize("garbage", ["", "~", "../../etc", "<script>", "Q99~Nowhere", "9" * 400])
def test_garbage_in_the_address_is_as_if_it_were_not_there(run, name, garbage):
    assert table(run("heatmap", **{name: garbage}))["cells"]


def test_choosing_in_the_sidebar_writes_the_address(run):
    app = run("heatmap")
    app.selectbox(key="choose_quarter").select("2025-26-Q1").run()
    assert app.query_params["quarter"] == "2025-26-Q1"
    assert cell(app, "Q01", "Cheshire")[1] == "0 of 4"


def test_closing_the_reviews_takes_the_cell_out_of_the_address(run):
    app = run("heatmap", cell="Q01~Cheshire")
    app.button(key="close_evidence").click().run()
    assert "cell" not in app.query_params
    assert "Choose a cell" in said(app)


def test_an_empty_store_says_how_to_begin(run, tmp_path):
    words = said(run("heatmap", database=tmp_path / "nothing"))
    assert "Nothing has been loaded yet" in words
    assert "python -m arms_analytics load FOLDER" in words


def test_a_store_that_cannot_be_read_is_a_sentence(run, tmp_path):
    (tmp_path / "snap-000001.duckdb").write_bytes(b"not a database at all")
    words = said(run("heatmap", database=tmp_path))
    assert "can be read" in words
    assert "Traceback" not in words


def test_a_fault_in_a_page_is_a_sentence_and_the_foot_still_stands(run, monkeypatch):
    monkeypatch.setattr("arms_analytics.ui.heatmap.grid", lambda *_: 1 / 0)
    words = said(run("heatmap"))
    assert "This page could not be drawn" in words
    assert "ZeroDivisionError" not in words
    assert "Data version" in words


def test_a_page_is_drawn_to_its_end_however_quickly_loads_follow_each_other(run, monkeypatch):
    monkeypatch.setattr(data, "changed", lambda: True)
    assert table(run("heatmap"))["rows"]


def test_a_question_that_would_fill_the_panel_shows_its_beginning_and_opens(run, tmp_path):
    long = "Is every indicator of change followed into the plan with an owner and a date? " * 6
    reading = make_reading()
    reviews = tuple(
        replace(review, answers=(*review.answers, replace(review.answers[0], question_id="X01", question=long)))
        for review in reading.reviews
    )
    store(tmp_path / "store", replace(reading, reviews=reviews))
    words = said(run("heatmap", database=tmp_path / "store", cell="X01~Cheshire"))
    assert (
        words.index("The whole question</u></summary>") < words.index(long.strip()) < words.index('class="arms-review"')
    )
    assert '<details class="wording">' not in said(run("heatmap", database=tmp_path / "store", cell="Q01~Cheshire"))
