"""Promising practice: a strong force with its words, shared by people, and no two of them lose what they wrote."""

from arms_analytics.store.records import PromisingPractice, open_records
from tests.ui.conftest import fields, pressed, rows, said


def test_a_strong_force_is_listed_with_the_words_and_can_be_shared(run, failing_region):
    app = run("promising_practice", database=failing_region, cell="Cheshire:Q02~Chance")
    assert rows(app) == ["Cheshire:Q02"]
    assert "16 of the last 16 reviews were outstanding" in said(app)
    fields(app)["Title"].input("Intelligence with dates")
    pressed(app, "Share it")
    assert fields(app)["Title"].value == "Intelligence with dates", "what was written stays, to be completed"
    fields(app)["What they do"].input("Every source is dated")
    fields(app)["Whom to ask (a role, not a name)"].input("SOMU lead, Cheshire")
    pressed(app, "Share it")
    [entry] = open_records(failing_region).practices.find()
    assert (entry.force, entry.questions) == ("Cheshire", ("Q02",))
    assert fields(app)["Title"].value == "", "the next form is empty"

    shared = run("promising_practice", database=failing_region, view="repository")
    assert "Every source is dated" in said(shared)
    pressed(shared, "Note it")
    assert [a.force for a in open_records(failing_region).adoptions.find()] == ["Cumbria"]
    next(box for box in shared.text_area if box.label == "What they do").input("Every source is dated and graded")
    pressed(shared, "Store")
    assert "dated and graded" in said(shared)
    pressed(shared, "Withdraw")
    assert "No entry here yet" in said(shared)
    next(toggle for toggle in shared.toggle if toggle.key == "practice_withdrawn").set_value(True).run()
    pressed(shared, "Share it again")
    assert [entry.status for entry in open_records(failing_region).practices.find()] == ["shared"]


def test_an_entry_changed_by_somebody_else_meanwhile_keeps_both_peoples_words(run, failing_region):
    book = open_records(failing_region)
    entry = book.practices.add(PromisingPractice(title="Dated sources", what="Each is dated", contact="Lead"), "Jo")
    app = run("promising_practice", database=failing_region, view="repository")
    book.practices.change(entry, "Jo", what="Each is dated and graded")
    fields(app)["Why it works"].input("A new officer can follow it")
    pressed(app, "Store")
    assert "Jo changed this" in app.warning[0].value and "Each is dated and graded" in app.warning[0].value
    assert fields(app)["Why it works"].value == "A new officer can follow it"
    pressed(app, "Store")
    stored = book.practices.get(entry.id)
    assert (stored.what, stored.why) == ("Each is dated and graded", "A new officer can follow it")


def test_nothing_that_changes_is_listed_where_nothing_changed(run, failing_region):
    assert "Nothing stands out here" in said(run("promising_practice", database=failing_region, view="deteriorating"))
