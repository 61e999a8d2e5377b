"""Audit and retention, as the chair sees it; nobody else does."""

import pytest
import sqlalchemy

from arms_analytics.network import network
from arms_analytics.store.records import open_records
from arms_analytics.vocabulary import Quarter
from tests.store.readings import make_reading, store
from tests.ui.conftest import said

CHAIR = {"name": "Chris", "email": "chris@cheshire.police.uk", "roles": ["ARMS.Chair"]}


@pytest.fixture
def own_store(tmp_path):
    folder = tmp_path / "store"
    store(folder, make_reading(Quarter(2001, 1)), make_reading(Quarter(2091, 1)))
    records = open_records(folder)
    records.log("lee@cheshire.police.uk", "export", "answers, <b>CSV</b>")
    records.log("chris@cheshire.police.uk", "load", "load 2")
    records.close()
    return folder


@pytest.mark.parametrize("role", ["Viewer", "CpdPlanner", "SomuLead", "Coordinator"])
def test_it_is_the_chairs_alone(run, own_store, role):
    app = run("audit", own_store, CHAIR | {"roles": [f"ARMS.{role}"]})
    assert "lee@" not in said(app)
    assert "may not erase" in app.error[0].value


def test_the_log_is_shown_newest_first_and_whole(run, own_store):
    app = run("audit", own_store, CHAIR)
    words = said(app)
    assert words.index("load 2") < words.index("answers, &lt;b&gt;CSV&lt;/b&gt;")
    assert "Every one of 2 entries stands as it was written." in app.success[0].value


def test_a_changed_entry_is_said_to_be(run, own_store):
    records = open_records(own_store)
    with records.engine.begin() as connection:
        connection.execute(sqlalchemy.text("DROP TRIGGER audit_no_update"))
        connection.execute(sqlalchemy.text("UPDATE audit SET who = 'nobody' WHERE id = 1"))
    records.close()
    assert "Entry 1 is not as it was written" in run("audit", own_store, CHAIR).error[0].value


def test_a_mark_noted_before_that_is_no_longer_there_shows(run, own_store):
    app = run("audit", own_store, CHAIR)
    assert app.code[0].value.startswith("2:")
    app.text_input(key="noted_mark").input(f"9:{'0' * 64}").run()
    assert "Entry 9 is not the one that was noted" in app.error[0].value


def test_one_kind_of_deed_can_be_looked_at(run, own_store):
    app = run("audit", own_store, CHAIR)
    app.selectbox(key="audit_kind").select("load").run()
    assert "load 2" in said(app)
    assert "answers, " not in said(app)


def test_what_is_due_to_be_erased_is_shown(run, own_store):
    app = run("audit", own_store, CHAIR)
    assert "8 reviews should be erased by now." in app.warning[0].value
    assert network().quarter("2001-02-Q1").label in said(app)
    assert "2091" not in said(app)
