"""What people write, from a page's side: guarded, logged, and not needed for looking at grades."""

import pytest
import streamlit as st

from arms_analytics.access import Right, Role, Viewer
from arms_analytics.store import StoreError
from arms_analytics.store.records import Action, open_records
from arms_analytics.store.records.moderations import AnswerKey
from arms_analytics.ui import access, data, records
from arms_analytics.ui.navigation import PAGES
from tests.store.readings import QUARTER, make_reading, store
from tests.ui.conftest import said, table

LEAD = Viewer("Lee", "lee@cheshire.police.uk", frozenset({Role.SOMU_LEAD}), "Cheshire")


@pytest.fixture
def own_store(tmp_path, monkeypatch):
    folder = tmp_path / "store"
    store(folder, make_reading())
    monkeypatch.setenv("ARMS_DATABASE", str(folder))
    records._fault.clear()
    return folder


@pytest.fixture
def as_lead(own_store, monkeypatch):
    monkeypatch.setattr(access, "viewer", lambda: LEAD)
    return own_store


def add_action(force):
    def work(opened, who):
        opened.actions.add(Action(text="Ask Cumbria", force=force), who)

    return records.write(Right.RECORD, (force,), work, "Recorded.")


def test_a_page_run_sees_its_own_write_at_once_and_those_of_others_from_the_next(as_lead):
    def clarify(opened, who):
        key = AnswerKey("Cheshire", QUARTER.index, "Ch/high", "Q01")
        opened.moderations.clarify(key, "good", "inadequate", "agreed", who)

    data.begin()
    before = records.version()
    assert records.write(Right.CLARIFY, ("Cheshire",), clarify, "Noted.")
    own = records.version()
    assert own > before
    other = open_records(as_lead)
    other.moderations.clarify(AnswerKey("Cheshire", QUARTER.index, "Ch/low", "Q01"), "good", "inadequate", "so", "Jo")
    other.close()
    assert records.version() == own, "a page run goes by one state throughout"
    data.begin()
    assert records.version() > own
    assert len(records.clarified()) == 2


def test_who_may_write_writes_under_their_own_name(as_lead):
    assert add_action("Cheshire")
    assert [row.made_by for row in records.records().actions.find()] == ["lee@cheshire.police.uk"]
    last = records.records().audit_log()[-1]
    assert (last.who, last.what) == ("lee@cheshire.police.uk", "add action")


@pytest.mark.parametrize("force", ["Cumbria", None])
def test_who_may_not_writes_nothing(as_lead, force):
    assert not add_action(force)
    assert records.records().actions.find() == []
    assert "Nothing was stored" in st.session_state.pop("said")[0]


def test_what_is_no_write_is_logged_too(as_lead):
    records.log("export", "csv")
    last = records.records().audit_log()[-1]
    assert (last.who, last.what, last.about) == ("lee@cheshire.police.uk", "export", "csv")


def test_a_clarified_grade_stands_on_the_next_page(run, own_store):
    assert table(run("heatmap", own_store))["cells"][0][0][1] == "0 of 4"
    opened = open_records(own_store)
    for level in ("low", "medium"):
        key = AnswerKey("Cheshire", QUARTER.index, f"Ch/{level}", "Q01")
        opened.moderations.clarify(key, "good", "inadequate", "agreed at the meeting", "Chair")
    opened.close()
    assert table(run("heatmap", own_store))["cells"][0][0][1] == "2 of 4"


def test_spoilt_records_leave_the_grades_to_be_seen_and_say_so(run, own_store):
    (own_store / "records.sqlite").write_bytes(b"no database" * 1000)
    app = run("heatmap", own_store)
    assert table(app)["cells"][0][0][1] == "0 of 4"
    assert ["restore a backup" in warning.value for warning in app.warning] == [True]
    with pytest.raises(StoreError, match="restore a backup"):
        records.records()
    assert said(app)


def test_records_that_are_mended_are_found_again(own_store):
    (own_store / "records.sqlite").write_bytes(b"no database" * 1000)
    assert "cannot be opened" in records.fault()
    (own_store / "records.sqlite").unlink()
    records._fault.clear()  # what ten seconds do
    assert records.fault() == ""


@pytest.mark.parametrize(
    "listed", [listed for listed in PAGES if listed.stem != "audit"], ids=lambda listed: listed.stem
)
def test_every_page_stands_without_the_records_and_offers_nothing_that_needs_them(run, own_store, listed):
    (own_store / "records.sqlite").write_bytes(b"no database" * 1000)
    app = run(listed.stem, own_store, quarter="2025-26-Q1", force="Cheshire", question="Q01")
    assert [warning.value for warning in app.warning if "nothing can be recorded" in warning.value]
    assert [error.value for error in app.error] == []
    assert not [
        button.label for button in app.button if button.label in {"Record action", "Store", "Take back", "Load"}
    ]
