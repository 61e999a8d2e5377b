"""Clarifying a grade from the evidence: the original stays, everything else follows what was agreed."""

import re

import pytest

from arms_analytics.store.records import open_records
from tests.store.readings import QUARTER, make_reading, store
from tests.ui.conftest import pressed, said, table


@pytest.fixture
def region(tmp_path):
    folder = tmp_path / "store"
    store(folder, make_reading(QUARTER, grade="inadequate"))
    return folder


def test_a_clarified_grade_is_what_the_heatmap_then_shows(run, region):
    app = run("heatmap", database=region, cell="Q01~Cheshire")
    app.selectbox(key="moderation_grade").set_value("good")
    app.text_input(key="moderation_reason").input("Evidence was on ViSOR").run()
    pressed(app, "Store")
    assert "Stored." in app.success[0].value
    words = said(app)
    assert "clarified at the meeting; was Inadequate" in words
    assert "3 of 4 below good" in words
    rows, columns = table(app)["rows"], table(app)["columns"]
    line = [head["key"] for head in rows].index("Q01")
    assert table(app)["cells"][line][[head["key"] for head in columns].index("Cheshire")][1] == "3 of 4"
    [statement] = open_records(region).moderations.latest()
    assert (statement.kind, statement.original_grade, statement.grade) == ("clarified", "inadequate", "good")
    assert any("clarified from Inadequate to Good" in text.value for text in app.text)
    sheet = run("heatmap", database=region, side="sheet", force="Cheshire")
    assert "grades as collated, but for 1 clarified at the meeting" in said(sheet)
    assert "but for" not in said(run("heatmap", database=region, side="sheet", force="Cumbria"))


def test_a_dispute_leaves_the_grade_and_a_withdrawal_undoes(run, region):
    app = run("heatmap", database=region, cell="Q01~Cheshire")
    app.radio(key="moderation_kind").set_value("The grade is disputed")
    app.text_input(key="moderation_reason").input("Not agreed").run()
    pressed(app, "Store")
    assert "The grade stands as it is" in app.success[0].value
    assert "4 of 4 below good" in said(app)
    assert said(app).count("<span>disputed</span>") == 1, "it is marked where it stands"
    assert any(re.match(r"Low risk, .+, Cheshire, Q01: .+: disputed\. Not agreed", text.value) for text in app.text)
    app.radio(key="moderation_kind").set_value("Withdraw what was said")
    app.text_input(key="moderation_reason").input("Agreed after all").run()
    pressed(app, "Store")
    assert open_records(region).moderations.latest()[0].kind == "withdrawn"
    assert "<span>disputed</span>" not in said(app)


def test_what_could_not_be_stored_keeps_its_reason(run, region, monkeypatch):
    app = run("heatmap", database=region, cell="Q01~Cheshire")
    app.text_input(key="moderation_reason").input("Evidence was on ViSOR").run()
    monkeypatch.setattr("arms_analytics.ui.records.write", lambda *_: False)
    pressed(app, "Store")
    assert app.text_input(key="moderation_reason").value == "Evidence was on ViSOR"


def test_without_a_reason_nothing_can_be_stored(run, region):
    app = run("heatmap", database=region, cell="Q01~Cheshire")
    pressed(app, "Store")
    assert "says why" in app.error[0].value
    assert not open_records(region).moderations.latest()


def test_the_review_that_was_chosen_stays_chosen_by_the_same_name_once_its_grade_is_clarified(run, region):
    app = run("heatmap", database=region, cell="Q01~Cheshire")
    before = app.selectbox(key="moderated").options
    app.selectbox(key="moderation_grade").set_value("good")
    app.text_input(key="moderation_reason").input("Evidence was on ViSOR").run()
    pressed(app, "Store")
    assert app.selectbox(key="moderated").options == before


def test_a_box_that_did_not_apply_may_be_clarified_too(run, tmp_path):
    folder = tmp_path / "other"
    store(folder, make_reading(QUARTER, grade="not_applicable"))
    app = run("heatmap", database=folder, cell="Q01~Cheshire")
    app.selectbox(key="moderation_grade").set_value("good")
    app.text_input(key="moderation_reason").input("It applied").run()
    pressed(app, "Store")
    assert "clarified at the meeting; was Not applicable" in said(app)
