"""Officer references: fetched for the own force's lead, and for the operator who chose to see them; always logged."""

from dataclasses import replace

import pytest

from arms_analytics.findings.kept_fits import KeptFits
from arms_analytics.store.records import open_records
from arms_analytics.ui import navigation
from tests.store.readings import QUARTER, make_reading, store
from tests.ui.conftest import said, table


def person(role, domain="cheshire.police.uk"):
    return {"name": role, "email": f"{role}@{domain}", "roles": [f"ARMS.{role}"]}


@pytest.fixture
def own_store(tmp_path):
    folder = tmp_path / "store"
    store(folder, make_reading())
    return folder


@pytest.fixture
def described(tmp_path):
    """Two quarters with what the model says of them: one officer a force, with eight plans."""
    folder = tmp_path / "described"
    snapshot = store(folder, make_reading(), make_reading(QUARTER.plus(1)))
    KeptFits(folder, snapshot.number).work_out(snapshot.cursor(snapshot.forces), [QUARTER.plus(1).index])
    return folder


def overall(run, folder, user=None, **parameters):
    """The page of training needs where it speaks of officers over all questions."""
    return run("training_needs", folder, user, view="officers", **parameters)


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
    shared = tuple(replace(listed, presents=True) for listed in navigation.PAGES)
    monkeypatch.setattr(navigation, "PAGES", shared)
    assert "OM-" not in said(run("heatmap", own_store, person("SomuLead"), cell="Q01~Cheshire"))


def test_over_all_questions_a_lead_reads_of_each_officer_of_the_own_force_and_it_is_logged(run, described):
    seen = "somulead@cheshire.police.uk", "see officer references", "Cheshire"
    for sessions, parameters in enumerate(({}, {"force": "Cheshire"}), 1):
        app = overall(run, described, person("SomuLead"), cell="Cheshire:0~Plans", **parameters)
        words = said(app)
        assert [head["label"] for head in table(app)["rows"]] == ["OM-Ch"]
        assert "Cheshire, officer OM-Ch, all questions: 0 of 24 graded answers, over eight plans, fell" in words
        assert "A description, not a flag" in words
        assert "OM-Cu" not in words and ">Cumbria<" not in words
        assert log_of(described) == [seen] * sessions


def test_an_open_officer_closes_when_another_force_is_chosen(run, described):
    app = overall(run, described, cell="Cheshire:0~Plans", force="Cheshire")
    app.session_state["show_officers"] = True
    app.run()
    assert "officer OM-Ch" in said(app)
    app.query_params["force"] = "Cumbria"
    app.run()
    assert [head["label"] for head in table(app)["rows"]] == ["OM-Cu"] and "officer OM-C" not in said(app)


def test_over_all_questions_a_lead_reads_nothing_of_another_force(run, described):
    words = said(overall(run, described, person("SomuLead"), force="Cumbria"))
    assert "OM-" not in words and "you have neither right here" in words


def test_over_all_questions_a_planner_reads_counts(run, described):
    words = said(overall(run, described, person("CpdPlanner")))
    for force in ("Cheshire", "Cumbria"):
        assert f'<th scope="row">{force}</th><td>One officer with four plans or more.' in words
    assert "OM-" not in words and log_of(described) == []


@pytest.mark.parametrize("role", ["Viewer", "Coordinator", "Chair"])
def test_over_all_questions_these_roles_read_nothing(run, described, role):
    words = said(overall(run, described, person(role), force="Cheshire"))
    assert "OM-" not in words and "One officer" not in words and "you have neither right here" in words


def test_over_all_questions_the_operator_chooses_to_see_and_then_a_force(run, described):
    app = overall(run, described)
    assert "OM-" not in said(app) and "One officer with four plans" in said(app) and log_of(described) == []
    app.session_state["show_officers"] = True
    app.run()
    assert "OM-" not in said(app) and "Choose a force to read of each of its officers." in said(app)
    app.query_params["force"] = "Cumbria"
    app.run()
    assert [head["label"] for head in table(app)["rows"]] == ["OM-Cu"] and "OM-Ch" not in said(app)
    assert [(what, about) for _, what, about in log_of(described)] == [("see officer references", "all forces")]
