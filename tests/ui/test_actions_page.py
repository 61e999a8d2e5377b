"""Actions: recorded, brought up to date, overdue first, with what the grades did since."""

import datetime as dt

import pandas as pd
import pytest

from arms_analytics.findings import repeat_failures
from arms_analytics.store.records import Action, open_records
from arms_analytics.ui.actions import sorted_for_a_meeting
from tests.store.readings import QUARTER, make_reading, store
from tests.ui.conftest import HOSTILE, button, said

TODAY = dt.date(2026, 6, 30)


@pytest.fixture
def region(tmp_path):
    """Two quarters of Cheshire and Cumbria: failing, then good."""
    folder = tmp_path / "store"
    store(folder, make_reading(QUARTER, grade="inadequate"), make_reading(QUARTER.plus(1)))
    return folder


def test_without_actions_it_says_how_to_record_one(run, region):
    assert "No action is recorded here yet" in said(run("actions", database=region))


def test_recording_one_and_closing_it(run, region):
    app = run("actions", database=region, force="Cheshire", question="Q01", quarter=QUARTER.key)
    app.text_area[0].input("Brief the unit on sources")
    app.text_input[0].input("SOMU lead, Cheshire")
    button(app, "Record action").click().run()
    assert "The action is recorded." in [success.value for success in app.success]
    words = said(app)
    assert "Brief the unit on sources" in words
    assert "4 of 4 below good in the year up to the meeting, 0 of 4 since." in words

    next(radio for radio in app.radio if radio.label == "Status").set_value("done")
    next(area for area in app.text_area if area.label == "What came of it").input("Briefed in May")
    button(app, "Store").click().run()
    [action] = open_records(region).actions.find()
    assert (action.status, action.outcome) == ("done", "Briefed in May")
    assert "0 open" in said(app)
    assert app.selectbox(key="updated_action").options == ["Cheshire, Q01 Sources searched: Brief the unit on sources"]


def field(app, kind, label):
    return next(each for each in getattr(app, kind) if each.label == label)


def test_what_was_typed_is_not_lost_when_somebody_else_changed_the_action_meanwhile(run, region):
    book = open_records(region)
    first = book.actions.add(Action(text="Brief the unit", owner="SOMU lead", due=TODAY), "Jo")
    app = run("actions", database=region)
    book.actions.change(first, "Jo", status="done", outcome="Briefed in May")

    field(app, "text_area", "What came of it").input("Half the unit was there")
    button(app, "Store").click().run()
    assert "Nothing was stored yet" in app.error[0].value
    assert "Jo changed this" in app.warning[0].value and "Briefed in May" in app.warning[0].value
    assert field(app, "text_area", "What came of it").value == "Half the unit was there"
    assert book.actions.get(first.id).outcome == "Briefed in May"

    button(app, "Store").click().run()
    stored = book.actions.get(first.id)
    assert (stored.status, stored.outcome) == ("done", "Half the unit was there"), "the rest stays as Jo left it"
    assert not app.warning


def test_what_was_typed_can_be_let_go_for_what_somebody_else_stored(run, region):
    book = open_records(region)
    first = book.actions.add(Action(text="Brief the unit", owner="SOMU lead", due=TODAY), "Jo")
    app = run("actions", database=region)
    book.actions.change(first, "Jo", outcome="Briefed in May")
    field(app, "text_area", "What came of it").input("Half the unit was there")
    button(app, "Store").click().run()
    button(app, "Let go of mine").click().run()
    assert field(app, "text_area", "What came of it").value == "Briefed in May"
    assert not app.warning


def test_an_action_without_an_owner_is_not_stored(run, region):
    app = run("actions", database=region)
    app.text_area[0].input("Somebody should do something")
    button(app, "Record action").click().run()
    assert "who does it" in app.error[0].value
    assert not open_records(region).actions.find()
    assert app.text_area[0].value == "Somebody should do something", "what was written stays, to be completed"


def test_the_lead_of_the_force_is_offered_as_who_does_it_and_the_next_form_is_empty(run, region):
    app = run("actions", database=region, force="Cheshire", question="Q01", quarter=QUARTER.key)
    app.text_area[0].input("Brief the unit on sources")
    button(app, "Record action").click().run()
    [action] = open_records(region).actions.find()
    assert action.owner == "SOMU lead, Cheshire"
    assert app.text_area[0].value == ""


def test_what_people_write_is_text(run, region):
    open_records(region).actions.add(Action(text=HOSTILE, owner=HOSTILE, due=TODAY), "somebody")
    assert "<img" not in said(run("actions", database=region))


def test_overdue_comes_first_and_closed_last():
    late = Action(id=1, text="late", due=TODAY - dt.timedelta(days=1))
    closed = Action(id=2, text="closed", status="done", due=TODAY - dt.timedelta(days=9))
    dateless = Action(id=3, text="dateless")
    soon = Action(id=4, text="soon", due=TODAY)
    assert [a.text for a in sorted_for_a_meeting([closed, dateless, soon, late], TODAY)] == [
        "late",
        "soon",
        "dateless",
        "closed",
    ]
    assert [a.overdue(TODAY) for a in (late, closed, dateless, soon)] == [True, False, False, False]


def test_an_action_is_carried_over_says_how_its_finding_stands_and_leads_there(run, region):
    book = open_records(region)
    about = {"force": "Cheshire", "question_id": "Q01", "owner": "SOMU lead"}
    book.actions.add(Action(text="a", quarter_index=QUARTER.index, finding="repeat_failure", **about), "chair")
    book.actions.add(Action(text="b", quarter_index=QUARTER.plus(1).index, **about), "chair")
    for meetings in (1, 2):
        book.actions.add(Action(text="c", quarter_index=QUARTER.plus(-meetings).index, **about), "chair")
    words = said(run("actions", database=region))
    assert "4 open · 0 overdue · 3 carried over" in words
    for meetings, times in enumerate(("once", "twice", "3 times")):
        assert f"{QUARTER.plus(-meetings).short}, carried over {times}<" in words
    assert "No longer flagged as a repeat failure" in words
    cell = "cell=Cheshire%3AQ01~Chance"
    assert f'href="repeat_failures?quarter={QUARTER.plus(1).key}&amp;{cell}"' in words
    assert f'href="heatmap?quarter={QUARTER.plus(1).key}&amp;cell=Q01~Cheshire"' in words


def test_how_a_finding_of_an_action_stands_is_never_said_as_certain(run, region, monkeypatch):
    flagged = {"reviewed_force": "Cheshire", "question_id": "Q01", "status": "continuing", "probability": 0.998}
    monkeypatch.setattr(repeat_failures, "find", lambda *_: pd.DataFrame([flagged]))
    action = Action(
        text="a", quarter_index=QUARTER.index, finding="repeat_failure", force="Cheshire", question_id="Q01"
    )
    open_records(region).actions.add(action, "chair")
    assert "Still flagged as a repeat failure (over 99 in 100)." in said(run("actions", database=region))


def test_the_evidence_says_what_was_agreed_already(run, region):
    action = Action(text="Brief the unit", owner="SOMU lead", force="Cheshire", question_id="Q01")
    open_records(region).actions.add(action, "chair")
    app = run("heatmap", database=region, cell="Q01~Cheshire")
    assert "1 action agreed already" in said(app)
    assert "Brief the unit (SOMU lead)" in [text.value for text in app.text]
    assert "agreed already" not in said(run("heatmap", database=region, cell="Q01~Cumbria"))
