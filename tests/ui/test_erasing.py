"""Erasing from the page: named, confirmed, gone from the store, the records and what pages kept."""

import pytest

from arms_analytics.store import newest_snapshot
from arms_analytics.store.records import open_records
from arms_analytics.store.records.moderations import AnswerKey
from tests.store.readings import QUARTER, current, make_reading, store
from tests.ui.conftest import said

CHAIR = {"name": "Chris", "email": "chris@cheshire.police.uk", "roles": ["ARMS.Chair"]}


@pytest.fixture
def own_store(tmp_path):
    folder = tmp_path / "store"
    store(folder, make_reading(), make_reading(QUARTER.plus(1)))
    return folder


def confirm(app):
    app.checkbox(key="erase_sure").check().run()
    app.button(key="erase_now").click().run()
    assert not app.exception
    return app


def left(folder, columns):
    return current(newest_snapshot(folder), f"DISTINCT {columns}")


def test_nothing_can_be_erased_before_it_is_named_and_confirmed(run, own_store):
    app = run("audit", own_store, CHAIR)
    assert app.button(key="erase_now").disabled
    app.radio(key="erase_kind").set_value("Every review before a quarter").run()
    app.selectbox(key="erase_before").set_value(QUARTER.index + 1).run()
    assert app.button(key="erase_now").disabled


def test_every_review_before_a_quarter(run, own_store):
    app = run("audit", own_store, CHAIR)
    app.radio(key="erase_kind").set_value("Every review before a quarter").run()
    app.selectbox(key="erase_before").set_value(QUARTER.index + 1).run()
    assert "Erased: every review before" in confirm(app).success[0].value
    assert left(own_store, "quarter_index") == [(QUARTER.index + 1,)]
    assert app.checkbox(key="erase_sure").value is False


def test_one_review_goes_with_what_was_said_about_it(run, own_store):
    records = open_records(own_store)
    key = AnswerKey("Cumbria", QUARTER.index, "Cu/high", "Q01")
    records.moderations.clarify(key, "good", "inadequate", "Unmistakable words", "Chair")
    app = run("audit", own_store, CHAIR)
    app.selectbox(key="erase_force").set_value("Cumbria")
    app.selectbox(key="erase_quarter").set_value(QUARTER.index)
    app.text_input(key="erase_review").input("Cu/high").run()
    confirm(app)
    assert (QUARTER.index, "Cu/high") not in left(own_store, "quarter_index, review_key")
    assert records.moderations.latest() == []
    last = records.audit_log()[-1]
    assert (last.who, last.what) == ("chris@cheshire.police.uk", "erase")
    assert "Cu/high" not in last.about
    records.close()


def test_an_officers_reference(run, own_store):
    app = run("audit", own_store, CHAIR)
    app.radio(key="erase_kind").set_value("An officer's reference").run()
    app.selectbox(key="erase_force").set_value("Cumbria")
    app.text_input(key="erase_officer").input("OM-Cu").run()
    confirm(app)
    assert left(own_store, "reviewed_force, officer_ref") == [("Cheshire", "OM-Ch"), ("Cumbria", "")]


def test_what_is_not_there_is_said_and_nothing_changes(run, own_store):
    app = run("audit", own_store, CHAIR)
    app.radio(key="erase_kind").set_value("An officer's reference").run()
    app.selectbox(key="erase_force").set_value("Cumbria")
    app.text_input(key="erase_officer").input("OM-404").run()
    assert "names the officer" in confirm(app).error[0].value
    assert newest_snapshot(own_store).number == 1


def test_the_page_of_who_may_not_holds_no_form(run, own_store):
    app = run("audit", own_store, CHAIR | {"roles": ["ARMS.Coordinator"]})
    assert not [button.key for button in app.button if button.key == "erase_now"]
    assert said(app)
