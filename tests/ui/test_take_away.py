"""Files offered on the pages: to those who may export alone, made with what each may see, stamped."""

import csv
import io
import json
import time
import zipfile

import pytest
from docx import Document
from pptx import Presentation

from arms_analytics.access import rights
from arms_analytics.access.rights import NO, Right
from arms_analytics.store import StoreError
from arms_analytics.store.records import Records
from arms_analytics.vocabulary import Quarter
from tests.store.readings import QUARTER, make_reading, store
from tests.ui.test_rights import CLAIMED

OFFERED = {
    "this_quarter": ("Meeting pack (PowerPoint)", "Minutes to complete (Word)"),
    "actions": ("Meeting pack (PowerPoint)", "Minutes to complete (Word)"),
    "heatmap": ("CSV, a row a box", "Excel, as a collated workbook"),
    "force_trends": ("Report on Cheshire (Word)", "CSV, a row a box"),
    "risk_levels": ("CSV, a row a box", "Excel, a collated workbook a quarter (.zip)", "CSV, the table as shown"),
    "plan_by_plan": ("CSV, a row a box", "Excel, a collated workbook a quarter (.zip)", "CSV, the table as shown"),
    "feedback_search": ("CSV, a row a text",),
    "repeat_failures": ("CSV, a row a finding",),
    "training_needs": ("Topic sheet on Q01 (Word)", "CSV, a row a finding"),
    "promising_practice": ("CSV, a row a finding",),
    "reviewer_consistency": ("CSV, a row a finding",),
}
ASKED = {"force_trends": {"force": "Cheshire"}, "training_needs": {"cell": "Q01~Chance"}}


def person(role):
    return {"name": "Jo", "email": "jo@cheshire.police.uk", "roles": [CLAIMED[role]]}


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize("stem", OFFERED)
@pytest.mark.parametrize("role", CLAIMED, ids=str)
def test_each_role_may_take_what_it_sees(run, files, stem, role):
    run(stem, user=person(role), **ASKED.get(stem, {}))
    assert tuple(files) == OFFERED[stem]


@pytest.mark.parametrize("stem", OFFERED)
def test_whoever_may_not_export_is_offered_nothing(run, files, stem, monkeypatch):
    monkeypatch.setitem(rights.RIGHTS, Right.EXPORT, (NO,) * len(rights.COLUMNS))
    run(stem, user=person("chair"), **ASKED.get(stem, {}))
    assert files == {}


@pytest.mark.parametrize("role", CLAIMED, ids=str)
def test_officers_are_in_no_file_of_those_who_may_not_see_them(run, files, failing_region, role):
    run("heatmap", user=person(role), side="sheet", force="Cumbria")
    assert {row["officer_ref"] for row in rows(files["CSV, a row a box"][1]())} == {""}
    run("training_needs", user=person(role), database=failing_region)
    assert {row["officer_ref"] for row in rows(files["CSV, a row a finding"][1]())} == {""}


@pytest.mark.parametrize(("view", "offered"), [("processes", "the table as shown"), ("officers", "a row a finding")])
def test_training_needs_hands_out_the_table_of_its_view_and_never_one_of_officers(run, files, view, offered):
    run("training_needs", view=view, force="Cheshire")
    assert list(files) == [f"CSV, {offered}"]


def test_the_table_handed_out_is_the_one_shown(run, files):
    run("risk_levels", force="Cheshire")
    name, make = files["CSV, the table as shown"]
    lines = list(csv.reader(io.StringIO(make().decode("utf-8-sig"))))
    assert name.startswith("ARMS Boxes below good by risk level, Cheshire, the year up to Q")
    assert not set(name) & set('/\\:*?"<>|')
    assert lines[0][0] == "Force or question"
    assert lines[0][1] == "Low risk"
    assert "Cheshire" in {line[0] for line in lines}


def test_a_file_is_in_the_log_once_it_is_made_and_not_before(run, files, monkeypatch):
    logged = []
    monkeypatch.setattr(Records, "log", lambda _, *entry: logged.append(entry))
    run("heatmap", user=person("chair"), side="sheet", force="Cheshire")
    name, make = files["CSV, a row a box"]
    assert logged == []
    make()
    assert logged == [("jo@cheshire.police.uk", "export", name)]


def test_a_page_left_open_hands_out_nothing_once_the_sign_in_has_run_out(run, files, monkeypatch):
    run("heatmap", user=person("chair"), side="sheet", force="Cheshire")
    _, make = files["CSV, a row a box"]
    later = time.time() + 7200
    monkeypatch.setattr(time, "time", lambda: later)
    with pytest.raises(StoreError, match="run out"):
        make()


def test_a_page_left_open_hands_out_nothing_once_the_role_is_taken_away(run, files, monkeypatch, tmp_path):
    said = {"people": {"sam@cheshire.police.uk": ["somu_lead"]}, "forces": {"cheshire.police.uk": "Cheshire"}}
    rules = tmp_path / "access.json"
    rules.write_text(json.dumps(said), encoding="utf-8")
    monkeypatch.setenv("ARMS_ACCESS", str(rules))
    sam = {"name": "Sam", "email": "sam@cheshire.police.uk"}
    run("heatmap", user=sam, side="sheet", force="Cheshire")
    _, make = files["CSV, a row a box"]
    assert {row["officer_ref"] for row in rows(make())} == {"OM-Ch"}
    rules.write_text(json.dumps(said | {"people": {"sam@cheshire.police.uk": ["viewer"]}}), encoding="utf-8")
    with pytest.raises(StoreError, match="role"):
        make()
    files.clear()
    run("heatmap", user=sam, side="sheet", force="Cheshire")
    assert {row["officer_ref"] for row in rows(files["CSV, a row a box"][1]())} == {""}


def test_what_cannot_be_logged_is_not_handed_out(run, files, monkeypatch):
    run("heatmap", side="sheet", force="Cheshire")
    _, make = files["CSV, a row a box"]

    def full(*_):
        raise StoreError("The records are full.")

    monkeypatch.setattr(Records, "log", full)
    with pytest.raises(StoreError, match="full"):
        make()


def test_a_file_name_says_what_was_chosen_from_which_data_and_how_it_is_to_be_handled(run, files):
    run("heatmap", side="sheet", force="Cheshire", quarter=QUARTER.key, risk="high")
    name, make = files["CSV, a row a box"]
    for said in ("Cheshire", QUARTER.label.replace("/", "-"), "high risk", "data version 1", "OFFICIAL-SENSITIVE"):
        assert said in name
    assert {(row["force"], row["quarter"], row["risk_level"]) for row in rows(make())} == {
        ("Cheshire", QUARTER.key, "high")
    }


def test_over_time_there_is_a_workbook_a_quarter(run, files):
    run("heatmap", side="time", force="Cheshire")
    name, make = files["Excel, a collated workbook a quarter (.zip)"]
    assert name.endswith(".zip")
    assert len(zipfile.ZipFile(io.BytesIO(make())).namelist()) == 3


def test_where_there_is_no_review_there_is_no_file(run, files, tmp_path):
    before = make_reading(Quarter(2024, 4), forces=("Merseyside",), path="before.xlsx")
    store(tmp_path / "store", before, make_reading(QUARTER, forces=("Cheshire", "Cumbria")))
    run("heatmap", side="sheet", database=tmp_path / "store", force="Cumbria", quarter=QUARTER.key)
    assert "CSV, a row a box" in files
    files.clear()
    app = run("heatmap", side="sheet", database=tmp_path / "store", force="Merseyside", quarter=QUARTER.key)
    assert not files and "No review here to take away." in [line.value for line in app.markdown]


def test_what_was_searched_for_is_what_is_taken(run, files):
    app = run("feedback_search", force="Cumbria")
    app.text_input(key="search_words").input("asked Q02").run()
    name, make = files["CSV, a row a text"]
    assert {(row["force"], row["question_id"]) for row in rows(make())} == {("Cumbria", "Q02")}
    assert len(rows(make())) == 12
    assert "asked" not in name


def test_a_register_is_taken_with_its_filters(run, files, failing_region):
    for filters, forces in ({}, ["Cheshire", "Cumbria"]), ({"force": "Cumbria"}, ["Cumbria"]):
        run("repeat_failures", database=failing_region, **filters)
        taken = rows(files["CSV, a row a finding"][1]())
        assert [(row["kind"], row["force"]) for row in taken] == [("repeat_failure", force) for force in forces]


def test_the_meeting_is_taken_with_its_stamp(run, files):
    run("this_quarter")
    pack = Presentation(io.BytesIO(files["Meeting pack (PowerPoint)"][1]()))
    words = [shape.text_frame.text for shape in pack.slides[0].shapes if shape.has_text_frame]
    assert any("from data version 1" in text and "OFFICIAL-SENSITIVE" in text for text in words)
    paper = Document(io.BytesIO(files["Minutes to complete (Word)"][1]()))
    assert paper.paragraphs[0].text.startswith("Minutes: ARMS peer review meeting")
