"""Officer references: fetched for the own force's lead, and for the operator who chose to see them; always logged."""

from dataclasses import replace

import pytest

from arms_analytics.store.records import open_records
from arms_analytics.ui import navigation
from tests.store.readings import make_reading, store
from tests.ui.conftest import said


def person(role, domain="cheshire.police.uk"):
    return {"name": role, "email": f"{role}@{domain}", "roles": [f"ARMS.{role}"]}


@pytest.fixture
def own_store(tmp_path):
    folder = tmp_path / "store"
    store(folder, make_reading())
    return folder


def log_of(folder):
    records = open_records(folder)
    lines = [(entry.who, entry.what, entry.about) for entry in records.audit_log()]
    records.close()
    return lines


@pytest.mark.parametrize("role", ["Viewer", "CpdPlanner", "Coordinator", "Chair"])
def test_these_roles_see_none(run, role):
    for force in ("Cheshire", "Cumbria"):
        assert "OM-" not in said(run("heatmap", user=person(role), cell=f"Q01~{force}"))


def test_a_lead_sees_those_of_the_own_force_alone(run, own_store):
    lead = person("SomuLead")
    assert "officer OM-Ch" in said(run("heatmap", own_store, lead, cell="Q01~Cheshire"))
    assert "OM-" not in said(run("heatmap", own_store, lead, cell="Q01~Cumbria"))


def test_a_lead_whose_address_is_of_no_force_sees_none(run):
    lead = person("SomuLead", "example.org")
    assert "OM-" not in said(run("heatmap", user=lead, cell="Q01~Cheshire"))


def test_that_they_were_seen_is_in_the_audit_log_once(run, own_store):
    app = run("heatmap", own_store, person("SomuLead"), cell="Q01~Cheshire")
    app.run()
    assert log_of(own_store) == [("somulead@cheshire.police.uk", "see officer references", "Cheshire")]


def test_the_operator_sees_them_only_when_chosen(run, own_store):
    app = run("heatmap", own_store, cell="Q01~Cheshire")
    assert "OM-" not in said(app)
    assert log_of(own_store) == []
    app.session_state["show_officers"] = True
    app.run()
    assert "officer OM-Ch" in said(app)
    assert [(what, about) for _, what, about in log_of(own_store)] == [("see officer references", "all forces")]


def test_what_cannot_be_logged_is_not_shown(run, own_store):
    (own_store / "records.sqlite").write_bytes(b"no database" * 1000)
    words = said(run("heatmap", own_store, person("SomuLead"), cell="Q01~Cheshire"))
    assert "Reviewed by Merseyside" in words
    assert "OM-" not in words


def test_nobody_sees_them_on_a_screen_that_a_room_looks_at(run, own_store, monkeypatch):
    shared = tuple(replace(place, presents=True) for place in navigation.PLACES)
    monkeypatch.setattr(navigation, "PLACES", shared)
    assert "OM-" not in said(run("heatmap", own_store, person("SomuLead"), cell="Q01~Cheshire"))
